import { expect, test } from 'vitest';
import { lossVectors } from '../../testing/vectors';
import { netLoss } from './netLoss';

const investment = (principal: string) => ({ principal });

test.each(lossVectors)(
  'the net loss of %j is the same as in the service',
  ({ invested, rolledOver, repaid, ...expected }) => {
    const paid = [
      ...invested.map(investment),
      ...(rolledOver ?? []).map((principal) => ({ principal, rolledOver: true })),
    ];
    const back = repaid.map((amount) => ({ kind: 'INTEREST' as const, amount }));
    expect(netLoss(paid, back, ['RETURNS', 'CONSUMPTION', 'GOODS'])).toBe(expected.netLoss);
  },
);

test('a hundred thousand that was rolled over once counts once', () => {
  expect(
    netLoss([investment('10万'), { principal: '100,000', rolledOver: true }], [], ['RETURNS', 'CONSUMPTION', 'GOODS']),
  ).toBe('100000.00');
});

test('if only principal is set off, interest does not count and clearance funds do', () => {
  const back = [
    { kind: 'INTEREST' as const, amount: '1200' },
    { kind: 'CLEARANCE' as const, amount: '10000.5' },
  ];
  expect(netLoss([investment('50000')], back, [])).toBe('39999.50');
});

test("purchases and goods are set off if the platform's formula has them", () => {
  const back = [
    { kind: 'INTEREST' as const, amount: '1000' },
    { kind: 'CONSUMPTION_OFFSET' as const, amount: '200' },
    { kind: 'GOODS' as const, amount: '30' },
  ];
  expect(netLoss([investment('50000')], back, [])).toBe('50000.00');
  expect(netLoss([investment('50000')], back, ['RETURNS'])).toBe('49000.00');
  expect(netLoss([investment('50000')], back, ['RETURNS', 'CONSUMPTION'])).toBe('48800.00');
  expect(netLoss([investment('50000')], back, ['GOODS'])).toBe('49970.00');
});

test('there is no net loss while an amount is invalid', () => {
  expect(netLoss([investment('五万')], [], ['RETURNS', 'CONSUMPTION', 'GOODS'])).toBeUndefined();
  expect(netLoss([investment('')], [], ['RETURNS', 'CONSUMPTION', 'GOODS'])).toBeUndefined();
});
