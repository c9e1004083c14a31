import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, unwrap } from '../shared/api/client';
import { mockService, ok, renderScreen } from '../testing/service';
import { IdleWarning } from './IdleWarning';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2021-03-05T08:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

const advance = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * MINUTE));

test('a user who is still there is warned three minutes before the session ends, and can extend it', async () => {
  const requests = mockService({
    'GET /api/v1/me': ok({}),
    'GET /api/v1/me/sessions': ok({
      items: [{ id: '1', current: true, lastSeenAt: '2021-03-05T08:00:00Z', expiresAt: '2021-03-05T08:30:00Z' }],
      next: null,
    }),
  });
  renderScreen(<IdleWarning />);
  await advance(20);
  await unwrap(api.GET('/api/v1/me'));
  await advance(26);
  expect(screen.queryByRole('alert')).toBeNull();
  await advance(2);
  expect(screen.getByRole('alert').textContent).toContain('登录快要过期了');
  const before = requests.length;
  fireEvent.click(screen.getByRole('button', { name: '我还在' }));
  await advance(1);
  expect(requests.length).toBe(before + 1);
  expect(screen.queryByRole('alert')).toBeNull();
});
