import { Button, Form, Input, Space, Upload } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

interface ReplaceForm {
  file: { originFileObj: File }[];
  note?: string;
}

/** Word template: the user downloads it, edits it in Word and uploads it. The service reports each broken tag. */
export function BulletinTemplate() {
  const t = useText(bulletinWords);
  const isChief = useRoles().has('SECTION_CHIEF');
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'replace' | 'restore'>();
  const template = useQuery({
    queryKey: ['bulletin-template'],
    queryFn: () => unwrap(api.GET('/api/v1/bulletin-template')),
  });
  const dialogProps = {
    onDone: (after: Schemas['BulletinTemplate']) => client.setQueryData(['bulletin-template'], after),
    onStale: () => client.invalidateQueries({ queryKey: ['bulletin-template'] }),
    onClose: () => setDialog(undefined),
  };
  const replace = ({ file, note }: ReplaceForm, version: number) => {
    const parts = new FormData();
    parts.set('file', file[0]?.originFileObj ?? new File([], ''));
    parts.set('note', note ?? '');
    return unwrap(
      api.PUT('/api/v1/bulletin-template', {
        body: parts as never,
        bodySerializer: () => parts,
        params: ifMatch(version),
      }),
    );
  };
  return (
    <Panel title={t.template}>
      <Loading query={template}>
        {({ builtIn, changedAt, changedBy, note, version }) => (
          <>
            <p>
              {builtIn
                ? t.builtIn
                : t.changedTemplate(changedBy ?? '', changedAt == null ? '' : formatDateTime(changedAt))}
              {note != null && ` · ${note}`}
            </p>
            <Space wrap>
              <Button href="/api/v1/bulletin-template/file" download>
                {t.downloadTemplate}
              </Button>
              {isChief && <Button onClick={() => setDialog('replace')}>{t.replaceTemplate}</Button>}
              {isChief && !builtIn && <Button onClick={() => setDialog('restore')}>{t.restoreTemplate}</Button>}
            </Space>
            {dialog === 'replace' && (
              <ActionDialog<ReplaceForm, Schemas['BulletinTemplate']>
                {...dialogProps}
                title={t.replaceTemplate}
                hint={t.replaceTemplateHint}
                version={version}
                send={replace}
              >
                <Form.Item
                  name="file"
                  label={t.templateFile}
                  valuePropName="fileList"
                  getValueFromEvent={(event: { fileList: unknown[] }) => event.fileList}
                  rules={[{ required: true, message: t.templateFileRequired }]}
                >
                  <Upload maxCount={1} beforeUpload={() => false} accept=".docx">
                    <Button>{t.templateFile}</Button>
                  </Upload>
                </Form.Item>
                <Form.Item name="note" label={t.templateNote}>
                  <Input maxLength={200} />
                </Form.Item>
              </ActionDialog>
            )}
            {dialog === 'restore' && (
              <ActionDialog
                {...dialogProps}
                title={t.restoreTemplate}
                version={version}
                send={(_, seen) => unwrap(api.POST('/api/v1/bulletin-template/restore', { params: ifMatch(seen) }))}
              />
            )}
          </>
        )}
      </Loading>
    </Panel>
  );
}
