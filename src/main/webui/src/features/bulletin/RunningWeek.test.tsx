import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { daysFromToday } from '../../shared/format/time';
import { ok, service, show } from '../../testing/service';
import { RunningWeek } from './RunningWeek';

const open = { cutOffAt: null, closedAt: null, closedBy: null };

function running(week: object, closed: object[] = [], more = {}) {
  return service({
    'GET /api/v1/reporting-weeks/current': ok(week),
    'GET /api/v1/reporting-weeks': ok({ items: closed, next: null }),
    ...more,
  });
}

test('a week that was closed early is shown as closed, and cannot be closed again', async () => {
  running({
    startsOn: '2021-03-01',
    endsOn: '2021-03-07',
    cutOffAt: '2021-03-01T09:00:00Z',
    closedAt: '2021-03-01T09:00:00Z',
    closedBy: '黄股长',
  });
  show(<RunningWeek mayClose />);
  expect(await screen.findByText(/已周结（2021-03-01 17:00，黄股长）/)).toBeTruthy();
  expect(screen.queryByText(/尚未周结/)).toBeNull();
  expect(screen.queryByText('周结', { selector: 'button span' })).toBeNull();
});

test('whoever closes a week that is not over is warned first', async () => {
  running({ startsOn: daysFromToday(-1), endsOn: daysFromToday(5), ...open });
  show(<RunningWeek mayClose />);
  await userEvent.click(await screen.findByText('周结', { selector: 'button span' }));
  expect(await screen.findByText(new RegExp(`这一周到 ${daysFromToday(5)} 才结束`))).toBeTruthy();
});

const closes = (endsOn: string) => ({ [`POST /api/v1/reporting-weeks/${endsOn}/close`]: ok({ endsOn }) });

async function closeInDialog() {
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByText('周结', { selector: 'button span' }));
}

test('whoever was warned closes it early and says so', async () => {
  const last = daysFromToday(5);
  const asked = running({ startsOn: daysFromToday(-1), endsOn: last, ...open }, [], closes(last));
  show(<RunningWeek mayClose />);
  await userEvent.click(await screen.findByText('周结', { selector: 'button span' }));
  await closeInDialog();
  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ early: true }));
});

test('a week that is over and was left open is closed without a warning', async () => {
  const last = daysFromToday(-2);
  const asked = running(
    { startsOn: daysFromToday(-1), endsOn: daysFromToday(5), ...open },
    [{ endsOn: daysFromToday(-9) }],
    closes(last),
  );
  show(<RunningWeek mayClose />);
  await userEvent.click(await screen.findByText(`周结 ${last}`, { selector: 'button span' }));
  expect(screen.queryByText(/才结束/)).toBeNull();
  await closeInDialog();
  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({}));
});

test('whoever closes a week that is over is not', async () => {
  running({ startsOn: daysFromToday(-7), endsOn: daysFromToday(-1), ...open });
  show(<RunningWeek mayClose />);
  await userEvent.click(await screen.findByText('周结', { selector: 'button span' }));
  await waitFor(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
  expect(screen.queryByText(/才结束/)).toBeNull();
});
