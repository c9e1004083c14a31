import { type CellKind, classifyCell, isPlainAmount, isSideNumber, parsePastedDate } from './pastedCells';
import { firstDay } from './partialDate';
import { type Column, type Heading, parseHeading } from './pastedColumns';

/** A pasted table: the meaning of its columns, where certain, and its rows. */
export interface ParsedTable {
  columns: Heading[];
  hasHeadings: boolean;
  rows: string[][];
  /** Sums, and lines with a single value, which may be a sum. */
  sums: string[][];
  /** Unused columns, each by its heading or its first cell. */
  unusedColumns: string[];
}

const SUM = /^(本页)?(合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|总额|总金额|total|sum)(金额|本金|数)?([:\s(\d].*)?$/i;

/** A smaller number without a unit is no certain principal: it may be a term, a rate, or in 万. */
export const MIN_PRINCIPAL = 1_000;
export const MIN_REPAYMENT = 10;

/** @param min a smaller number without a unit is no certain amount */
export function parseTable(text: string, synonyms: Parameters<typeof parseHeading>[1], min: number): ParsedTable {
  const all = text.split(/\r\n|\r|\n/).map((line) => line.split('\t').map((cell) => cleanCell(cell)));
  const isInTenThousands = all.some((cells) => cells.some((cell) => /单位[:：]?\s*(人民币)?万元/.test(cell)));
  const lines = all.filter((cells) => cells.length > 1 && cells.some((cell) => cell !== ''));
  const index = lines.slice(0, 5).findIndex((cells) => isHeadings(cells, synonyms));
  const body = lines.slice(index + 1);
  const sums = body.filter(
    (cells) => cells.some((cell) => SUM.test(cell)) || cells.filter((cell) => cell !== '').length === 1,
  );
  const rows = body.filter((cells) => !sums.includes(cells));
  const titles = lines[index];
  const found =
    titles === undefined
      ? columnsByContent(rows, min)
      : withoutDuplicates(titles.map((cell) => parseHeading(cell, synonyms)));
  const columns = isInTenThousands ? found.map((one) => ({ ...one, unit: one.unit ?? ('万' as const) })) : found;
  return {
    columns,
    hasHeadings: titles !== undefined,
    rows,
    sums,
    unusedColumns: unusedColumns(columns, titles ?? rows[0] ?? [], rows),
  };
}

const cleanCell = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();

/** A line of headings has no numbers, and at least one known heading. */
function isHeadings(cells: string[], synonyms: Parameters<typeof parseHeading>[1]) {
  const known = cells.filter((cell) => parseHeading(cell, synonyms).column !== undefined).length;
  return (
    known > 0 &&
    cells.every((cell) => ['empty', 'text', 'kind', 'method'].includes(classifyCell(cell)) || /[(（]/.test(cell))
  );
}

/** If two columns have the same meaning, neither is used. */
const withoutDuplicates = (columns: Heading[]) =>
  columns.map((one) => (columns.filter(({ column }) => column === one.column).length > 1 ? {} : one));

/** Without headings: uses only columns whose content is unambiguous. */
function columnsByContent(rows: string[][], min: number): Heading[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => rows.map((cells) => cells[index] ?? ''));
  const all = columns.map(classifyColumn);
  const indexes = (kind: CellKind) => all.flatMap((one, index) => (one === kind ? [index] : []));
  const found: Heading[] = columns.map(() => ({}));
  const put = (index: number | undefined, column: Column) => {
    if (index !== undefined) {
      found[index] = { column };
    }
  };
  columns.forEach((cells, index) => {
    if (isSerial(cells)) {
      put(index, 'serial');
      all[index] = 'empty';
    }
  });
  const only = (kind: CellKind) => (indexes(kind).length === 1 ? indexes(kind)[0] : undefined);
  put(only('text'), 'product');
  put(only('method'), 'paymentMethod');
  put(only('kind'), 'kind');
  const [first, second, third] = indexes('day');
  if (
    third === undefined &&
    first !== undefined &&
    (second === undefined || isBefore(columns[first], columns[second]))
  ) {
    put(first, 'day');
    put(second, 'maturesOn');
  }
  put(findAmountColumn(columns, [...indexes('amount'), ...indexes('number')], min, first !== undefined), 'amount');
  return found;
}

function classifyColumn(cells: string[]): CellKind {
  const kinds = new Set(cells.map(classifyCell));
  const order: CellKind[] = ['text', 'amount', 'number', 'day', 'aside', 'method', 'kind'];
  if (kinds.has('text') && (kinds.has('number') || kinds.has('amount') || kinds.has('day'))) {
    kinds.delete('text');
  }
  if (kinds.has('number') && kinds.has('amount')) {
    kinds.delete('number');
  }
  return order.find((kind) => kinds.has(kind)) ?? 'empty';
}

/** Whether the cells count 1, 2, 3. */
const isSerial = (cells: string[]) =>
  cells.length > 1 &&
  cells.every((cell, row) => /^\d{1,4}[、.]?$/.test(cell) && parseInt(cell) === parseInt(cells[0] ?? '') + row);

const isBefore = (one: string[] = [], other: string[] = []) =>
  one.every((cell, row) => {
    const later = other[row] ?? '';
    const [from, to] = [parsePastedDate(cell), parsePastedDate(later)];
    return from === undefined || to === undefined ? cell === '' || later === '' : firstDay(from) < firstDay(to);
  });

/** The only column that can be amounts, if the other number columns can only be terms, rates or counts. */
function findAmountColumn(
  columns: string[][],
  indexes: number[],
  min: number,
  isBesideDay: boolean,
): number | undefined {
  const cellsAt = (index: number) => (columns[index] ?? []).filter((cell) => classifyCell(cell) !== 'empty');
  const isAmount = (index: number) =>
    cellsAt(index).some((cell) => classifyCell(cell) === 'amount' || isPlainAmount(cell, min, isBesideDay));
  const others = (index: number) => indexes.filter((other) => other !== index);
  const certain = indexes.filter(
    (index) =>
      isAmount(index) &&
      others(index).every((other) =>
        cellsAt(other).every((cell) => classifyCell(cell) === 'number' && isSideNumber(cell)),
      ),
  );
  return certain.length === 1 ? certain[0] : undefined;
}

function unusedColumns(columns: Heading[], names: string[], rows: string[][]): string[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, index) => index)
    .filter((index) => columns[index]?.column === undefined)
    .filter((index) => rows.some((cells) => (cells[index] ?? '') !== ''))
    .map((index) => names[index] || (rows.find((cells) => (cells[index] ?? '') !== '')?.[index] ?? ''));
}
