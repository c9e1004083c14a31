import { describe, expect, it, test } from 'vitest';
import { firstDay, formatPartialDate, parsePartialDate } from './partialDate';

test.each([
  ['2019-05', '2019-05'],
  ['2019.5', '2019-05'],
  ['2019/05', '2019-05'],
  ['2019年5月', '2019-05'],
  ['２０１９年５月', '2019-05'],
  ['5/2019', '2019-05'],
  ['2019', '2019'],
  [' 2019年 ', '2019'],
  ['2019年5月20日', '2019-05-20'],
  ['20190520', '2019-05-20'],
  ['约2019年5月', '2019-05~'],
  ['大约 2019.5.20', '2019-05-20~'],
  ['2019年左右', '2019~'],
  ['2019-05 前后', '2019-05~'],
  ['2019～', '2019~'],
  ['2019-05~', '2019-05~'],
  ['about 2019-05', '2019-05~'],
  ['c. 2019', '2019~'],
])('%j is parsed as %s', (typed, date) => {
  expect(parsePartialDate(typed)).toBe(date);
});

test.each([
  '',
  '约',
  '去年',
  '2019-13',
  '2019-0',
  '201905',
  '19年5月',
  '5月',
  '1799',
  '2019-02-29',
  '4/10/2019',
  '2019-',
  '2019年5月初',
  '约2019年5月约20日',
])('%j is no certain date', (typed) => {
  expect(parsePartialDate(typed)).toBeUndefined();
});

const DATES = ['2019', '2019-05', '2019-12', '2019-05-20'].flatMap((date) => [date, `${date}~`]);

describe.each(DATES)('the date %s', (date) => {
  it.each(['zh-CN', 'en'] as const)('formatted in %s is parsed to the same date', (language) => {
    expect(parsePartialDate(formatPartialDate(date, language))).toBe(date);
  });
});

test('the format shows how much of the date is known', () => {
  expect(DATES.map((date) => formatPartialDate(date, 'zh-CN'))).toEqual([
    ...['2019年', '约2019年', '2019年5月', '约2019年5月', '2019年12月', '约2019年12月', '2019-05-20', '约2019-05-20'],
  ]);
  expect(formatPartialDate('2019-05~', 'en')).toBe('about 2019-05');
});

test('a partial date starts on the first day of its month or year', () => {
  expect(['2019', '2019-05~', '2019-05-20~'].map(firstDay)).toEqual(['2019-01-01', '2019-05-01', '2019-05-20']);
});
