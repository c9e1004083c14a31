import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { daysFromToday } from '../../shared/format/time';
import { mockService, ok, renderScreen } from '../../testing/service';
import { CurrentWeek } from './CurrentWeek';

const open = { cutOffAt: null, closedAt: null, closedBy: null };

function mockWeeks(week: object, closed: object[] = [], more = {}) {
  return mockService({
    'GET /api/v1/reporting-weeks/current': ok(week),
    'GET /api/v1/reporting-weeks': ok({ items: closed, next: null }),
    ...more,
  });
}

test('a week that was closed early is shown as closed, and cannot be closed again', async () => {
  mockWeeks({
    startsOn: '2021-03-01',
    endsOn: '2021-03-07',
    cutOffAt: '2021-03-01T09:00:00Z',
    closedAt: '2021-03-01T09:00:00Z',
    closedBy: '黄股长',
  });
  renderScreen(<CurrentWeek canClose />);
  expect(await screen.findByText(/已周结（2021-03-01 17:00，黄股长）/)).toBeTruthy();
  expect(screen.queryByText(/尚未周结/)).toBeNull();
  expect(screen.queryByText('周结', { selector: 'button span' })).toBeNull();
});

test('a user who closes a week before its end is warned first', async () => {
  mockWeeks({ startsOn: daysFromToday(-1), endsOn: daysFromToday(5), ...open });
  renderScreen(<CurrentWeek canClose />);
  await userEvent.click(await screen.findByText('周结', { selector: 'button span' }));
  expect(await screen.findByText(new RegExp(`这一周到 ${daysFromToday(5)} 才结束`))).toBeTruthy();
});

const closeReply = (endsOn: string) => ({ [`POST /api/v1/reporting-weeks/${endsOn}/close`]: ok({ endsOn }) });

async function closeInDialog() {
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByText('周结', { selector: 'button span' }));
}

test('after the warning the request says that the week is closed early', async () => {
  const last = daysFromToday(5);
  const requests = mockWeeks({ startsOn: daysFromToday(-1), endsOn: last, ...open }, [], closeReply(last));
  renderScreen(<CurrentWeek canClose />);
  await userEvent.click(await screen.findByText('周结', { selector: 'button span' }));
  await closeInDialog();
  await waitFor(() => expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ early: true }));
});

test('a week that is over and was left open is closed without a warning', async () => {
  const last = daysFromToday(-2);
  const requests = mockWeeks(
    { startsOn: daysFromToday(-1), endsOn: daysFromToday(5), ...open },
    [{ endsOn: daysFromToday(-9) }],
    closeReply(last),
  );
  renderScreen(<CurrentWeek canClose />);
  await userEvent.click(await screen.findByText(`周结 ${last}`, { selector: 'button span' }));
  expect(screen.queryByText(/才结束/)).toBeNull();
  await closeInDialog();
  await waitFor(() => expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({}));
});

test('a user who closes a week after its end is not warned', async () => {
  mockWeeks({ startsOn: daysFromToday(-7), endsOn: daysFromToday(-1), ...open });
  renderScreen(<CurrentWeek canClose />);
  await userEvent.click(await screen.findByText('周结', { selector: 'button span' }));
  await waitFor(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
  expect(screen.queryByText(/才结束/)).toBeNull();
});
