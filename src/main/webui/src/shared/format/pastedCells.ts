import { kindOf, methodOf } from './pastedColumns';
import { parseDay } from './day';
import { isMoney, normalisedMoney } from './money';
import { firstDay, parsePartialDate } from './partialDate';
import { isPhone } from './phone';
import { today } from './time';

/** Kind of a cell by its format. A number may be an amount, a term in days, a rate or a serial number. */
export type CellKind = 'empty' | 'day' | 'number' | 'amount' | 'aside' | 'method' | 'kind' | 'text';

const TIME = /[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const DAY_AND_YEAR = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const LIKE_A_DAY =
  /^((19|20)?\d{2}[-/年]\d{1,2}([-/月]|$)|(19|20)\d{2}\.\d{1,2}\.|\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})$)/;

/** Amounts in Chinese numerals, or with other text around them. They are not parsed; the clerk types them. */
const LIKE_AN_AMOUNT = /^[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元圆角分整正约多余左右\d.,]+$/;
const TERM_OR_RATE = /^(\d+(\.\d+)?(天|日|周|个?月|期|年|笔|次)|\d+(\.\d+)?[%‰]|\d+[、.])$/;

/** Day numbers of Excel: offset to the Unix epoch. 36526 is 2000-01-01. */
const EXCEL_DAYS_BEFORE_1970 = 25_569;
const isExcelDay = (days: number) => Number.isInteger(days) && days >= 36_526 && days <= 55_153;

/** Parses a day, also with a time or with the year last. 4/10/2019 is ambiguous and gives undefined. */
export function parsePastedDay(cell: string): string | undefined {
  const text = cell.replace(TIME, '');
  const [, one = '', other = '', year = ''] = DAY_AND_YEAR.exec(text) ?? [];
  if (year === '') {
    return parseDay(text);
  }
  const read = [parseDay(`${year}-${one}-${other}`), parseDay(`${year}-${other}-${one}`)].filter(
    (day) => day !== undefined,
  );
  return new Set(read).size === 1 ? read[0] : undefined;
}

/** Without a heading: a full day, or a month or year with 年. 2019-05 could be part of a contract number. */
export const parsePastedDate = (cell: string) =>
  parsePastedDay(cell) ?? (/年/.test(cell) ? parsePartialDate(cell) : undefined);

/** 2019.1 may be October: Excel drops the zero of 2019.10 when it takes the cell for a number. */
const MAY_BE_OCTOBER = /^\d{4}\.1$/;

/** Under a date heading, Excel day numbers, months and years are accepted too. */
export function parseDateUnderHeading(cell: string): string | undefined {
  const days = Number(cell);
  return isExcelDay(days)
    ? new Date((days - EXCEL_DAYS_BEFORE_1970) * 86_400_000).toISOString().slice(0, 10)
    : (parsePastedDay(cell) ?? (MAY_BE_OCTOBER.test(cell) ? undefined : parsePartialDate(cell)));
}

export const notInFuture = (date: string | undefined) =>
  date !== undefined && firstDay(date) <= today() ? date : undefined;

/** Whether the format shows that the cell is an amount: a currency sign, a unit or thousands separators. */
const isMarkedAmount = (cell: string) =>
  /[¥元万]/.test(cell) || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell.replace(/\s/g, ''));

/** Local numbers of seven or eight digits are left out: they may be amounts. */
const isTelephone = (cell: string) => /^(0|\+|1[3-9])/.test(cell) && isPhone(cell);

export function classifyCell(cell: string): CellKind {
  if (cell === '' || /^[-—–/]+$/.test(cell)) {
    return 'empty';
  }
  if (parsePastedDate(cell) !== undefined || LIKE_A_DAY.test(cell)) {
    return 'day';
  }
  if (TERM_OR_RATE.test(cell) || /^\d{15,19}[\dXx]?$/.test(cell) || isTelephone(cell) || /E\+\d+$/i.test(cell)) {
    return 'aside';
  }
  if (isMoney(normalisedMoney(cell))) {
    return isMarkedAmount(cell) ? 'amount' : 'number';
  }
  if (LIKE_AN_AMOUNT.test(cell)) {
    return 'amount';
  }
  if (/^[-+(]?[\d.,]+\)?$/.test(cell)) {
    return 'aside';
  }
  return methodOf(cell) !== undefined ? 'method' : kindOf(cell) !== undefined ? 'kind' : 'text';
}

/** Numbers that may be a term of whole years in days, or a year, are not certain amounts. */
const isTermOrYear = (value: number) =>
  (value >= 1_990 && value < 2_101) ||
  (Number.isInteger(value) && value < 4_000 && (value % 360 === 0 || value % 365 <= 1));

/**
 * Amount of a cell in an amount column; undefined if it may be something else or in another unit.
 *
 * @param min a smaller number without a unit may be in 万, a term or a rate
 */
export function certainAmount(cell: string, unit: '元' | '万' | undefined, min: number): string | undefined {
  const typed = normalisedMoney(cell);
  if (!isMoney(typed) || Number(typed) === 0) {
    return undefined;
  }
  if (isMarkedAmount(cell) && !(unit === '万' && !/[元万]/.test(cell))) {
    return typed;
  }
  if (unit === '万') {
    const inYuan = normalisedMoney(`${typed}万`);
    return Number(typed) < 10_000 && isMoney(inYuan) && !isMarkedAmount(cell) ? inYuan : undefined;
  }
  return unit === '元' || Number(typed) >= min ? typed : undefined;
}

/** Whether a number without heading or currency sign can only be an amount. */
export const isPlainAmount = (cell: string, min: number, isBesideDay: boolean) => {
  const value = Number(normalisedMoney(cell));
  return value >= min && !isTermOrYear(value) && (isBesideDay || !isExcelDay(value));
};

/**
 * Whether the number may be a term in days, a rate or a count. Such a column next to the amounts does not make them ambiguous.
 */
export const isSideNumber = (cell: string) => {
  const typed = normalisedMoney(cell);
  return Number(typed) < (typed.includes('.') ? 100 : 1_000);
};
