import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { discardAllDrafts } from '../../shared/auth/drafts';
import {
  defaultReplies,
  fillField,
  fillRegistrationForm,
  PLATFORM,
  REGISTERED,
  registrationRequests,
} from '../../testing/registrationForm';
import { mockService, ok, problem, renderScreen } from '../../testing/service';
import { RegisterPage } from './RegisterPage';

beforeEach(async () => {
  await discardAllDrafts();
});

test('a visitor is registered once, however often the button is clicked', async () => {
  const requests = mockService({
    ...defaultReplies,
    'POST /api/v1/registrations': () => ({ status: 201, body: REGISTERED }),
  });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  expect(screen.getByText('男，1980-01-01 出生')).toBeTruthy();
  expect(screen.getByText('伍万元整')).toBeTruthy();
  await userEvent.dblClick(screen.getByText('登记', { selector: 'button span' }));
  expect(await screen.findByText('已登记：2021-000001-5')).toBeTruthy();
  expect(screen.getByText('请核对金额。')).toBeTruthy();
  const keys = new Set(registrationRequests(requests).map(({ headers }) => headers.get('Idempotency-Key')));
  expect(keys.size).toBe(1);
  expect(registrationRequests(requests)[0]?.body).toMatchObject({
    platformId: PLATFORM.id,
    investor: { documentNumber: '445102198001010018', address: { areaCode: null, text: '开元路12号' } },
    investments: [{ product: '季季盈', investedOn: '2019-05-20', principal: '50000.00' }],
  });
});

test('the error of a refusal appears at its field, and no input is lost', async () => {
  mockService({
    ...defaultReplies,
    'POST /api/v1/registrations': () => ({
      status: 422,
      body: problem(422, 'invalid-request', '请求内容有误', [
        { pointer: '/investor/documentNumber', message: '校验位不符。' },
      ]),
    }),
  });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  await userEvent.click(screen.getByText('登记', { selector: 'button span' }));
  expect(await screen.findByText('校验位不符。')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('证件号码'));
  await userEvent.type(screen.getByLabelText('证件号码'), 'x');
  await waitFor(() => expect(screen.queryByText('校验位不符。')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('证件号码'));
  expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe('陈示例');
});

test('the input is restored when the user returns to the screen, and gone after signing out', async () => {
  mockService(defaultReplies);
  const first = renderScreen(<RegisterPage />);
  await fillField('姓名', '陈示例');
  first.unmount();
  const second = renderScreen(<RegisterPage />);
  expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe('陈示例');
  second.unmount();
  await discardAllDrafts();
  renderScreen(<RegisterPage />);
  expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe('');
});

test('the service restores the input after the page was lost, and deletes it when the clerk discards it', async () => {
  let storedDrafts: object[] = [];
  const requests = mockService({
    ...defaultReplies,
    'GET /api/v1/me/drafts': () => ({ status: 200, body: { items: storedDrafts, next: null } }),
    'PUT /api/v1/me/drafts/register': () => ({ status: 204, body: undefined }),
    'DELETE /api/v1/me/drafts/register': () => ({ status: 204, body: undefined }),
  });
  const first = renderScreen(<RegisterPage />);
  await fillField('姓名', '陈示例');
  await userEvent.click(screen.getByLabelText('产品'));
  await userEvent.paste('季季盈\t2019-05-20\t50,000.00');
  const saved = () => requests.filter(({ method, path }) => method === 'PUT' && path === '/api/v1/me/drafts/register');
  await waitFor(() => expect(JSON.stringify(saved().at(-1)?.body)).toContain('季季盈'), { timeout: 3000 });
  storedDrafts = [{ form: 'register', ...(saved().at(-1)?.body as object), savedAt: '2021-03-05T08:00:00Z' }];
  first.unmount();
  await discardAllDrafts();

  renderScreen(<RegisterPage />);
  expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe('陈示例');
  expect(screen.getByDisplayValue('2019-05-20')).toBeTruthy();
  await userEvent.click(screen.getByText('清空重填', { selector: 'button span' }));
  const confirmButtons = await screen.findAllByText('清空重填', { selector: 'button span' });
  await userEvent.click(confirmButtons[confirmButtons.length - 1] as HTMLElement);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe(''));
  await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true));
});

test('an investor on record is shown while the clerk types the number', async () => {
  mockService({
    ...defaultReplies,
    'POST /api/v1/investors/lookup': ok({
      items: [
        {
          name: '陈示例',
          registrations: [{ id: '4', number: '2021-000009-8', platformId: PLATFORM.id, status: 'RECEIVED' }],
        },
      ],
      next: null,
    }),
  });
  renderScreen(<RegisterPage />);
  await fillField('证件号码', '445102198001010018');
  expect(await screen.findByText('此人已有登记：陈示例')).toBeTruthy();
  expect(screen.getByRole('link', { name: /2021-000009-8/ })).toBeTruthy();
});

test('optional sections are sent, and open when the service refuses one of their fields', async () => {
  const requests = mockService({
    ...defaultReplies,
    'POST /api/v1/registrations': () => ({
      status: 422,
      body: problem(422, 'invalid-request', '请求内容有误', [
        { pointer: '/policeReport/reportedOn', message: '必须填写。' },
      ]),
    }),
  });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  const authority = screen.getByLabelText('报案机关');
  expect(authority.closest('details')?.open).toBe(false);
  await fillField('报案机关', '某公安分局（虚构）');
  await userEvent.click(screen.getByText('登记', { selector: 'button span' }));
  await waitFor(() => {
    expect(authority.closest('details')?.open).toBe(true);
  });
  expect(registrationRequests(requests)[0]?.body).toMatchObject({
    agent: null,
    salesperson: null,
    actedAsSalesperson: false,
    policeReport: { authority: '某公安分局（虚构）', receiptNumber: null },
  });
});

test('an error appears when the user leaves the field, and disappears once the field changes', async () => {
  mockService(defaultReplies);
  renderScreen(<RegisterPage />);
  const mistakes: [string, string, string][] = [
    ['电话', '1380013800', '不是有效的电话号码。'],
    [
      '投入日期',
      '2019-13-01',
      '没有认出日期，请写成 2019-04-10；只知道月或年的写 2019年4月、2019年，大约的写 约2019年4月。',
    ],
    ['本金（元）', '五万', '没有认出金额，请写数字，如 50000、50,000.00 或 5万。'],
    ['证件号码', '445102198001010019', '校验码不符，号码中至少有一位录入有误。请对照证件逐位核对。'],
  ];
  for (const [label, typed, message] of mistakes) {
    const [field] = await screen.findAllByLabelText<HTMLInputElement>(label, { selector: '[type="text"]' });
    if (field === undefined) {
      throw new Error(label);
    }
    await userEvent.type(field, typed);
    await userEvent.tab();
    expect(await screen.findByText(message)).toBeTruthy();
    expect(field.value).toBe(typed);
    await userEvent.clear(field);
    await waitFor(() => expect(screen.queryByText(message)).toBeNull());
  }
});

test('a date is accepted in the usual notations', async () => {
  const requests = mockService({
    ...defaultReplies,
    'POST /api/v1/registrations': () => ({ status: 201, body: REGISTERED }),
  });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  const day = screen.getByLabelText<HTMLInputElement>('投入日期');
  await userEvent.clear(day);
  await userEvent.type(day, '2019.4.10');
  await userEvent.tab();
  expect(day.value).toBe('2019-04-10');
  await userEvent.click(screen.getByText('登记', { selector: 'button span' }));
  await screen.findByText('已登记：2021-000001-5');
  expect(registrationRequests(requests)[0]?.body).toMatchObject({ investments: [{ investedOn: '2019-04-10' }] });
});

test('all missing fields are listed, each with a link to the field', async () => {
  const requests = mockService(defaultReplies);
  renderScreen(<RegisterPage />);
  await userEvent.click(await screen.findByText('登记', { selector: 'button span' }));
  const title = await screen.findByText('还没有登记，有 8 处要改');
  const summary = title.closest('[tabindex="-1"]') as HTMLElement;
  expect(document.activeElement).toBe(summary);
  expect(within(summary).getByText('已告知（三项都要）：请把三项当面告知来访人，逐项打勾。')).toBeTruthy();
  await userEvent.click(within(summary).getByText('姓名：必须填写。'));
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
  await userEvent.type(screen.getByLabelText('姓名'), '陈');
  await screen.findByText('还没有登记，有 7 处要改');
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
  expect(registrationRequests(requests)).toEqual([]);
});

test('the Enter key in a field does not submit the form', async () => {
  const requests = mockService({
    ...defaultReplies,
    'POST /api/v1/registrations': () => ({ status: 201, body: REGISTERED }),
  });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  await userEvent.type(screen.getByLabelText('姓名'), '{Enter}');
  expect(registrationRequests(requests)).toEqual([]);
});

test('a warning says that the visitor is already registered for this platform', async () => {
  mockService({
    ...defaultReplies,
    'POST /api/v1/investors/lookup': ok({
      items: [
        {
          name: '陈示例',
          registrations: [{ id: '4', number: '2021-000009-8', platformId: PLATFORM.id, status: 'VERIFIED' }],
        },
      ],
      next: null,
    }),
  });
  renderScreen(<RegisterPage />);
  await userEvent.click(await screen.findByLabelText('平台'));
  await userEvent.click(await screen.findByTitle('共信赢'));
  await fillField('证件号码', '445102198001010018');
  expect(await screen.findByText(/此人已在这个平台登记/)).toBeTruthy();
});

test('a visitor of sixty or older is marked as elderly, and the clerk can change it', async () => {
  mockService(defaultReplies);
  renderScreen(<RegisterPage />);
  await fillField('证件号码', '11010519491231002X');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('老年人').checked).toBe(true));
  await userEvent.click(screen.getByLabelText('老年人'));
  expect(screen.getByLabelText<HTMLInputElement>('老年人').checked).toBe(false);
});

test('the slip is printed from its own page, in a frame', async () => {
  mockService({ ...defaultReplies, 'POST /api/v1/registrations': () => ({ status: 201, body: REGISTERED }) });
  renderScreen(<RegisterPage />);
  await fillRegistrationForm();
  await userEvent.click(screen.getByText('登记', { selector: 'button span' }));
  await userEvent.click(await screen.findByRole('button', { name: '打印回执' }));
  expect(screen.getByTitle('打印回执').getAttribute('src')).toBe(`/api/v1/registrations/${REGISTERED.id}/slip`);
});
