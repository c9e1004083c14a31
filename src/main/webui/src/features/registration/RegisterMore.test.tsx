import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { discardAllDrafts } from '../../shared/auth/drafts';
import {
  defaultReplies,
  fillField,
  fillRegistrationForm,
  REGISTERED,
  registrationRequests,
} from '../../testing/registrationForm';
import { mockService, ok, renderScreen } from '../../testing/service';
import { RegisterPage } from './RegisterPage';

beforeEach(async () => {
  await discardAllDrafts();
});

/** What the Tab key stops at between the first field and the last button, while everything rare is shut. */
const tabStops = () =>
  [
    ...document.querySelectorAll<HTMLElement>(
      'form input, form select, form textarea, form button, form summary, form a',
    ),
  ]
    .filter((element) => !element.matches(':disabled, [tabindex="-1"]'))
    .filter((element) => element.matches('summary') || element.closest('details:not([open])') === null);

test('optional fields are sent and saved in the draft', async () => {
  const requests = mockService({
    ...defaultReplies,
    'PUT /api/v1/me/drafts/register': () => ({ status: 204, body: undefined }),
    'POST /api/v1/registrations': () => ({ status: 201, body: REGISTERED }),
  });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  await userEvent.click(screen.getByText(/^更多栏目/));
  await userEvent.click(screen.getByLabelText(/^复投/));
  await fillField('备用电话', '0768-2222333');
  await fillField('合同编号', 'HT-001');
  const saved = () => requests.filter(({ method }) => method === 'PUT').map(({ body }) => JSON.stringify(body));
  await waitFor(() => expect(saved().at(-1)).toContain('HT-001'), { timeout: 5000 });
  expect(saved().at(-1)).toContain('0768-2222333');
  expect(saved().at(-1)).toContain('rolledOver');
  await userEvent.click(screen.getByText('登记', { selector: 'button span' }));
  await screen.findByText('已登记：2021-000001-5');
  expect(registrationRequests(requests)[0]?.body).toMatchObject({
    investor: { otherPhone: '0768-2222333' },
    investments: [{ rolledOver: true, contractNumber: 'HT-001', annualRatePercent: null, bankAccount: null }],
  });
});

test('the Enter key fills in the investor on record, and no link is a tab stop between the fields', async () => {
  const known = {
    name: '陈示例',
    phone: '138****8000',
    areaCode: '445102010001',
    registrations: [{ id: '4', number: '2021-000009-8', platformId: 'another', status: 'RECEIVED' }],
  };
  mockService({ ...defaultReplies, 'POST /api/v1/investors/lookup': ok({ items: [known], next: null }) });
  renderScreen(<RegisterPage />);
  await fillField('证件号码', '445102198001010018');
  await screen.findByText('此人已有登记，按回车沿用其姓名和村居。');
  const stops = tabStops();
  const at = stops.findIndex(({ id }) => id === 'investor_documentNumber');
  const next = stops.slice(at + 1, at + 4).map(({ id }) => id);
  expect(next).toEqual(['investor_name', 'investor_phone', 'investor_address_text']);
  await userEvent.type(screen.getByLabelText('证件号码'), '{Enter}');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('陈示例'));
  expect(screen.getByText('已登记 138****8000，不填则不变')).toBeTruthy();
  expect(document.activeElement?.id).toBe('investor_phone');
});

test('optional fields add no tab stops to the usual registration', async () => {
  mockService(defaultReplies);
  renderScreen(<RegisterPage />);
  await screen.findByLabelText('姓名');
  const names = tabStops().map((element) => element.getAttribute('aria-label') ?? element.textContent);
  expect(names.filter(Boolean)).toEqual([
    '清空重填',
    '备用电话、紧急联系人',
    '由他人代办',
    '平台账号、业务员',
    '已向公安机关报案',
    '加一行',
    '更多栏目：复投、合同编号、利率、付款方式和账号',
    '加一行',
    '登记',
  ]);
});

test('an empty form, or one that was discarded and left, saves no draft', async () => {
  const requests = mockService({
    ...defaultReplies,
    'PUT /api/v1/me/drafts/register': () => ({ status: 204, body: undefined }),
    'DELETE /api/v1/me/drafts/register': () => ({ status: 204, body: undefined }),
  });
  const saved = () => requests.filter(({ method }) => method === 'PUT');
  const first = renderScreen(<RegisterPage />);
  await screen.findByLabelText('姓名');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(saved()).toEqual([]);
  await fillField('姓名', '陈示例');
  await userEvent.click(screen.getByText('清空重填', { selector: 'button span' }));
  const confirmButtons = await screen.findAllByText('清空重填', { selector: 'button span' });
  await userEvent.click(confirmButtons[confirmButtons.length - 1] as HTMLElement);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe(''));
  first.unmount();
  const second = renderScreen(<RegisterPage />);
  expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe('');
  second.unmount();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  // Saved while the mouse was on its way, perhaps, and never after it was dropped.
  const methods = requests.filter(({ path }) => path.endsWith('/me/drafts/register')).map(({ method }) => method);
  expect(methods.at(-1)).toBe('DELETE');
});
