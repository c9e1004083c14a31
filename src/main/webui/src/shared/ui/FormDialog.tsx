import { Button, Modal, type FormInstance, type ModalProps } from 'antd';
import { useState } from 'react';
import { type Bilingual, useText } from '../words/bilingual';
import type { useUnsavedChanges } from './unsavedChanges';

const zh = {
  title: '放弃填写的内容？',
  hint: '这里填写的内容还没有提交，关闭后不能恢复。',
  keepEditing: '继续填写',
  discard: '放弃',
};
const en: typeof zh = {
  title: 'Discard what you entered?',
  hint: 'What you entered here has not been sent. Once this is closed it cannot be recovered.',
  keepEditing: 'Keep editing',
  discard: 'Discard',
};
const discardWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };

interface FormDialogProps extends Omit<ModalProps, 'open' | 'onCancel' | 'onOk'> {
  form: FormInstance;
  unsaved: ReturnType<typeof useUnsavedChanges>;
  onOk?: () => void;
  onClose: () => void;
}

/**
 * Modal dialog with a form. A click outside, Esc, Cancel, the Back button and a link ask before they discard input; without
 * input they do not ask. A test checks that every dialog with a form uses this component.
 */
export function FormDialog({ form, unsaved, onOk, onClose, children, ...rest }: FormDialogProps) {
  const t = useText(discardWords);
  const { blocker } = unsaved;
  const [isClosing, setClosing] = useState(false);
  const isAsking = isClosing || blocker.state === 'blocked';
  const keepEditing = () => {
    setClosing(false);
    blocker.reset?.();
  };
  const discard = () => {
    unsaved.markSent();
    onClose();
    blocker.proceed?.();
  };
  return (
    <>
      <Modal
        {...rest}
        open
        onOk={onOk ?? form.submit}
        onCancel={() => (unsaved.isChanged() ? setClosing(true) : onClose())}
      >
        {children}
      </Modal>
      {isAsking && (
        <Modal
          open
          title={t.title}
          width={420}
          onCancel={keepEditing}
          footer={[
            <Button key="discard" danger onClick={discard}>
              {t.discard}
            </Button>,
            <Button key="stay" type="primary" autoFocus onClick={keepEditing}>
              {t.keepEditing}
            </Button>,
          ]}
        >
          <p>{t.hint}</p>
        </Modal>
      )}
    </>
  );
}
