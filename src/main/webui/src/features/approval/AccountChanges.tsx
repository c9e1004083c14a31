import { Alert, Modal, Segmented, Space, Button, Tag, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames } from '../../shared/api/lists';
import { useRoles, useSession } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { PagedTable, usePages } from '../../shared/ui/PagedTable';
import { Panel } from '../../shared/ui/Panel';
import { ReasonField } from '../../shared/ui/ReasonField';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { approvalWords } from './words';

type Change = Schemas['AccountChange'];
type Verb = 'approve' | 'refuse' | 'withdraw';

const STATUSES: Schemas['ApprovalStatus'][] = ['PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'AT_ONCE'];

/** Changes of accounts by administrators: an auditor or a section chief decides. */
export function AccountChanges() {
  const { words, labels } = useWords();
  const t = useText(approvalWords);
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const status = (search.get('status') ?? 'PENDING') as Schemas['ApprovalStatus'];
  const [chosen, setChosen] = useState<{ id: string; verb: Verb }>();
  const [code, setCode] = useState<string>();
  const changes = usePages(['account-changes', status], (cursor) =>
    unwrap(api.GET('/api/v1/account-changes', { params: { query: { status, limit: 50, ...cursor } } })),
  );
  const codes = changes.rows.flatMap(({ areaCode, presentAreaCode }) => [areaCode, presentAreaCode]);
  const areas = useAreaNames([...new Set(codes.flatMap((one) => (one == null ? [] : [one])))]);
  const areaName = (one: string | null | undefined) => (one == null ? t.wholeCounty : (areas.get(one) ?? one));
  const roleNames = (roles: Schemas['Role'][]) => roles.map((role) => labels.Role[role]).join('、');
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['account-changes'] });
    void client.invalidateQueries({ queryKey: ['worklist'] });
  };
  const change = changes.rows.find(({ id }) => id === chosen?.id);
  return (
    <Panel title={t.accountChanges}>
      <p>{t.accountHint}</p>
      <div style={{ overflowX: 'auto' }} className="spaced">
        <Segmented
          aria-label={words.status}
          value={status}
          options={STATUSES.map((value) => ({ value, label: labels.ApprovalStatus[value] }))}
          onChange={(value) => setSearch({ status: value })}
        />
      </div>
      <PagedTable<Change>
        {...changes}
        size="small"
        scroll={{ x: 900 }}
        locale={{ emptyText: t.none }}
        columns={[
          { title: t.account, dataIndex: 'username', render: (username: string, { name }) => `${name} (${username})` },
          {
            title: t.change,
            dataIndex: 'kinds',
            render: (kinds: Change['kinds']) =>
              kinds.map((kind) => (
                <Tag key={kind} variant="outlined">
                  {labels.AccountChangeKind[kind]}
                </Tag>
              )),
          },
          {
            title: t.roles,
            key: 'roles',
            render: (_, { presentRoles, roles }) => before(roleNames(presentRoles), roleNames(roles)),
          },
          {
            title: t.area,
            key: 'area',
            render: (_, { presentAreaCode, areaCode }) => before(areaName(presentAreaCode), areaName(areaCode)),
          },
          { title: t.askedBy, dataIndex: 'askedBy' },
          { title: t.askedAt, dataIndex: 'askedAt', render: formatDateTime },
          status === 'PENDING'
            ? { title: t.expiresAt, dataIndex: 'expiresAt', render: formatDateTime }
            : { title: t.decidedBy, dataIndex: 'decidedBy' },
          status === 'REFUSED'
            ? { title: words.reason, dataIndex: 'refusalReason' }
            : {
                title: '',
                key: 'actions',
                render: (_, one) => <Decisions change={one} onDecide={(verb) => setChosen({ id: one.id, verb })} />,
              },
        ]}
      />
      {chosen !== undefined && change !== undefined && (
        <DecideAccountChange
          change={change}
          verb={chosen.verb}
          onDone={(found) => {
            setCode(found);
            refresh();
          }}
          onStale={refresh}
          onClose={() => setChosen(undefined)}
        />
      )}
      {code !== undefined && (
        <Modal open title={t.codeTitle} footer={null} onCancel={() => setCode(undefined)}>
          <Alert type="warning" showIcon title={t.codeHint} />
          <Typography.Paragraph copyable style={{ fontSize: '1.6em', marginBlock: 16, textAlign: 'center' }}>
            {code}
          </Typography.Paragraph>
        </Modal>
      )}
    </Panel>
  );
}

const before = (present: string, wanted: string) => (present === wanted ? wanted : `${present} → ${wanted}`);

function Decisions({ change, onDecide }: { change: Change; onDecide: (verb: Verb) => void }) {
  const t = useText(approvalWords);
  const { viewer } = useSession();
  const roles = useRoles();
  if (change.status !== 'PENDING') {
    return null;
  }
  const isAsker = change.askedById === viewer.id;
  const button = (verb: Verb, type: 'primary' | 'default') => (
    <Button size="small" type={type} aria-label={`${t[verb]} ${change.username}`} onClick={() => onDecide(verb)}>
      {t[verb]}
    </Button>
  );
  if (roles.has('ADMIN')) {
    return isAsker ? button('withdraw', 'default') : null;
  }
  return (
    <Space wrap>
      {change.accountId === viewer.id ? t.ownRequest : button('approve', 'primary')}
      {button('refuse', 'default')}
    </Space>
  );
}

export function DecideAccountChange(props: {
  change: Change;
  verb: Verb;
  onDone: (code: string | undefined) => void;
  onStale: () => unknown;
  onClose: () => void;
}) {
  const { change, verb, onDone, onStale, onClose } = props;
  const t = useText(approvalWords);
  return (
    <ActionDialog<{ reason?: string }, string | undefined>
      title={`${t[verb]} · ${change.name} (${change.username})`}
      okText={t[verb]}
      {...(verb === 'approve' && { hint: t.approveHint })}
      version={change.version}
      send={({ reason }, version) => decide(change.id, verb, reason ?? '', version)}
      onDone={onDone}
      onStale={onStale}
      onClose={onClose}
    >
      {verb === 'refuse' && <ReasonField />}
    </ActionDialog>
  );
}

/** Returns the code for the owner of the account, if there is one. */
async function decide(id: string, verb: Verb, reason: string, version: number): Promise<string | undefined> {
  const params = { path: { id }, ...ifMatch(version) };
  switch (verb) {
    case 'approve':
      return (await unwrap(api.POST('/api/v1/account-changes/{id}/approve', { params }))).releaseCode ?? undefined;
    case 'refuse':
      await unwrap(api.POST('/api/v1/account-changes/{id}/refuse', { body: { reason }, params }));
      return undefined;
    case 'withdraw':
      await unwrap(api.POST('/api/v1/account-changes/{id}/withdraw', { params }));
      return undefined;
  }
}
