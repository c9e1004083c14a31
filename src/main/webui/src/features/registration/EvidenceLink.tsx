import { Button, Modal, Space, Tag } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../shared/api/client';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { registrationWords } from './words';

/** Download link. For a file with active content, such as a script, a dialog shows the warnings first. */
export function EvidenceLink(props: { href: string; label: string; warnings: Schemas['EvidenceWarning'][] }) {
  const { href, label, warnings } = props;
  const { words } = useWords();
  const t = useText(registrationWords);
  const [isAsking, setAsking] = useState(false);
  if (warnings.length === 0) {
    return (
      <a href={href} download>
        {label}
      </a>
    );
  }
  return (
    <Space wrap>
      <Button type="link" style={{ paddingInline: 0 }} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Tag variant="outlined" color="warning">
        {t.fileHasWarnings}
      </Tag>
      {isAsking && (
        <Modal
          open
          title={t.beforeDownload}
          okText={t.downloadAnyway}
          cancelText={words.cancel}
          okButtonProps={{ href, download: true }}
          onOk={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        >
          <ul>
            {warnings.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </Modal>
      )}
    </Space>
  );
}
