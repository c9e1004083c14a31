import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Schemas } from '../../shared/api/client';
import { daysFromToday } from '../../shared/format/time';
import { mockService, ok, renderScreen } from '../../testing/service';
import { StepDialog } from './StepDialog';

const ID = '0198c0de-0000-4000-8000-000000000009';

test('a bulletin with characters that cannot be printed is signed after a confirmation', async () => {
  const bulletin = {
    id: ID,
    version: 2,
    missingCharacters: [{ part: 'SECTION', section: 'basics', heading: '一、基本情况', characters: ['𠮷'] }],
  } as unknown as Schemas['Bulletin'];
  const requests = mockService({ [`POST /api/v1/bulletins/${ID}/issue`]: ok(bulletin) });
  const done = vi.fn();
  renderScreen(
    <StepDialog bulletin={bulletin} step="issue" onDone={done} onStale={() => undefined} onClose={() => undefined} />,
  );
  expect(await screen.findByText('一、基本情况：𠮷')).toBeTruthy();
  const sign = () => userEvent.click(screen.getByRole('button', { name: /签\s?发/ }));
  await sign();
  expect(await screen.findByText('请改写以上各字，或确认后再签发。')).toBeTruthy();
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox'));
  await sign();
  await vi.waitFor(() => {
    expect(done).toHaveBeenCalled();
  });
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    issuedOn: null,
    acceptMissingCharacters: true,
  });
});

test('a bulletin of a week that is not over is signed after a confirmation', async () => {
  const last = daysFromToday(3);
  const bulletin = { id: ID, version: 2, weekEndsOn: last, missingCharacters: [] } as unknown as Schemas['Bulletin'];
  const requests = mockService({ [`POST /api/v1/bulletins/${ID}/issue`]: ok(bulletin) });
  const done = vi.fn();
  renderScreen(
    <StepDialog bulletin={bulletin} step="issue" onDone={done} onStale={() => undefined} onClose={() => undefined} />,
  );
  const sign = () => userEvent.click(screen.getByRole('button', { name: /签\s?发/ }));
  await userEvent.click(await screen.findByText(`所报的一周到 ${last} 才结束，仍要现在签发`));
  await userEvent.click(screen.getByRole('checkbox'));
  await sign();
  expect(await screen.findByText('请等这一周结束，或确认后再签发。')).toBeTruthy();
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox'));
  await sign();
  await vi.waitFor(() => {
    expect(done).toHaveBeenCalled();
  });
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({ early: true });
});
