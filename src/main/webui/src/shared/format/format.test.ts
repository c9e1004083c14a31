import { describe, expect, it, test } from 'vitest';
import { parseDay } from './day';
import { amountInWords, formatMoney, normalisedMoney } from './money';
import { parseInvestments } from './pasted';
import { isPhone } from './phone';
import { parseResidentNumber } from './residentNumber';
import { formatDay } from './time';

test.each([
  ['0', '零元整'],
  ['1.00', '壹元整'],
  ['10', '壹拾元整'],
  ['105.30', '壹佰零伍元叁角整'],
  ['1005.03', '壹仟零伍元零叁分'],
  ['48800.00', '肆万捌仟捌佰元整'],
  ['100000000', '壹亿元整'],
  ['100010000', '壹亿零壹万元整'],
  ['10000001', '壹仟万零壹元整'],
  ['0.50', '伍角整'],
  ['0.05', '伍分'],
  ['12345678.9', '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'],
  ['一', ''],
  ['1.234', ''],
])('%s in words is %s', (amount, words) => {
  expect(amountInWords(amount)).toBe(words);
});

test.each([
  ['1234567.5', '1,234,567.50'],
  ['-1200.00', '-1,200.00'],
  ['0', '0.00'],
])('%s is written %s', (amount, written) => {
  expect(formatMoney(amount)).toBe(written);
});

test('a typed or pasted amount is normalised', () => {
  expect(normalisedMoney(' ５０,０００.00 元')).toBe('50000.00');
});

describe('a resident number', () => {
  it('gives the birth date and sex', () => {
    expect(parseResidentNumber('44510219800101001８')).toEqual({ bornOn: '1980-01-01', sex: 'MALE' });
    expect(parseResidentNumber('11010519491231002x')).toEqual({ bornOn: '1949-12-31', sex: 'FEMALE' });
  });

  it('with a wrong check digit, an invalid date or too few digits is invalid', () => {
    expect(parseResidentNumber('445102198001010019')).toBeUndefined();
    expect(parseResidentNumber('445102198002300010')).toBeUndefined();
    expect(parseResidentNumber('44510219800101001')).toBeUndefined();
  });
});

describe('rows pasted from a sheet', () => {
  it('are product, day, amount and maturity', () => {
    const text = '季季盈\t2019-05-20\t50,000.00\t2020-05-20\r\n月月红\t2019/6/1\t¥3000\r\n年年高\t20190701\t5万\r\n';
    expect(parseInvestments(text)).toEqual({
      rows: [
        { product: '季季盈', investedOn: '2019-05-20', principal: '50000.00', maturesOn: '2020-05-20' },
        { product: '月月红', investedOn: '2019-06-01', principal: '3000' },
        { product: '年年高', investedOn: '2019-07-01', principal: '50000' },
      ],
      unfinished: 0,
      skipped: [],
      unused: [],
    });
  });

  it('are filled in as far as they are certain, and the others count as unfinished', () => {
    expect(parseInvestments('产品\t日期\t金额\n季季盈\t去年\t50000\n月月红\t2019/6/1\t五万多')).toEqual({
      rows: [
        { product: '季季盈', principal: '50000' },
        { product: '月月红', investedOn: '2019-06-01' },
      ],
      unfinished: 2,
      skipped: [],
      unused: [],
    });
  });

  it('that are a single word or only headings give no rows', () => {
    expect(parseInvestments('季季盈').rows).toEqual([]);
    expect(parseInvestments('产品\t日期\t金额').rows).toEqual([]);
  });
});

test.each(['2019-04-10', '2019.4.10', '2019/4/10', '２０１９年4月10日', '20190410', ' 2019-4-10 '])(
  '%s is parsed as a date',
  (typed) => {
    expect(parseDay(typed)).toBe('2019-04-10');
  },
);

test.each(['', '2019-04', '2019-02-29', '10.4.2019', '去年'])('"%s" is no date', (typed) => {
  expect(parseDay(typed)).toBeUndefined();
});

test.each([
  ['5万', '50000'],
  ['1.5 万元', '15000'],
  ['12.3456万', '123456'],
  ['五万', '五万'],
  ['1.23456万', '1.23456万'],
])('%s is sent as %s', (typed, sent) => {
  expect(normalisedMoney(typed)).toBe(sent);
});

test.each(['13800138000', '138-0013-8000', '0768-2393556', '2393556', '+85291234567', '4001234567'])(
  '%s may be a phone number',
  (typed) => {
    expect(isPhone(typed)).toBe(true);
  },
);

test.each(['1380013800', '12800138000', '12345', '电话'])('%s is no phone number', (typed) => {
  expect(isPhone(typed)).toBe(false);
});

test('dates are in the time zone of Guangdong', () => {
  expect(formatDay('2021-03-01T17:00:00Z')).toBe('2021-03-02');
});
