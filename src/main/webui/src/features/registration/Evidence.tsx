import { Button, Form, List, Select, Upload } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, type Schemas, unwrap } from '../../shared/api/client';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { EvidenceLink } from './EvidenceLink';
import { evidenceTypes } from './evidenceTypes';
import { registrationWords } from './words';

interface AttachForm {
  kind: Schemas['EvidenceKind'];
  file: { originFileObj: File }[];
}

/** Evidence files of a registration. */
export function Evidence({ registration, canAttach }: { registration: Schemas['Registration']; canAttach: boolean }) {
  const { labels } = useWords();
  const t = useText(registrationWords);
  const client = useQueryClient();
  const [isAttaching, setAttaching] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const { id } = registration;
  const evidence = useQuery({
    queryKey: ['evidence', id],
    queryFn: () => unwrap(api.GET('/api/v1/registrations/{id}/evidence', { params: { path: { id } } })),
  });
  const attach = ({ kind, file }: AttachForm) => {
    const parts = new FormData();
    parts.set('kind', kind);
    parts.set('file', file[0]?.originFileObj ?? new File([], ''));
    return unwrap(
      api.POST('/api/v1/registrations/{id}/evidence', {
        body: parts as never,
        bodySerializer: () => parts,
        params: { path: { id }, header: { 'Idempotency-Key': `${key}-${String(evidence.data?.items.length)}` } },
      }),
    );
  };
  return (
    <Panel title={t.evidence}>
      <Loading query={evidence}>
        {(page) => (
          <List
            size="small"
            dataSource={page.items}
            locale={{ emptyText: t.noEvidence }}
            renderItem={(paper) => (
              <List.Item>
                <EvidenceLink
                  href={`/api/v1/registrations/${id}/evidence/${paper.id}`}
                  label={`${labels.EvidenceKind[paper.kind]} ${paper.fileName}`}
                  warnings={paper.warnings}
                />
                <small>{t.attachedBy(paper.attachedBy, formatDateTime(paper.attachedAt))}</small>
              </List.Item>
            )}
          />
        )}
      </Loading>
      {canAttach && <Button onClick={() => setAttaching(true)}>{t.attach}</Button>}
      {isAttaching && (
        <ActionDialog<AttachForm, Schemas['Evidence']>
          title={t.attach}
          hint={t.attachHint}
          initialValues={{ kind: 'CONTRACT' }}
          send={attach}
          onDone={() => void client.invalidateQueries()}
          onClose={() => setAttaching(false)}
        >
          <Form.Item name="kind" label={t.evidence}>
            <Select options={toOptions(labels.EvidenceKind)} />
          </Form.Item>
          <Form.Item
            name="file"
            label={t.file}
            valuePropName="fileList"
            getValueFromEvent={(event: { fileList: unknown[] }) => event.fileList}
            rules={[{ required: true, message: t.fileRequired }]}
          >
            <Upload maxCount={1} beforeUpload={() => false} accept={evidenceTypes}>
              <Button>{t.file}</Button>
            </Upload>
          </Form.Item>
        </ActionDialog>
      )}
    </Panel>
  );
}
