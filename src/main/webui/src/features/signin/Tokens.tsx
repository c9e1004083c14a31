import { Alert, Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { Panel } from '../../shared/ui/Panel';
import { TokenTable } from '../../shared/ui/TokenTable';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { settingsWords } from './words';

/** The service limits the period. */
const DEFAULT_VALID_DAYS = 90;

/** The user's access tokens. The secret of a new token is shown once and not stored. */
export function Tokens() {
  const { words } = useWords();
  const t = useText(settingsWords);
  const client = useQueryClient();
  const [isIssuing, setIssuing] = useState(false);
  const [issued, setIssued] = useState<Schemas['IssuedToken']>();
  const tokens = useQuery({
    queryKey: ['my-tokens'],
    queryFn: () => unwrap(api.GET('/api/v1/access-tokens')),
    select: (page) => page.items,
  });
  const scopes = useQuery({
    queryKey: ['scopes'],
    queryFn: () => unwrap(api.GET('/api/v1/access-tokens/scopes')),
    enabled: isIssuing,
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['my-tokens'] });
  const required = [{ required: true, message: words.required }];
  return (
    <Panel title={t.tokens}>
      <p>{t.tokensHint}</p>
      {issued !== undefined && (
        <Alert
          type="success"
          className="spaced"
          role="status"
          closable={{ onClose: () => setIssued(undefined), 'aria-label': words.close }}
          title={t.secret}
          description={<code style={{ overflowWrap: 'anywhere' }}>{issued.secret}</code>}
        />
      )}
      <TokenTable query={tokens} empty={t.noTokens} onRevoked={refresh} />
      <Button style={{ marginBlockStart: 12 }} onClick={() => setIssuing(true)}>
        {t.issue}
      </Button>
      {isIssuing && (
        <ActionDialog<Schemas['IssueToken'], Schemas['IssuedToken']>
          title={t.issue}
          initialValues={{ validDays: DEFAULT_VALID_DAYS, scopes: [] }}
          send={(body) => unwrap(api.POST('/api/v1/access-tokens', { body }))}
          onDone={(token) => {
            setIssued(token);
            void refresh();
          }}
          onClose={() => setIssuing(false)}
        >
          <Form.Item name="name" label={t.tokenName} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="validDays" label={t.validDays} rules={required}>
            <InputNumber min={1} />
          </Form.Item>
          <Form.Item name="scopes" label={t.scopes} required={false} rules={required}>
            <Checkbox.Group options={scopes.data?.items.map(({ scope }) => ({ value: scope, label: scope })) ?? []} />
          </Form.Item>
        </ActionDialog>
      )}
    </Panel>
  );
}
