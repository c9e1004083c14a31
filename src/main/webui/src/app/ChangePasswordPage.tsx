import { Button, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '../shared/api/client';
import { setFieldErrors } from '../shared/api/forms';
import { ProblemAlert } from '../shared/ui/ProblemAlert';
import { PageTitle } from '../shared/ui/PageTitle';
import { Panel } from '../shared/ui/Panel';
import { useWords } from '../shared/words/WordsContext';
import { useState } from 'react';

export function ChangePasswordPage({ onChanged }: { onChanged: () => void }) {
  const { words } = useWords();
  const [form] = Form.useForm<Schemas['ChangePassword']>();
  const [lines, setLines] = useState<string[]>([]);
  const change = useMutation({
    mutationFn: (body: Schemas['ChangePassword']) => unwrap(api.PUT('/api/v1/me/password', { body })),
    onSuccess: onChanged,
    onError: (error) => {
      setLines(setFieldErrors(form, error));
    },
  });
  const required = [{ required: true, message: words.required }];
  return (
    <main className="sign-in">
      <Panel>
        <PageTitle className="sign-in-title">{words.changePassword}</PageTitle>
        <p>{words.changePasswordHint}</p>
        {lines.length > 0 && <ProblemAlert error={change.error} lines={lines} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={change.mutate}>
          <Form.Item name="currentPassword" label={words.currentPassword} rules={required}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item name="newPassword" label={words.newPassword} rules={required}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item name="releaseCode" label={words.releaseCode} extra={words.releaseCodeHint}>
            <Input autoComplete="one-time-code" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {words.save}
          </Button>
        </Form>
      </Panel>
    </main>
  );
}
