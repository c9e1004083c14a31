import type { Schemas } from '../api/client';
import { dateUnderHeading, notAhead, pastedDate, sureAmount } from './pastedCells';
import { INVESTMENT, kindOf, methodOf, REPAYMENT, type Column } from './pastedColumns';
import { LEAST_PRINCIPAL, LEAST_REPAYMENT, pastedTable, type PastedTable } from './pastedTable';
import { condensed } from './typed';

/** A row as far as it was understood for certain; everything else stays empty, to be filled in by hand. */
export interface PastedInvestment {
  product?: string;
  investedOn?: string;
  principal?: string;
  maturesOn?: string;
  contractNumber?: string;
  annualRatePercent?: string;
  paymentMethod?: Schemas['PaymentMethod'];
  bankAccount?: string;
  rolledOver?: boolean;
}

export interface PastedRepayment {
  repaidOn?: string;
  kind?: Schemas['RepaymentKind'];
  amount?: string;
}

export interface Pasted<R> {
  rows: R[];
  /** How many of them miss something that is required. */
  unfinished: number;
  /** Lines that are no rows: sums, and what has neither day nor amount. */
  skipped: string[];
  /** Columns that were not taken over. */
  unused: string[];
}

const known = <R extends object>(row: R) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as R;

const reader = ({ columns, hasHeadings }: PastedTable, cells: string[]) => {
  const at = (column: Column) => columns.findIndex((one) => one.column === column);
  const cell = (column: Column) => cells[at(column)] ?? '';
  return {
    cell,
    text: (column: Column) => cell(column) || undefined,
    date: (column: Column) => (hasHeadings ? dateUnderHeading : pastedDate)(cell(column)),
    amount: (column: Column, least: number) => sureAmount(cell(column), columns[at(column)]?.unit, least),
  };
};

function pasted<R extends object>(
  table: PastedTable,
  read: (cells: string[]) => R[],
  required: (keyof R)[],
): Pasted<R> {
  const lines = table.rows.map((cells) => ({ cells, rows: read(cells).map(known) }));
  const rows = lines.flatMap((line) => line.rows);
  const skipped = [...table.sums, ...lines.filter((line) => line.rows.length === 0).map(({ cells }) => cells)];
  return {
    rows,
    unfinished: rows.filter((row) => required.some((field) => row[field] === undefined)).length,
    skipped: skipped.map((cells) => cells.filter((cell) => cell !== '').join(' ')),
    unused: rows.length === 0 ? [] : table.unused,
  };
}

/** Rows copied from a spreadsheet. Headings decide what a column is; without them only what can be nothing else is taken. */
export function pastedInvestments(text: string): Pasted<PastedInvestment> {
  const table = pastedTable(text, INVESTMENT, LEAST_PRINCIPAL);
  const read = (cells: string[]): PastedInvestment[] => {
    const { cell, text: textAt, date, amount } = reader(table, cells);
    const investedOn = notAhead(date('day'));
    const principal = amount('amount', LEAST_PRINCIPAL);
    const product = textAt('product');
    if (investedOn === undefined && principal === undefined && (product === undefined || !hasFigures(cells))) {
      return [];
    }
    const account = condensed(cell('bankAccount'));
    return [
      {
        product,
        investedOn,
        principal,
        maturesOn: date('maturesOn'),
        contractNumber: textAt('contractNumber'),
        annualRatePercent: rate(cell('annualRatePercent')),
        paymentMethod: methodOf(cell('paymentMethod')),
        bankAccount: /^\d{8,30}$/.test(account) ? account : undefined,
        rolledOver: /^(是|复投|续投|有|√|✓|y|yes|true)$/i.test(cell('rolledOver')) ? true : undefined,
      } as PastedInvestment,
    ];
  };
  return pasted(table, read, ['product', 'investedOn', 'principal']);
}

const KIND_COLUMNS = ['PRINCIPAL', 'INTEREST', 'DIVIDEND', 'REBATE', 'REWARD', 'CLEARANCE'] as const;

/** What came back, with a column for each kind of it or one of the kinds; where neither is, the kind stays open. */
export function pastedRepayments(text: string): Pasted<PastedRepayment> {
  const table = pastedTable(text, REPAYMENT, LEAST_REPAYMENT);
  const read = (cells: string[]): PastedRepayment[] => {
    const { cell, date, amount } = reader(table, cells);
    const repaidOn = notAhead(date('day'));
    const ofKinds = KIND_COLUMNS.flatMap((kind) => {
      const paid = amount(kind, LEAST_REPAYMENT);
      return paid === undefined ? [] : [{ repaidOn, kind, amount: paid } as PastedRepayment];
    });
    const paid = amount('amount', LEAST_REPAYMENT);
    if (ofKinds.length > 0 && paid === undefined) {
      return ofKinds;
    }
    return repaidOn === undefined && paid === undefined
      ? []
      : [{ repaidOn, kind: kindOf(cell('kind')), amount: paid } as PastedRepayment];
  };
  return pasted(table, read, ['repaidOn', 'kind', 'amount']);
}

const hasFigures = (cells: string[]) => cells.some((cell) => /\d/.test(cell));

/** 9.6% or 9.6; Excel's 0.096 could be either, and is none. */
function rate(cell: string): string | undefined {
  const [, whole = ''] = /^(\d{1,4}(?:\.\d{1,2})?)%?$/.exec(cell) ?? [];
  return whole === '' || (Number(whole) < 1 && !cell.endsWith('%')) ? undefined : whole;
}
