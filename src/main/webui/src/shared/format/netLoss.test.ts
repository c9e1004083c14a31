import { expect, test } from 'vitest';
import { lossVectors } from '../../testing/vectors';
import { netLoss } from './netLoss';

const of = (principal: string) => ({ principal });

test.each(lossVectors)(
  'the net loss of %j is what the service makes of it',
  ({ invested, rolledOver, repaid, ...expected }) => {
    const paid = [...invested.map(of), ...(rolledOver ?? []).map((principal) => ({ principal, rolledOver: true }))];
    const back = repaid.map((amount) => ({ kind: 'INTEREST' as const, amount }));
    expect(netLoss(paid, back, 'ALL_RETURNS_SET_OFF')).toBe(expected.netLoss);
  },
);

test('a hundred thousand rolled over once are a hundred thousand', () => {
  expect(netLoss([of('10万'), { principal: '100,000', rolledOver: true }], [], 'ALL_RETURNS_SET_OFF')).toBe(
    '100000.00',
  );
});

test('where principal alone is set off, interest is not and clearance funds are', () => {
  const back = [
    { kind: 'INTEREST' as const, amount: '1200' },
    { kind: 'CLEARANCE' as const, amount: '10000.5' },
  ];
  expect(netLoss([of('50000')], back, 'PRINCIPAL_ONLY')).toBe('39999.50');
});

test('while an amount is none, nothing is reckoned', () => {
  expect(netLoss([of('五万')], [], 'ALL_RETURNS_SET_OFF')).toBeUndefined();
  expect(netLoss([of('')], [], 'ALL_RETURNS_SET_OFF')).toBeUndefined();
});
