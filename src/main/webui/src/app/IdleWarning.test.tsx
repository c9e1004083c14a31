import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, api } from '../shared/api/client';
import { ok, service, show } from '../testing/service';
import { IdleWarning } from './IdleWarning';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2021-03-05T08:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * MINUTE));

test('whoever is still there is warned three minutes before the end, and can go on', async () => {
  const asked = service({
    'GET /api/v1/me': ok({}),
    'GET /api/v1/me/sessions': ok({
      items: [{ id: '1', current: true, lastSeenAt: '2021-03-05T08:00:00Z', expiresAt: '2021-03-05T08:30:00Z' }],
      next: null,
    }),
  });
  show(<IdleWarning />);
  await pass(20);
  await answer(api.GET('/api/v1/me'));
  await pass(26);
  expect(screen.queryByRole('alert')).toBeNull();
  await pass(2);
  expect(screen.getByRole('alert').textContent).toContain('登录快要过期了');
  const before = asked.length;
  fireEvent.click(screen.getByRole('button', { name: '我还在' }));
  await pass(1);
  expect(asked.length).toBe(before + 1);
  expect(screen.queryByRole('alert')).toBeNull();
});
