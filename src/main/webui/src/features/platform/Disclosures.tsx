import { Button, DatePicker, Form, Input, List, Select } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useBranches } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { ListExport } from '../../shared/ui/ListExport';
import { Panel } from '../../shared/ui/Panel';
import { ReasonField } from '../../shared/ui/ReasonField';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformWords } from './words';

type Disclosure = Schemas['Disclosure'];

interface DisclosureForm extends Omit<Schemas['RecordDisclosure'], 'disclosedOn'> {
  disclosedOn: Dayjs;
}

/** Public statements of the platform, with date and source. The bulletin quotes them. */
export function Disclosures({ platformId }: { platformId: string }) {
  const { words } = useWords();
  const t = useText(platformWords);
  const { labels } = useWords();
  const roles = useRoles();
  const client = useQueryClient();
  const branches = useBranches(platformId);
  const [dialog, setDialog] = useState<Disclosure | 'record'>();
  const disclosures = useQuery({
    queryKey: ['disclosures', platformId],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/platforms/{platformId}/disclosures', {
          params: { path: { platformId }, query: { limit: 200 } },
        }),
      ),
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['disclosures', platformId] });
  const required = [{ required: true, message: words.required }];
  const branchName = (id: string | null | undefined) =>
    id == null ? '' : ` · ${branches.data?.find((branch) => branch.id === id)?.name ?? ''}`;
  const close = () => setDialog(undefined);
  return (
    <Panel title={t.disclosures}>
      <ListExport list="disclosures" filters={{ platformId }} />
      <Loading query={disclosures}>
        {(page) => (
          <List
            dataSource={page.items}
            locale={{ emptyText: t.noDisclosures }}
            renderItem={(one) => (
              <List.Item
                key={one.id}
                actions={
                  one.withdrawnAt == null && roles.has('SECTION_CHIEF')
                    ? [
                        <Button key="withdraw" size="small" onClick={() => setDialog(one)}>
                          {t.withdraw}
                        </Button>,
                      ]
                    : []
                }
              >
                <div>
                  <strong>{`${one.disclosedOn} ${labels.DisclosureKind[one.kind]}${branchName(one.branchId)}`}</strong>
                  <div style={{ whiteSpace: 'pre-wrap' }}>
                    {one.withdrawnAt == null ? one.summary : <s>{one.summary}</s>}
                  </div>
                  <small>
                    {`${t.source} ${one.source} · ${t.recorded(one.recordedBy, formatDateTime(one.recordedAt))}`}
                    {one.withdrawnAt != null && ` · ${t.withdrawn(one.withdrawnBy ?? '', one.withdrawalReason ?? '')}`}
                  </small>
                </div>
              </List.Item>
            )}
          />
        )}
      </Loading>
      {roles.has('CLERK', 'SECTION_CHIEF') && <Button onClick={() => setDialog('record')}>{t.record}</Button>}
      {dialog === 'record' && (
        <ActionDialog<DisclosureForm, Disclosure>
          title={t.record}
          initialValues={{ kind: 'ANNOUNCEMENT' }}
          send={({ disclosedOn, ...form }) =>
            unwrap(
              api.POST('/api/v1/platforms/{platformId}/disclosures', {
                body: { ...form, branchId: form.branchId ?? null, disclosedOn: disclosedOn.format('YYYY-MM-DD') },
                params: { path: { platformId } },
              }),
            )
          }
          onDone={refresh}
          onClose={close}
        >
          <Form.Item name="kind" label={t.kind}>
            <Select options={toOptions(labels.DisclosureKind)} />
          </Form.Item>
          <Form.Item name="branchId" label={t.ofBranch}>
            <Select
              allowClear
              placeholder={t.wholePlatform}
              options={branches.data?.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="disclosedOn" label={t.disclosedOn} rules={required}>
            <DatePicker format={DAY_FORMATS} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="source" label={t.source} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="summary" label={t.summary} rules={required}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </ActionDialog>
      )}
      {dialog !== undefined && dialog !== 'record' && (
        <ActionDialog<{ reason: string }, Disclosure>
          danger
          title={t.withdraw}
          hint={t.withdrawHint}
          version={disclosures.data?.items.find(({ id }) => id === dialog.id)?.version ?? dialog.version}
          send={({ reason }, version) =>
            unwrap(
              api.POST('/api/v1/platforms/{platformId}/disclosures/{id}/withdraw', {
                body: { reason },
                params: { path: { platformId, id: dialog.id }, ...ifMatch(version) },
              }),
            )
          }
          onDone={refresh}
          onStale={refresh}
          onClose={close}
        >
          <ReasonField />
        </ActionDialog>
      )}
    </Panel>
  );
}
