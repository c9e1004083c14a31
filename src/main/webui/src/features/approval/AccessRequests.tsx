import { Button, Form, Input, InputNumber, Radio, Segmented, Space } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, ifMatch, newIdempotencyKey, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames, usePlatforms } from '../../shared/api/lists';
import { useRoles, useSession } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { PagedTable, usePages } from '../../shared/ui/PagedTable';
import { Panel } from '../../shared/ui/Panel';
import { ReasonField } from '../../shared/ui/ReasonField';
import { saveFile } from '../../shared/ui/saveFile';
import { toOptions } from '../../shared/ui/toOptions';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { approvalWords } from './words';

type AccessRequest = Schemas['AccessRequest'];
type Verb = 'approve' | 'refuse' | 'withdraw' | 'take';

const STATUSES: Schemas['ApprovalStatus'][] = ['PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'];

/** Requests for more in clear than one person alone may have. */
export function AccessRequests() {
  const { words, labels } = useWords();
  const t = useText(approvalWords);
  const client = useQueryClient();
  const roles = useRoles();
  const [search, setSearch] = useSearchParams();
  const status = (search.get('access') ?? 'PENDING') as Schemas['ApprovalStatus'];
  const [isAsking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<{ id: string; verb: Verb }>();
  const requests = usePages(['access-requests', status], (cursor) =>
    unwrap(api.GET('/api/v1/access-requests', { params: { query: { status, limit: 50, ...cursor } } })),
  );
  const platforms = usePlatforms();
  const areas = useAreaNames([
    ...new Set(requests.rows.flatMap(({ areaCode }) => (areaCode == null ? [] : [areaCode]))),
  ]);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['access-requests'] });
    void client.invalidateQueries({ queryKey: ['worklist'] });
  };
  const close = () => {
    setChosen(undefined);
    setAsking(false);
  };
  const request = requests.rows.find(({ id }) => id === chosen?.id);
  const content = ({ kind, list, platformId, areaCode, listStatus, from, to, people, howMany }: AccessRequest) =>
    kind === 'REVEALS'
      ? t.looks(String(howMany))
      : [
          list,
          platforms.data?.find(({ id }) => id === platformId)?.name,
          areaCode == null ? undefined : (areas.get(areaCode) ?? areaCode),
          listStatus,
          from == null && to == null ? undefined : `${from ?? ''}–${to ?? ''}`,
          t.people(String(people)),
        ]
          .filter((part) => part != null)
          .join(' · ');
  return (
    <Panel title={t.accessRequests}>
      <div className="heading">
        <p>{t.accessHint}</p>
        {roles.has('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF') && (
          <Button onClick={() => setAsking(true)}>{t.askForLooks}</Button>
        )}
      </div>
      <div style={{ overflowX: 'auto' }} className="spaced">
        <Segmented
          aria-label={t.accessRequests}
          value={status}
          options={STATUSES.map((value) => ({ value, label: labels.ApprovalStatus[value] }))}
          onChange={(value) => setSearch({ access: value })}
        />
      </div>
      <PagedTable<AccessRequest>
        {...requests}
        size="small"
        scroll={{ x: 900 }}
        locale={{ emptyText: t.none }}
        columns={[
          { title: t.what, dataIndex: 'kind', render: (kind: AccessRequest['kind']) => labels.AccessKind[kind] },
          { title: t.content, key: 'content', render: (_, one) => content(one) },
          {
            title: words.purpose,
            dataIndex: 'purpose',
            render: (purpose: Schemas['Purpose'], { note }) =>
              note == null ? labels.Purpose[purpose] : `${labels.Purpose[purpose]}：${note}`,
          },
          { title: t.askedBy, dataIndex: 'askedBy' },
          { title: t.askedAt, dataIndex: 'askedAt', render: formatDateTime },
          status === 'APPROVED'
            ? { title: t.validUntil, dataIndex: 'validUntil', render: formatDateTime }
            : status === 'PENDING'
              ? { title: t.expiresAt, dataIndex: 'expiresAt', render: formatDateTime }
              : { title: t.decidedBy, dataIndex: 'decidedBy' },
          status === 'REFUSED'
            ? { title: words.reason, dataIndex: 'refusalReason' }
            : {
                title: '',
                key: 'actions',
                render: (_, one) => <Actions request={one} onChoose={(verb) => setChosen({ id: one.id, verb })} />,
              },
        ]}
      />
      {isAsking && <AskForLooks onDone={refresh} onClose={close} />}
      {chosen !== undefined && request !== undefined && (
        <DecideAccessRequest request={request} verb={chosen.verb} onDone={refresh} onStale={refresh} onClose={close} />
      )}
    </Panel>
  );
}

function Actions({ request, onChoose }: { request: AccessRequest; onChoose: (verb: Verb) => void }) {
  const t = useText(approvalWords);
  const { viewer } = useSession();
  const roles = useRoles();
  const isAsker = request.askedById === viewer.id;
  const button = (verb: Verb, type: 'primary' | 'default') => (
    <Button size="small" type={type} aria-label={`${t[verb]} ${request.askedBy}`} onClick={() => onChoose(verb)}>
      {t[verb]}
    </Button>
  );
  if (request.status === 'APPROVED') {
    return isAsker && request.kind === 'EXPORT' ? button('take', 'primary') : null;
  }
  if (request.status !== 'PENDING') {
    return null;
  }
  if (isAsker) {
    return button('withdraw', 'default');
  }
  return roles.has('SECTION_CHIEF', 'DIRECTOR') ? (
    <Space wrap>
      {button('approve', 'primary')}
      {button('refuse', 'default')}
    </Space>
  ) : null;
}

interface DecideForm {
  reason?: string;
  format: Schemas['ExportFormat'];
}

export function DecideAccessRequest(props: {
  request: AccessRequest;
  verb: Verb;
  onDone: () => unknown;
  onStale: () => unknown;
  onClose: () => void;
}) {
  const { request, verb, onDone, onStale, onClose } = props;
  const { labels } = useWords();
  const t = useText(approvalWords);
  return (
    <ActionDialog<DecideForm, unknown>
      title={`${t[verb]} · ${request.askedBy}`}
      okText={t[verb]}
      initialValues={{ format: 'XLSX' }}
      version={request.version}
      send={(form, version) => act(request, verb, form, version)}
      onDone={onDone}
      onStale={onStale}
      onClose={onClose}
    >
      {verb === 'refuse' && <ReasonField />}
      {verb === 'take' && (
        <Form.Item name="format" label={t.format}>
          <Radio.Group options={toOptions(labels.ExportFormat)} />
        </Form.Item>
      )}
    </ActionDialog>
  );
}

async function act({ id, list }: AccessRequest, verb: Verb, form: DecideForm, version: number): Promise<unknown> {
  const params = { path: { id }, ...ifMatch(version) };
  switch (verb) {
    case 'approve':
      return unwrap(api.POST('/api/v1/access-requests/{id}/approve', { params }));
    case 'refuse':
      return unwrap(api.POST('/api/v1/access-requests/{id}/refuse', { body: { reason: form.reason ?? '' }, params }));
    case 'withdraw':
      return unwrap(api.POST('/api/v1/access-requests/{id}/withdraw', { params }));
    case 'take': {
      const file = (await unwrap(
        api.POST('/api/v1/exports/{requestId}', {
          body: { format: form.format },
          params: { path: { requestId: id } },
          parseAs: 'blob',
        }),
      )) as unknown as Blob;
      return saveFile(file, `${list ?? 'list'}.${form.format === 'XLSX' ? 'xlsx' : 'csv'}`);
    }
  }
}

export function AskForLooks({ onDone, onClose }: { onDone: () => unknown; onClose: () => void }) {
  const { words, labels } = useWords();
  const t = useText(approvalWords);
  const [key] = useState(newIdempotencyKey);
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<Schemas['AskForLooks'], AccessRequest>
      title={t.askForLooks}
      hint={t.askForLooksHint}
      initialValues={{ howMany: 50 }}
      send={(form) =>
        unwrap(
          api.POST('/api/v1/access-requests/looks', {
            body: { ...form, note: form.note ?? null },
            params: { header: { 'Idempotency-Key': key } },
          }),
        )
      }
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="howMany" label={t.howMany} rules={required}>
        <InputNumber min={1} max={1000} />
      </Form.Item>
      <Form.Item name="purpose" label={words.purpose} rules={required}>
        <Radio.Group options={toOptions(labels.Purpose)} />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input maxLength={500} />
      </Form.Item>
    </ActionDialog>
  );
}
