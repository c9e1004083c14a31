import type { Language } from '../words/WordsContext';
import { parseDay } from './day';
import { condensedFigures } from './typed';

const ABOUT_BEFORE = /^(大?约|大概|ABOUT|CA?\.|[~〜])/;
const ABOUT_AFTER = /(左右|前后|[~〜])$/;
const YEAR_AND_MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;
const MONTH_AND_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const YEAR = /^(\d{4})年?$/;

/**
 * Parses a partial date in the usual notations, such as 2019.4.10, 2019年4月 or 约2019, to the format of the service (EDTF:
 * 2019-04-10, 2019-04, 2019~); undefined if it is no date or ambiguous.
 */
export function parsePartialDate(typed: string): string | undefined {
  const text = condensedFigures(typed);
  const known = text.replace(ABOUT_BEFORE, '').replace(ABOUT_AFTER, '');
  const date = parseDay(known) ?? parseMonth(known) ?? YEAR.exec(known)?.[1];
  return date === undefined || date < '1800' ? undefined : date + (known === text ? '' : '~');
}

function parseMonth(text: string): string | undefined {
  const [, year = '', month = ''] = YEAR_AND_MONTH.exec(text) ?? [];
  const [, onlyMonth = month, onlyYear = year] = MONTH_AND_YEAR.exec(text) ?? [];
  return Number(onlyMonth) >= 1 && Number(onlyMonth) <= 12 ? `${onlyYear}-${onlyMonth.padStart(2, '0')}` : undefined;
}

/** First day of a partial date, such as 2019-04-01 for 2019-04~. */
export const firstDay = (date: string) => `${date.replace('~', '')}-01-01`.slice(0, '2019-04-01'.length);

/**
 * Formats a partial date for display. A full date keeps the usual format. In Chinese an incomplete date is written out
 * (2019年5月), so that it is recognisably incomplete.
 */
export function formatPartialDate(date: string, language: Language): string {
  const [year = '', month, day] = date.replace('~', '').split('-');
  const isAbout = date.endsWith('~');
  if (language === 'en') {
    return (isAbout ? 'about ' : '') + date.replace('~', '');
  }
  const known = month === undefined ? `${year}年` : `${year}年${String(Number(month))}月`;
  return (isAbout ? '约' : '') + (day === undefined ? known : date.replace('~', ''));
}
