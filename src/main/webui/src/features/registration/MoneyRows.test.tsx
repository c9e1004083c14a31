import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { Form } from 'antd';
import { beforeEach, expect, test, vi } from 'vitest';
import { platform } from '../../testing/minimalRecords';
import { mockService, ok, renderScreen } from '../../testing/service';
import { InvestmentRows, RepaymentRows } from './MoneyRows';
import { NetLossPreview } from './NetLossPreview';
import { investmentLines, type RegisterForm } from './registerForm';

const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
const MORE = /^更多栏目/;

beforeEach(() => {
  mockService({ 'GET /api/v1/platforms': ok({ items: [platform], next: null }) });
});

function renderRows(initial: RegisterForm) {
  const send = vi.fn();
  renderScreen(
    <Form<RegisterForm> initialValues={initial} onFinish={send}>
      <InvestmentRows />
      <RepaymentRows />
      <NetLossPreview platformId={platform.id} />
      <button type="submit">提交</button>
    </Form>,
  );
  return {
    lines: async () => {
      await user.click(screen.getByText('提交'));
      await waitFor(() => expect(send).toHaveBeenCalled());
      return investmentLines((send.mock.lastCall?.[0] as RegisterForm).investments ?? []);
    },
  };
}

const LINE = { product: '季季盈', investedOn: '2019-05-20', principal: '100000' };

test('optional fields of an investment open with the keyboard and are sent', async () => {
  const { lines } = renderRows({ investments: [LINE], repayments: [] });
  expect(screen.queryByLabelText('合同编号')).toBeNull();
  screen.getByText(MORE).closest('button')?.focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('checkbox')));
  await user.keyboard(' ');
  await user.type(screen.getByLabelText('合同编号'), 'HT-001');
  await user.type(screen.getByLabelText('约定年化（%）'), '９.6％');
  await user.click(screen.getByLabelText('付款账号'));
  await user.paste('\u202d6225 8814 1420 7430\u202c');
  expect(await lines()).toMatchObject([
    { rolledOver: true, contractNumber: 'HT-001', annualRatePercent: '9.6', bankAccount: '6225881414207430' },
  ]);
});

test('optional values of a record are shown at once, and sent back unchanged', async () => {
  const { lines } = renderRows({ investments: [{ ...LINE, bankAccount: '************7430' }, LINE], repayments: [] });
  expect(screen.queryByText(MORE)).toBeNull();
  expect(screen.getByDisplayValue('************7430')).toBeTruthy();
  expect(await lines()).toMatchObject([{ bankAccount: '************7430' }, { bankAccount: null, rolledOver: null }]);
});

test('a month is accepted in the usual notations, formatted, and sent as a month', async () => {
  const { lines } = renderRows({ investments: [{ ...LINE, investedOn: undefined }], repayments: [] });
  const field = screen.getByLabelText<HTMLInputElement>('投入日期');
  await user.type(field, '大约2019.5');
  expect(field.value).toBe('大约2019.5');
  await user.tab();
  expect(field.value).toBe('约2019年5月');
  expect(await lines()).toMatchObject([{ investedOn: '2019-05~', maturesOn: null }]);
});

test('partial dates of a record are sent back unchanged', async () => {
  const { lines } = renderRows({
    investments: [{ ...LINE, investedOn: '2019-05', maturesOn: '2020~' }],
    repayments: [],
  });
  expect(screen.getByDisplayValue('2019年5月')).toBeTruthy();
  expect(screen.getByDisplayValue('约2020年')).toBeTruthy();
  await user.click(screen.getByLabelText('投入日期'));
  await user.tab();
  expect(await lines()).toMatchObject([{ investedOn: '2019-05', maturesOn: '2020~' }]);
});

test.each([
  ['19年5月', /没有认出日期/],
  ['2999', /日期不能晚于今天/],
])('the date %s shows an error', async (typed, message) => {
  renderRows({ investments: [{ ...LINE, investedOn: undefined }], repayments: [] });
  await user.type(screen.getByLabelText('投入日期'), typed);
  await user.tab();
  expect(await screen.findByText(message)).toBeTruthy();
});

test('a line that was rolled over adds no loss', async () => {
  renderRows({ investments: [LINE, { ...LINE, rolledOver: true }], repayments: [] });
  expect(await screen.findByText(/净损失：100,000.00 壹拾万元整/)).toBeTruthy();
  await user.click(screen.getAllByRole('checkbox')[1] as HTMLElement);
  expect(await screen.findByText(/净损失：200,000.00 贰拾万元整/)).toBeTruthy();
});

test('uncertain cells of pasted rows stay empty, and a message says so', async () => {
  renderRows({ investments: [{}], repayments: [] });
  await user.click(screen.getByLabelText('产品'));
  await user.paste('1\t季季盈\t2019-05-20\t50,000.00\r\n2\t月月红\t2019-06-20\t180\r\n\t合计\t\t50,000.00');
  expect(
    await screen.findByText(/已粘贴 2 行，其中 1 行有必填内容没有把握，未填，请补上，没有认出，未粘贴：合计 50,000.00/),
  ).toBeTruthy();
  const amounts = screen.getAllByLabelText<HTMLInputElement>('本金（元）').map(({ value }) => value);
  expect(amounts).toEqual(['50000.00', '']);
});

test('pasted optional columns are shown', async () => {
  const { lines } = renderRows({ investments: [{}], repayments: [] });
  await user.click(screen.getByLabelText('产品'));
  await user.paste('产品\t日期\t金额\t是否复投\n季季盈\t2019-05-20\t50000\t是');
  expect(await screen.findByRole('checkbox')).toBeTruthy();
  expect(await lines()).toMatchObject([{ product: '季季盈', principal: '50000', rolledOver: true }]);
});

test('repayments are pasted into their own list', async () => {
  renderRows({ investments: [LINE], repayments: [{ kind: 'INTEREST' }] });
  await user.click(screen.getByLabelText('返还日期'));
  await user.paste('返还日期\t已还本金\t已付利息\n2019-11-20\t10,000.00\t320.50');
  expect(await screen.findByText(/已粘贴 2 行/)).toBeTruthy();
  const amounts = screen.getAllByLabelText<HTMLInputElement>('金额（元）').map(({ value }) => value);
  expect(amounts).toEqual(['10000.00', '320.50']);
  expect(within(document.body).getByText(/净损失：89,679.50/)).toBeTruthy();
});
