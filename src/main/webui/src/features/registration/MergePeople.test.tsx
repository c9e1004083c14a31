import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ID, investor, investorMerge, registration } from '../../testing/minimalRecords';
import { defaultReplies, fillField } from '../../testing/registrationForm';
import { mockService, ok, renderScreen } from '../../testing/service';
import { RegisterPage } from './RegisterPage';
import { RegistrationPage } from './RegistrationPage';
import { MergePeopleDialog, OtherDocuments } from './MergePeople';

const nothing = () => undefined;
const OTHER = '0198c0de-0000-4000-8000-000000000009';
const other = { ...investor, id: OTHER, documentType: 'PASSPORT', documentNumber: 'E7*****01' };

test('the user sees the other record before the merge', async () => {
  const requests = mockService({
    'POST /api/v1/investors/lookup': ok({ items: [investor, other], next: null }),
    [`POST /api/v1/investors/${ID}/merge`]: ok(other),
  });
  renderScreen(<MergePeopleDialog person={investor} onDone={nothing} onStale={nothing} onClose={nothing} />);
  await userEvent.type(screen.getByLabelText('另一条记录的证件号码或登记编号'), '2021-000002-3');
  await userEvent.click(screen.getByText('查找', { selector: 'button span' }));
  await screen.findByText(/护照 E7\*\*\*\*\*01/);
  await fillField('认定为同一人的依据', '照片相符');
  await userEvent.click(screen.getByText('与另一人合并', { selector: 'button span' }));
  await waitFor(() => expect(requests.at(-1)?.body).toEqual({ intoId: OTHER, reason: '照片相符' }));
  expect(requests[0]?.body).toEqual({ registrationNumber: '2021-000002-3' });
});

test('other documents are shown with the users who merged the records and undid the merge', async () => {
  const undone = { ...investorMerge, undoneAt: '2021-03-02T01:00:00Z', undoneBy: '李复核', undoReason: '父子二人' };
  mockService({
    [`GET /api/v1/investors/${ID}/merges`]: ok({ items: [undone], next: null }),
  });
  renderScreen(<OtherDocuments person={investor} />);
  await screen.findByText(/李复核 撤销：父子二人/);
  expect(screen.getByText(/黄负责 合并/)).toBeTruthy();
  expect(screen.queryByText('撤销合并')).toBeNull();
});

test('a possible duplicate with the same name and phone and another document is shown while the clerk fills in the form', async () => {
  const known = { ...investor, name: '陈示例', registrations: [{ id: '4', number: '2021-000009-8' }] };
  const stranger = { ...investor, id: OTHER, name: '王另人', registrations: [] };
  mockService({ ...defaultReplies, 'POST /api/v1/investors/lookup': ok({ items: [known, stranger], next: null }) });
  renderScreen(<RegisterPage />);
  await fillField('姓名', ' 陈示例 ');
  await userEvent.type(document.getElementById('investor_phone') as HTMLElement, '138 0013 8000');
  await screen.findByText('同名同电话的人已以其他证件登记，请核对是否同一人');
  expect(screen.getByText(/陈示例 445102\*{8}0018 2021-000009-8/)).toBeTruthy();
  expect(screen.queryByText(/王另人/)).toBeNull();
});

test('a merged registration links to the one that it was merged into', async () => {
  mockService({
    'GET /api/v1/registrations/': ok({
      ...registration,
      status: 'MERGED',
      mergedIntoId: OTHER,
      mergedIntoNumber: '2021-000002-3',
      endedAt: '2021-03-02T01:00:00Z',
      endReason: '重复登记',
    }),
  });
  renderScreen(<RegistrationPage />);
  const link = await screen.findByText('2021-000002-3');
  expect(link.getAttribute('href')).toBe(`/registrations/${OTHER}`);
  expect(screen.getByText('重复登记')).toBeTruthy();
  expect(screen.getByText('打印回执')).toBeTruthy();
});
