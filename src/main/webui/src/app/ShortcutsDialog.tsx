import { Modal } from 'antd';
import { type Bilingual, useText } from '../shared/words/bilingual';
import { useWords } from '../shared/words/WordsContext';

const zh = {
  keys: [
    [['/', 'Ctrl+K'], '查找集资参与人、平台、区划或页面'],
    [['?'], '显示本说明'],
    [['Tab', 'Shift+Tab'], '下一处、上一处'],
    [['Enter'], '打开或提交'],
    [['Esc'], '关闭对话框；有填写的内容时先询问'],
  ] as [string[], string][],
};
const en: typeof zh = {
  keys: [
    [['/', 'Ctrl+K'], 'Search people, platforms, areas and screens'],
    [['?'], 'Show this help'],
    [['Tab', 'Shift+Tab'], 'Next or previous place'],
    [['Enter'], 'Open or send'],
    [['Esc'], 'Close a dialog; it asks first if something is typed'],
  ],
};
const shortcutWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };

/** The keys that work on every screen. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const t = useText(shortcutWords);
  return (
    <Modal open title={words.shortcuts} footer={null} onCancel={onClose}>
      <dl className="shortcuts">
        {t.keys.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
