import type { Schemas } from '../api/client';
import { isMoney, normalisedMoney } from './money';

export interface InvestmentAmount {
  principal?: string | null;
  rolledOver?: boolean | null;
}
export interface RepaymentAmount {
  kind?: Schemas['RepaymentKind'] | null;
  amount?: string | null;
}

const FEN = 100n;

function toFen(typed: string | null | undefined): bigint {
  const [whole = '0', cents = ''] = normalisedMoney(typed ?? '').split('.');
  return BigInt(whole) * FEN + BigInt(cents.padEnd(2, '0'));
}

const sum = (amounts: (string | null | undefined)[]) => amounts.map(toFen).reduce((total, one) => total + one, 0n);

/** Part of the loss formula that each kind of repayment belongs to. Principal and clearance funds (清退款) always count. */
const PARTS: Record<Schemas['RepaymentKind'], Schemas['SetOff'] | undefined> = {
  PRINCIPAL: undefined,
  CLEARANCE: undefined,
  INTEREST: 'RETURNS',
  DIVIDEND: 'RETURNS',
  REBATE: 'RETURNS',
  REWARD: 'RETURNS',
  CONSUMPTION_OFFSET: 'CONSUMPTION',
  GOODS: 'GOODS',
};

/**
 * Net loss by the same formula as the service (Totals, LossFormula): a rolled-over investment is money that was already paid
 * in, and adds no principal. Only a preview; undefined while an amount is invalid or there is no principal. Both
 * implementations are tested on validator-vectors.json.
 */
export function netLoss(
  paid: InvestmentAmount[],
  repaid: RepaymentAmount[],
  setOff: Schemas['SetOff'][],
): string | undefined {
  const typed = [...paid.map(({ principal }) => principal), ...repaid.map(({ amount }) => amount)].filter(
    (amount) => amount != null && amount !== '',
  );
  const principals = paid.filter(({ principal }) => principal != null && principal !== '');
  if (principals.length === 0 || !typed.every((amount) => isMoney(normalisedMoney(amount ?? '')))) {
    return undefined;
  }
  const deducted = repaid.filter(({ kind }) => {
    const part = kind == null ? 'RETURNS' : PARTS[kind];
    return part === undefined || setOff.includes(part);
  });
  const loss =
    sum(principals.filter(({ rolledOver }) => rolledOver !== true).map(({ principal }) => principal)) -
    sum(deducted.map(({ amount }) => amount).filter((amount) => amount != null && amount !== ''));
  const digits = String(loss < 0n ? -loss : loss).padStart(3, '0');
  return `${loss < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
