import { condensedFigures } from './typed';

const SEPARATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** Parses a day in the usual notations, such as 2019.4.10 or 20190410, to 2019-04-10; undefined if it is no day. */
export function parseDay(typed: string): string | undefined {
  const text = condensedFigures(typed);
  const [, year = '', month = '', date = ''] = SEPARATED.exec(text) ?? COMPACT.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true ? day : undefined;
}

/** Input formats of the date pickers; the first one is also the display format. */
export const DAY_FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD', 'YYYY年M月D日'];
