import { typedDay } from './day';
import { isMoney, typedMoney } from './money';

/** A row as far as it was understood. */
export interface PastedInvestment {
  product?: string;
  investedOn?: string;
  principal?: string;
  maturesOn?: string;
}

export interface Pasted {
  rows: PastedInvestment[];
  /** How many of them miss a day or an amount, to be filled in by hand. */
  unfinished: number;
  /** Lines in which there is neither. */
  skipped: string[];
}

/** Rows copied from a spreadsheet: product, day, amount and perhaps maturity, in any order of day and amount. */
export function pastedInvestments(text: string): Pasted {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.normalize('NFKC').trim()))
    .filter((cells) => cells.length > 1 && cells.some((cell) => cell !== ''));
  const read = lines.map((cells) => ({ cells, row: investment(cells) }));
  const rows = read.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return {
    rows,
    unfinished: rows.filter(({ investedOn, principal }) => investedOn === undefined || principal === undefined).length,
    skipped: read.filter(({ row }) => row === undefined).map(({ cells }) => cells.join(' ')),
  };
}

function investment(cells: string[]): PastedInvestment | undefined {
  const [investedOn, maturesOn] = cells.flatMap((cell) => typedDay(cell) ?? []);
  const rest = cells.filter((cell) => cell !== '' && typedDay(cell) === undefined);
  const principal = rest.map(typedMoney).find(isMoney);
  const product = rest.find((cell) => !isMoney(typedMoney(cell)));
  return investedOn === undefined && principal === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries({ product, investedOn, principal, maturesOn }).filter(([, value]) => value !== undefined),
      );
}
