import { screen } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { ok, type RecordedRequest } from './service';

/** Without the check of pointer events: jsdom takes seconds for it on a page of this size. */
const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });

export const PLATFORM = { id: '0198c0de-0000-4000-8000-000000000002', name: '共信赢' };

export const REGISTERED = {
  id: '0198c0de-0000-4000-8000-000000000003',
  number: '2021-000001-5',
  netLoss: '48800.00',
  platformName: '共信赢',
  investor: { name: '陈示例' },
  warnings: [{ code: 'NO_LOSS', message: '请核对金额。' }],
};

export const defaultReplies = {
  'GET /api/v1/platforms': ok({ items: [PLATFORM], next: null }),
  'GET /api/v1/areas': ok({ items: [], next: null }),
  'POST /api/v1/areas/resolve': ok({ area: { code: '445102010001', name: '开元村' }, spoken: {} }),
  'POST /api/v1/investors/lookup': ok({ items: [], next: null }),
};

export const registrationRequests = (requests: RecordedRequest[]) =>
  requests.filter(({ path }) => path === '/api/v1/registrations');

export async function fillField(label: string, text: string) {
  await user.click(await screen.findByLabelText(label));
  await user.paste(text);
}

export async function fillRegistrationForm() {
  await user.click(await screen.findByLabelText('平台'));
  await user.click(await screen.findByTitle('共信赢'));
  await fillField('证件号码', '445102198001010018');
  await fillField('姓名', '陈示例');
  await fillField('住址', '开元路12号');
  await user.click(screen.getByLabelText('产品'));
  await user.paste('季季盈\t2019-05-20\t50,000.00');
  for (const notice of ['登记不等于报案', '损失由参与人自行承担', '个人信息处理告知']) {
    await user.click(screen.getByLabelText(notice));
  }
}
