import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mockService, ok, problem, renderScreen } from '../../testing/service';
import { SignInForm } from './SignInForm';

test('onSignedIn is called after the user signs in', async () => {
  const requests = mockService({ 'POST /api/v1/session': ok({ id: '1', username: 'clerk' }) });
  const signedIn = vi.fn();
  renderScreen(<SignInForm onSignedIn={signedIn} />);
  await userEvent.type(screen.getByLabelText('用户名'), 'clerk');
  await userEvent.type(screen.getByLabelText('密码'), 'demo-clerk-2021{Enter}');
  await vi.waitFor(() => {
    expect(signedIn).toHaveBeenCalled();
  });
  expect(requests[0]?.body).toEqual({ username: 'clerk', password: 'demo-clerk-2021' });
  expect(requests[0]?.headers.get('Accept-Language')).toBe('zh-CN');
});

test('a refusal shows the message of the service, and the username stays', async () => {
  mockService({
    'POST /api/v1/session': () => ({ status: 401, body: problem(401, 'sign-in-refused', '用户名或密码不对。') }),
  });
  renderScreen(<SignInForm onSignedIn={() => undefined} />);
  await userEvent.type(screen.getByLabelText('用户名'), 'clerk');
  await userEvent.type(screen.getByLabelText('密码'), 'wrong{Enter}');
  expect((await screen.findAllByText('用户名或密码不对。')).length).toBeGreaterThan(0);
  expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('clerk');
});
