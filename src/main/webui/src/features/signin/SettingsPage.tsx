import { Button, Checkbox, Flex, Form, Input, Table } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useSession } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { PageTitle } from '../../shared/ui/PageTitle';
import { Panel } from '../../shared/ui/Panel';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { ScrollArea } from '../../shared/ui/ScrollArea';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { Tokens } from './Tokens';
import { settingsWords } from './words';

/** The user's own account: password, sessions and access tokens. */
export function SettingsPage() {
  const { words, labels } = useWords();
  const t = useText(settingsWords);
  const { viewer } = useSession();
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <Flex vertical gap={16}>
        <Panel title={t.me}>
          <div className="heading">
            <span>{`${viewer.name} (${viewer.username}) · ${viewer.roles.map((role) => labels.Role[role]).join(' ')}`}</span>
            <Button onClick={() => setChanging(true)}>{t.password}</Button>
          </div>
        </Panel>
        <Sessions />
        <SignIns />
        <Tokens />
      </Flex>
      {isChanging && (
        <ActionDialog<Schemas['ChangePassword'], unknown>
          title={t.password}
          hint={words.changePasswordHint}
          send={(body) => unwrap(api.PUT('/api/v1/me/password', { body }))}
          onClose={() => setChanging(false)}
        >
          <Form.Item
            name="currentPassword"
            label={words.currentPassword}
            rules={[{ required: true, message: words.required }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="newPassword" label={words.newPassword} rules={[{ required: true, message: words.required }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item name="endTokens" valuePropName="checked">
            <Checkbox>{t.endTokens}</Checkbox>
          </Form.Item>
        </ActionDialog>
      )}
    </>
  );
}

function SignIns() {
  const { labels } = useWords();
  const t = useText(settingsWords);
  const signIns = useQuery({
    queryKey: ['my-sign-ins'],
    queryFn: () => unwrap(api.GET('/api/v1/me/sign-ins')),
    select: (page) => page.items,
  });
  return (
    <Panel title={t.signIns}>
      <p>{t.signInsHint}</p>
      <ProblemAlert error={signIns.error} />
      <ScrollArea label={t.signIns}>
        <Table<Schemas['PastSignIn']>
          rowKey="id"
          size="small"
          loading={signIns.isPending}
          pagination={false}
          dataSource={signIns.data ?? []}
          columns={[
            { title: t.began, dataIndex: 'signedInAt', render: formatDateTime },
            {
              title: t.means,
              dataIndex: 'means',
              render: (means: Schemas['SignInMeans']) => labels.SignInMeans[means],
            },
            {
              title: t.device,
              dataIndex: 'device',
              render: (device: Schemas['SignInDevice'] | null | undefined, { newDevice }) =>
                `${device == null ? '' : labels.SignInDevice[device]}${newDevice ? t.newDevice : ''}`,
            },
            { title: t.address, dataIndex: 'address' },
            { title: '', dataIndex: 'current', render: (current: boolean) => (current ? t.current : '') },
          ]}
        />
      </ScrollArea>
    </Panel>
  );
}

function Sessions() {
  const t = useText(settingsWords);
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: ['my-sessions'],
    queryFn: () => unwrap(api.GET('/api/v1/me/sessions')),
    select: (page) => page.items,
  });
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined
        ? unwrap(api.DELETE('/api/v1/me/sessions'))
        : unwrap(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['my-sessions'] }),
  });
  return (
    <Panel title={t.sessions}>
      <p>{t.sessionsHint}</p>
      <ProblemAlert error={end.error ?? sessions.error} />
      <ScrollArea label={t.sessions}>
        <Table<Schemas['Session']>
          rowKey="id"
          size="small"
          loading={sessions.isPending}
          pagination={false}
          dataSource={sessions.data ?? []}
          columns={[
            { title: t.began, dataIndex: 'createdAt', render: formatDateTime },
            { title: t.seen, dataIndex: 'lastSeenAt', render: formatDateTime },
            { title: t.address, dataIndex: 'address' },
            { title: t.expires, dataIndex: 'expiresAt', render: formatDateTime },
            {
              title: '',
              key: 'end',
              render: (_, { id, current, createdAt }) =>
                current ? (
                  t.current
                ) : (
                  <Button
                    size="small"
                    aria-label={`${t.end} ${formatDateTime(createdAt)}`}
                    onClick={() => end.mutate(id)}
                  >
                    {t.end}
                  </Button>
                ),
            },
          ]}
        />
      </ScrollArea>
      {(sessions.data?.length ?? 0) > 1 && (
        <Button style={{ marginBlockStart: 12 }} onClick={() => end.mutate(undefined)}>
          {t.endOthers}
        </Button>
      )}
    </Panel>
  );
}
