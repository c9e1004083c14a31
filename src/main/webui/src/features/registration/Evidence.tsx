import { Button, Form, List, Select, Upload } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, newKey, type Schemas } from '../../shared/api/client';
import { moment } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { options } from '../../shared/ui/options';
import { Panel } from '../../shared/ui/Panel';
import { Waiting } from '../../shared/ui/Waiting';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { EvidenceLink } from './EvidenceLink';
import { evidenceTypes } from './evidenceTypes';
import { registrationWords } from './words';

interface Attached {
  kind: Schemas['EvidenceKind'];
  file: { originFileObj: File }[];
}

/** The files handed in for a registration. */
export function Evidence({ registration, mayAttach }: { registration: Schemas['Registration']; mayAttach: boolean }) {
  const { labels } = useWords();
  const said = useOf(registrationWords);
  const client = useQueryClient();
  const [isAttaching, setAttaching] = useState(false);
  const [key] = useState(newKey);
  const { id } = registration;
  const papers = useQuery({
    queryKey: ['evidence', id],
    queryFn: () => answer(api.GET('/api/v1/registrations/{id}/evidence', { params: { path: { id } } })),
  });
  const attach = ({ kind, file }: Attached) => {
    const parts = new FormData();
    parts.set('kind', kind);
    parts.set('file', file[0]?.originFileObj ?? new File([], ''));
    return answer(
      api.POST('/api/v1/registrations/{id}/evidence', {
        body: parts as never,
        bodySerializer: () => parts,
        params: { path: { id }, header: { 'Idempotency-Key': `${key}-${String(papers.data?.items.length)}` } },
      }),
    );
  };
  return (
    <Panel title={said.papers}>
      <Waiting query={papers}>
        {(page) => (
          <List
            size="small"
            dataSource={page.items}
            locale={{ emptyText: said.noPapers }}
            renderItem={(paper) => (
              <List.Item>
                <EvidenceLink
                  href={`/api/v1/registrations/${id}/evidence/${paper.id}`}
                  label={`${labels.EvidenceKind[paper.kind]} ${paper.fileName}`}
                  warnings={paper.warnings}
                />
                <small>{said.attachedBy(paper.attachedBy, moment(paper.attachedAt))}</small>
              </List.Item>
            )}
          />
        )}
      </Waiting>
      {mayAttach && <Button onClick={() => setAttaching(true)}>{said.attach}</Button>}
      {isAttaching && (
        <ActionDialog<Attached, Schemas['Evidence']>
          title={said.attach}
          hint={said.attachHint}
          initial={{ kind: 'CONTRACT' }}
          send={attach}
          onDone={() => void client.invalidateQueries()}
          onClose={() => setAttaching(false)}
        >
          <Form.Item name="kind" label={said.papers}>
            <Select options={options(labels.EvidenceKind)} />
          </Form.Item>
          <Form.Item
            name="file"
            label={said.file}
            valuePropName="fileList"
            getValueFromEvent={(event: { fileList: unknown[] }) => event.fileList}
            rules={[{ required: true, message: said.fileRequired }]}
          >
            <Upload maxCount={1} beforeUpload={() => false} accept={evidenceTypes}>
              <Button>{said.file}</Button>
            </Upload>
          </Form.Item>
        </ActionDialog>
      )}
    </Panel>
  );
}
