import type { Schemas } from '../api/client';
import { certainAmount, notInFuture, parseDateUnderHeading, parsePastedDate } from './pastedCells';
import { type Column, INVESTMENT, kindOf, methodOf, REPAYMENT } from './pastedColumns';
import { MIN_PRINCIPAL, MIN_REPAYMENT, type ParsedTable, parseTable } from './pastedTable';
import { condensed } from './typed';

/** A parsed row. Uncertain cells stay empty, and the clerk fills them in. */
export interface ParsedInvestment {
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

export interface ParsedRepayment {
  repaidOn?: string;
  kind?: Schemas['RepaymentKind'];
  amount?: string;
}

export interface ParsedRows<R> {
  rows: R[];
  /** Number of rows without a required value. */
  unfinished: number;
  /** Skipped lines: sums, and lines with neither date nor amount. */
  skipped: string[];
  /** Columns that were not used. */
  unused: string[];
}

const withoutUndefined = <R extends object>(row: R) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as R;

const cellReader = ({ columns, hasHeadings }: ParsedTable, cells: string[]) => {
  const at = (column: Column) => columns.findIndex((one) => one.column === column);
  const cell = (column: Column) => cells[at(column)] ?? '';
  return {
    cell,
    text: (column: Column) => cell(column) || undefined,
    date: (column: Column) => (hasHeadings ? parseDateUnderHeading : parsePastedDate)(cell(column)),
    amount: (column: Column, min: number) => certainAmount(cell(column), columns[at(column)]?.unit, min),
  };
};

function toParsedRows<R extends object>(
  table: ParsedTable,
  read: (cells: string[]) => R[],
  required: (keyof R)[],
): ParsedRows<R> {
  const lines = table.rows.map((cells) => ({ cells, rows: read(cells).map(withoutUndefined) }));
  const rows = lines.flatMap((line) => line.rows);
  const skipped = [...table.sums, ...lines.filter((line) => line.rows.length === 0).map(({ cells }) => cells)];
  return {
    rows,
    unfinished: rows.filter((row) => required.some((field) => row[field] === undefined)).length,
    skipped: skipped.map((cells) => cells.filter((cell) => cell !== '').join(' ')),
    unused: rows.length === 0 ? [] : table.unusedColumns,
  };
}

/**
 * Parses rows copied from a spreadsheet. Headings decide the meaning of each column; without headings, only unambiguous columns
 * are used.
 */
export function parseInvestments(text: string): ParsedRows<ParsedInvestment> {
  const table = parseTable(text, INVESTMENT, MIN_PRINCIPAL);
  const read = (cells: string[]): ParsedInvestment[] => {
    const { cell, text: textAt, date, amount } = cellReader(table, cells);
    const investedOn = notInFuture(date('day'));
    const principal = amount('amount', MIN_PRINCIPAL);
    const product = textAt('product');
    if (investedOn === undefined && principal === undefined && (product === undefined || !hasDigits(cells))) {
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
      } as ParsedInvestment,
    ];
  };
  return toParsedRows(table, read, ['product', 'investedOn', 'principal']);
}

const KIND_COLUMNS = ['PRINCIPAL', 'INTEREST', 'DIVIDEND', 'REBATE', 'REWARD', 'CLEARANCE'] as const;

/** Parses repayments, with one amount column for each kind or a column with the kind. Otherwise the kind stays empty. */
export function parseRepayments(text: string): ParsedRows<ParsedRepayment> {
  const table = parseTable(text, REPAYMENT, MIN_REPAYMENT);
  const read = (cells: string[]): ParsedRepayment[] => {
    const { cell, date, amount } = cellReader(table, cells);
    const repaidOn = notInFuture(date('day'));
    const ofKinds = KIND_COLUMNS.flatMap((kind) => {
      const paid = amount(kind, MIN_REPAYMENT);
      return paid === undefined ? [] : [{ repaidOn, kind, amount: paid } as ParsedRepayment];
    });
    const paid = amount('amount', MIN_REPAYMENT);
    if (ofKinds.length > 0 && paid === undefined) {
      return ofKinds;
    }
    return repaidOn === undefined && paid === undefined
      ? []
      : [{ repaidOn, kind: kindOf(cell('kind')), amount: paid } as ParsedRepayment];
  };
  return toParsedRows(table, read, ['repaidOn', 'kind', 'amount']);
}

const hasDigits = (cells: string[]) => cells.some((cell) => /\d/.test(cell));

/** 9.6% or 9.6. A cell of Excel with 0.096 could mean 0.096% or 9.6%, and is not used. */
function rate(cell: string): string | undefined {
  const [, whole = ''] = /^(\d{1,4}(?:\.\d{1,2})?)%?$/.exec(cell) ?? [];
  return whole === '' || (Number(whole) < 1 && !cell.endsWith('%')) ? undefined : whole;
}
