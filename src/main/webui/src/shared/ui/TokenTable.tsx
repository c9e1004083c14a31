import { Button, Table } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, unwrap } from '../api/client';
import { formatDateTime } from '../format/time';
import { type Bilingual, useText } from '../words/bilingual';
import { ActionDialog } from './ActionDialog';
import { ProblemAlert } from './ProblemAlert';
import { ScrollArea } from './ScrollArea';

type Token = Schemas['Token'];

const zh = {
  owner: '账号',
  name: '用途',
  scopes: '范围',
  expires: '到期',
  lastUsed: '最近使用',
  never: '从未',
  revoke: '撤销',
  revokeHint: '撤销后用它的系统立即不能再访问。',
};
const en: typeof zh = {
  owner: 'Account',
  name: 'What for',
  scopes: 'Scopes',
  expires: 'Expires',
  lastUsed: 'Last used',
  never: 'never',
  revoke: 'Revoke',
  revokeHint: 'The system that uses it is shut out at once.',
};
const tokenWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };

/** Access tokens, without their secrets, with a button to revoke each. */
export function TokenTable(props: {
  query: UseQueryResult<Token[]>;
  empty: string;
  hasOwners?: boolean;
  onRevoked: () => unknown;
}) {
  const { query, empty, hasOwners = false } = props;
  const t = useText(tokenWords);
  const [revoked, setRevoked] = useState<Token>();
  return (
    <>
      <ProblemAlert error={query.error} />
      <ScrollArea label={t.scopes}>
        <Table<Token>
          rowKey="id"
          size="small"
          loading={query.isPending}
          pagination={false}
          dataSource={query.data ?? []}
          locale={{ emptyText: empty }}
          columns={[
            ...(hasOwners ? [{ title: t.owner, dataIndex: 'username' }] : []),
            { title: t.name, dataIndex: 'name' },
            { title: t.scopes, dataIndex: 'scopes', render: (scopes: string[]) => scopes.join(' ') },
            { title: t.expires, dataIndex: 'expiresAt', render: formatDateTime },
            {
              title: t.lastUsed,
              dataIndex: 'lastUsedAt',
              render: (used: string | null | undefined) => (used == null ? t.never : formatDateTime(used)),
            },
            {
              title: '',
              key: 'revoke',
              render: (_, token) => (
                <Button size="small" aria-label={`${t.revoke} ${token.name}`} onClick={() => setRevoked(token)}>
                  {t.revoke}
                </Button>
              ),
            },
          ]}
        />
      </ScrollArea>
      {revoked !== undefined && (
        <ActionDialog
          danger
          title={`${t.revoke} ${revoked.name}`}
          okText={t.revoke}
          hint={t.revokeHint}
          send={() => unwrap(api.DELETE('/api/v1/access-tokens/{id}', { params: { path: { id: revoked.id } } }))}
          onDone={props.onRevoked}
          onClose={() => setRevoked(undefined)}
        />
      )}
    </>
  );
}
