import { Button, Checkbox, Flex, Form, Input, Select, Space, Tag } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames } from '../../shared/api/lists';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { AreaSelect } from '../../shared/ui/AreaSelect';
import { PageTitle } from '../../shared/ui/PageTitle';
import { toOptions } from '../../shared/ui/toOptions';
import { PagedTable, usePages } from '../../shared/ui/PagedTable';
import { Panel } from '../../shared/ui/Panel';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { AllTokens } from './AllTokens';
import { SignInLocks } from './SignInLocks';
import { Retention } from './Retention';
import { accountWords } from './words';

type Account = Schemas['Account'];
type Dialog = { kind: 'open' } | { kind: 'change' | 'endSessions'; id: string };

/** Accounts with their roles, sign-in locks, access tokens and the retention run. */
export function AccountsPage() {
  const { words, labels } = useWords();
  const t = useText(accountWords);
  const client = useQueryClient();
  const [dialog, setDialog] = useState<Dialog>();
  const accounts = usePages(['accounts'], (cursor) =>
    unwrap(api.GET('/api/v1/accounts', { params: { query: { limit: 100, ...cursor } } })),
  );
  const { rows } = accounts;
  const areas = useAreaNames([...new Set(rows.flatMap(({ areaCode }) => (areaCode == null ? [] : [areaCode])))]);
  const refresh = () => client.invalidateQueries({ queryKey: ['accounts'] });
  const close = () => setDialog(undefined);
  const chosen = dialog === undefined || dialog.kind === 'open' ? undefined : rows.find(({ id }) => id === dialog.id);
  return (
    <>
      <div className="heading">
        <PageTitle>{words.accounts}</PageTitle>
        <Button type="primary" onClick={() => setDialog({ kind: 'open' })}>
          {t.open}
        </Button>
      </div>
      <Flex vertical gap={16}>
        <PagedTable<Account>
          {...accounts}
          scroll={{ x: 720 }}
          columns={[
            {
              title: t.username,
              dataIndex: 'username',
              render: (username: string, { disabled, pendingChangeId }) => (
                <>
                  {username} {disabled && <Tag variant="outlined">{t.isDisabled}</Tag>}{' '}
                  {pendingChangeId != null && (
                    <Link to="/approvals">
                      <Tag variant="outlined">{t.isPending}</Tag>
                    </Link>
                  )}
                </>
              ),
            },
            { title: words.name, dataIndex: 'name' },
            {
              title: t.roles,
              dataIndex: 'roles',
              render: (roles: Schemas['Role'][]) => roles.map((role) => labels.Role[role]).join('、'),
            },
            {
              title: t.area,
              dataIndex: 'areaCode',
              render: (code: string | null | undefined) => (code == null ? '' : (areas.get(code) ?? code)),
            },
            {
              title: '',
              key: 'actions',
              render: (_, { id, username }) => (
                <Space wrap>
                  <Button
                    size="small"
                    aria-label={`${t.change} ${username}`}
                    onClick={() => setDialog({ kind: 'change', id })}
                  >
                    {t.change}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${t.endSessions} ${username}`}
                    onClick={() => setDialog({ kind: 'endSessions', id })}
                  >
                    {t.endSessions}
                  </Button>
                </Space>
              ),
            },
          ]}
        />
        <Panel title={t.locks}>
          <SignInLocks />
        </Panel>
        <Panel title={t.tokens}>
          <AllTokens />
        </Panel>
        <Panel title={t.retention}>
          <Retention />
        </Panel>
      </Flex>
      {dialog?.kind === 'open' && <OpenAccountDialog onDone={refresh} onClose={close} />}
      {dialog?.kind === 'change' && chosen !== undefined && (
        <ChangeAccountDialog account={chosen} onDone={refresh} onClose={close} />
      )}
      {dialog?.kind === 'endSessions' && chosen !== undefined && (
        <ActionDialog
          title={`${t.endSessions} ${chosen.username}`}
          hint={t.endSessionsHint}
          send={() => unwrap(api.DELETE('/api/v1/accounts/{id}/sessions', { params: { path: { id: chosen.id } } }))}
          onClose={close}
        />
      )}
    </>
  );
}

export function OpenAccountDialog({ onDone, onClose }: { onDone: () => unknown; onClose: () => void }) {
  const { words } = useWords();
  const t = useText(accountWords);
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<Schemas['OpenAccount'], Account>
      title={t.open}
      hint={t.waitsHint}
      initialValues={{ roles: ['CLERK'] }}
      send={(form) => unwrap(api.POST('/api/v1/accounts', { body: { ...form, branchId: form.branchId || null } }))}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="username" label={t.username} rules={required}>
        <Input autoComplete="off" maxLength={50} />
      </Form.Item>
      <Form.Item name="password" label={t.initialPassword} extra={t.passwordHint} rules={required}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <AccountFields />
    </ActionDialog>
  );
}

export function ChangeAccountDialog(props: { account: Account; onDone: () => unknown; onClose: () => void }) {
  const { account, onDone, onClose } = props;
  const { words, labels } = useWords();
  const t = useText(accountWords);
  const roleNames = (roles: Schemas['Role'][]) => roles.map((role) => labels.Role[role]).join('、');
  return (
    <ActionDialog<Schemas['ChangeAccount'], Account>
      title={`${t.change} ${account.username}`}
      okText={words.save}
      hint={account.pendingChangeId == null ? t.waitsHint : `${t.waitsHint}${t.replacesHint}`}
      initialValues={account}
      version={account.version}
      send={({ name, roles, areaCode, branchId, disabled, newPassword }, version) =>
        unwrap(
          api.PUT('/api/v1/accounts/{id}', {
            body: {
              name,
              roles,
              areaCode: areaCode ?? null,
              branchId: branchId || null,
              disabled,
              newPassword: newPassword || null,
            },
            params: { path: { id: account.id }, ...ifMatch(version) },
          }),
        )
      }
      compare={(form) => [
        { label: words.name, mine: form.name, theirs: account.name },
        { label: t.roles, mine: roleNames(form.roles), theirs: roleNames(account.roles) },
        { label: t.area, mine: form.areaCode ?? '', theirs: account.areaCode ?? '' },
        { label: t.disabled, mine: String(form.disabled), theirs: String(account.disabled) },
      ]}
      onDone={onDone}
      onStale={onDone}
      onClose={onClose}
    >
      <AccountFields />
      <Form.Item name="newPassword" label={t.newPassword} extra={t.passwordHint}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="disabled" valuePropName="checked" extra={t.disabledHint}>
        <Checkbox>{t.disabled}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}

function AccountFields() {
  const { words, labels } = useWords();
  const t = useText(accountWords);
  const required = [{ required: true, message: words.required }];
  return (
    <>
      <Form.Item name="name" label={words.name} rules={required}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="roles" label={t.roles} rules={required}>
        <Select mode="multiple" options={toOptions(labels.Role)} />
      </Form.Item>
      <Form.Item name="areaCode" label={t.area} extra={t.areaHint}>
        <AreaSelect />
      </Form.Item>
      <Form.Item name="branchId" label={t.branch} extra={t.branchHint}>
        <Input maxLength={36} autoComplete="off" />
      </Form.Item>
    </>
  );
}
