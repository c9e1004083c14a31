import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { accessRequest, accountChange, ID } from '../../testing/minimalRecords';
import { mockService, ok, renderScreen } from '../../testing/service';
import { AccountNotices } from './AccountNotices';
import { ApprovalsPage } from './ApprovalsPage';

const user = userEvent.setup();
const CHANGES = '/api/v1/account-changes';

function mockChanges(change: object = accountChange) {
  return mockService({
    [`GET ${CHANGES}`]: ok({ items: [change], next: null }),
    [`POST ${CHANGES}/${ID}/approve`]: ok({ change: accountChange, releaseCode: 'k7mw-3xqd' }),
  });
}

test('who approves a password sees the code for the owner of the account', async () => {
  const requests = mockChanges();
  renderScreen(<ApprovalsPage />, { roles: ['AUDITOR'] });
  await user.click(await screen.findByRole('button', { name: '批准 clerk' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: /^批\s?准$/ }));
  expect(await screen.findByText('k7mw-3xqd')).toBeTruthy();
  const sent = requests.find(({ method }) => method === 'POST');
  expect(sent?.headers.get('If-Match')).toBe('"0"');
});

test('an administrator withdraws what they asked for and decides nothing', async () => {
  mockChanges({ ...accountChange, askedById: '0198c0de-0000-4000-8000-000000000001' });
  renderScreen(<ApprovalsPage />, { roles: ['ADMIN'] });
  await screen.findByText('林登记 (clerk)');
  expect(screen.queryByRole('button', { name: /批准/ })).toBeNull();
});

test('the owner of an account refuses its change but does not approve it', async () => {
  mockChanges({ ...accountChange, accountId: '0198c0de-0000-4000-8000-000000000001' });
  renderScreen(<ApprovalsPage />, { roles: ['AUDITOR'] });
  await screen.findByText('须由他人审批');
  expect(screen.queryByRole('button', { name: '批准 clerk' })).toBeNull();
  expect(screen.getByRole('button', { name: '不批准 clerk' })).toBeTruthy();
});

test('the owner of an account is told what was changed until they confirm it', async () => {
  const notice = {
    id: ID,
    kinds: ['PASSWORD_RESET'],
    changedBy: '吴管理',
    approvedBy: '郑审计',
    countsSince: '2021-03-01T01:00:00Z',
  };
  let isConfirmed = false;
  const requests = mockService({
    'GET /api/v1/me/account-changes': () => ({ status: 200, body: { items: isConfirmed ? [] : [notice], next: null } }),
    [`POST /api/v1/me/account-changes/${ID}/acknowledge`]: () => {
      isConfirmed = true;
      return { status: 204, body: undefined };
    },
  });
  renderScreen(<AccountNotices />);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/由 吴管理 申请，郑审计 批准/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: '我知道了' }));
  await waitFor(() => expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText('您的账号有变更')).toBeNull());
});

const ME = '0198c0de-0000-4000-8000-000000000001';

function mockAccess(request: object) {
  return mockService({
    [`GET ${CHANGES}`]: ok({ items: [], next: null }),
    'GET /api/v1/platforms': ok({ items: [], next: null }),
    'GET /api/v1/access-requests': ok({ items: [request], next: null }),
    [`POST /api/v1/access-requests/${ID}/approve`]: ok({ ...accessRequest, status: 'APPROVED' }),
  });
}

test('a chief sees what for and how many people, and approves', async () => {
  const requests = mockAccess(accessRequest);
  renderScreen(<ApprovalsPage />, { roles: ['SECTION_CHIEF'] });
  await screen.findByText('registrations · 312 人');
  await screen.findByText('移送或协助公安、司法机关');
  await user.click(screen.getByRole('button', { name: '批准 黄股长' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: /^批\s?准$/ }));
  await waitFor(() => expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1));
});

test('who asked does not decide, and takes an approved list away', async () => {
  mockAccess({ ...accessRequest, askedById: ME });
  const shown = renderScreen(<ApprovalsPage />, { roles: ['DIRECTOR'] });
  expect(await screen.findByRole('button', { name: '撤回申请 黄股长' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^批准/ })).toBeNull();
  shown.unmount();
  mockAccess({ ...accessRequest, askedById: ME, status: 'APPROVED', validUntil: '2021-03-02T01:00:00Z' });
  renderScreen(<ApprovalsPage />, { roles: ['DIRECTOR'] });
  expect(await screen.findByRole('button', { name: '取出 黄股长' })).toBeTruthy();
});
