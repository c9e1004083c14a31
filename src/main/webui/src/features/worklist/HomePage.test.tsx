import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mockService, ok, renderScreen } from '../../testing/service';
import { HomePage } from './HomePage';

const week = { startsOn: '2021-03-01', endsOn: '2021-03-07', cutOffAt: null, closedAt: null, closedBy: null };

const figure = (measure: string, closing: number) => ({
  measure,
  count: { opening: 0, added: closing, removed: 1, moved: 0, closing },
  amount: { opening: '0.00', added: '40.00', removed: '1.50', moved: '0.00', closing: '38.50' },
});

function mockHome(items: object[]) {
  return mockService({
    'GET /api/v1/worklist': ok({ items, next: null }),
    'GET /api/v1/reporting-weeks/current': ok(week),
    'GET /api/v1/figures': ok({ items: [figure('PERSONS_REGISTERED', 7), figure('AFFECTED', 6)], next: null }),
  });
}

test('entries of the work list link to the screens where the work is done', async () => {
  mockHome([
    { kind: 'ATTENTION_TO_REVIEW', count: 2, earliestOn: '2021-03-04' },
    { kind: 'BULLETINS_MISSING', count: 3, earliestOn: '2021-02-28' },
  ]);
  renderScreen(<HomePage />, { roles: ['SECTION_CHIEF'] });
  const review = await screen.findByRole('link', { name: /2 项重点关注七天内要复核，最早 2021-03-04/ });
  expect(review.getAttribute('href')).toBe('/attention?status=ACTIVE&due=soon');
  expect(screen.getByRole('link', { name: /3 期周报应报未报/ }).getAttribute('href')).toBe('/bulletins');
});

test('the current week shows totals and changes', async () => {
  mockHome([]);
  renderScreen(<HomePage />);
  await screen.findByText('没有待办。');
  await screen.findByText('本报告周 2021-03-01 至 2021-03-07');
  await screen.findByText('本周 +7 −1');
  expect(screen.getByText('本周 +40.00 −1.50')).toBeTruthy();
});

test('the home page requests the figures of the reporting week, which end with its closing', async () => {
  const requests = mockHome([]);
  renderScreen(<HomePage />);
  await screen.findByText('本周 +7 −1');
  const figures = requests.find(({ path }) => path.startsWith('/api/v1/figures'));
  expect(Object.fromEntries(figures?.query ?? [])).toEqual({ from: '2021-03-01', to: '2021-03-07', by: 'WEEK' });
});

test('after an early closing the figures of this week stay, and the next week counts', async () => {
  const counted = (startsOn: string, opening: number, added: number) => ({
    startsOn,
    measure: 'PERSONS_REGISTERED',
    count: { opening, added, removed: 0, moved: 0, closing: opening + added },
  });
  const requests = mockService({
    'GET /api/v1/worklist': ok({ items: [], next: null }),
    'GET /api/v1/reporting-weeks/current': ok({ ...week, closedAt: '2021-03-01T09:00:00Z', closedBy: '黄股长' }),
    'GET /api/v1/figures': ok({ items: [counted('2021-03-01', 5, 0), counted('2021-03-08', 5, 1)], next: null }),
  });
  renderScreen(<HomePage />);
  expect(await screen.findByText('下一周 +1 −0')).toBeTruthy();
  expect(screen.getAllByText('本周 +0 −0').length).toBe(2);
  expect(screen.getByText('6')).toBeTruthy();
  const figures = requests.find(({ path }) => path.startsWith('/api/v1/figures'));
  expect(Object.fromEntries(figures?.query ?? [])).toEqual({ from: '2021-03-01', to: '2021-03-08', by: 'WEEK' });
});

test('a user without a role in the register sends no requests for it', () => {
  const requests = mockHome([]);
  renderScreen(<HomePage />, { roles: ['BRANCH_LIAISON'] });
  expect(screen.getByText('您的角色在这里没有登记业务。')).toBeTruthy();
  expect(requests).toEqual([]);
});

test('a notice says that the week was closed early, because new registrations count in the next one', async () => {
  mockService({
    'GET /api/v1/worklist': ok({ items: [], next: null }),
    'GET /api/v1/reporting-weeks/current': ok({ ...week, closedAt: '2021-03-01T09:00:00Z', closedBy: '黄股长' }),
    'GET /api/v1/figures': ok({ items: [], next: null }),
  });
  renderScreen(<HomePage />);
  expect(await screen.findByText('本周已周结，此后登记的计入下一周。')).toBeTruthy();
});
