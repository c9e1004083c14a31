import { Alert, Button, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { api, ProblemError, type Schemas, unwrap } from '../api/client';
import { useWords } from '../words/WordsContext';
import type { Viewer } from './SessionContext';

/** Form for username and password; passes the signed-in user to onSignedIn. */
export function SignInForm({ username, onSignedIn }: { username?: string; onSignedIn: (viewer: Viewer) => void }) {
  const { words } = useWords();
  const signIn = useMutation({
    mutationFn: (body: Schemas['SignIn']) => unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: onSignedIn,
  });
  return (
    <Form<Schemas['SignIn']>
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(values) => {
        signIn.mutate(values);
      }}
    >
      {signIn.error instanceof ProblemError && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={signIn.error.problem.title}
          description={signIn.error.problem.detail}
          className="spaced"
        />
      )}
      <Form.Item name="username" label={words.username} rules={[{ required: true, message: words.required }]}>
        <Input autoComplete="username" autoFocus={username === undefined} size="large" />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.required }]}>
        <Input.Password autoComplete="current-password" autoFocus={username !== undefined} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {words.signIn}
      </Button>
    </Form>
  );
}
