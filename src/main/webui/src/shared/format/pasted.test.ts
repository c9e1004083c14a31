import { describe, expect, it, test } from 'vitest';
import { parseInvestments, parseRepayments } from './pasted';

const rows = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\n');
const principals = (text: string) => parseInvestments(text).rows.map(({ principal }) => principal);

describe('an investment pasted without headings', () => {
  it.each([
    ['a serial number', ['1', '季季盈', '2019-05-20', '50,000.00']],
    ['term and rate', ['季季盈三期', '180', '9.60', '2019-05-20', '50000.00', '2019-11-16']],
    ['a term with its unit', ['季季盈', '12个月', '9.6%', '2019-05-20', '¥50000']],
    ['wan', ['季季盈', '2019-05-20', '5万元']],
    ['nothing beside it', ['季季盈', '2019年5月20日', '50000']],
    ['a telephone and a document', ['13800138000', '445102198001010018', '季季盈', '2019/5/20 10:30:00', '50,000']],
  ])('has its principal with %s', (_, cells) => {
    expect(parseInvestments(rows(cells)).rows[0]).toMatchObject({ investedOn: '2019-05-20' });
    expect(Number(principals(rows(cells))[0])).toBe(50000);
  });

  it.each([
    ['only a serial number', ['1', '季季盈', '2019-05-20']],
    ['only a term', ['季季盈', '2019-05-20', '180']],
    ['only a term of years', ['季季盈', '2019-05-20', '1095']],
    ['two amounts', ['季季盈', '2019-05-20', '50,000.00', '1,200.00']],
    ['two numbers that may be it', ['季季盈', '2019-05-20', '50000', '51200']],
    ['an amount and a smaller one with cents', ['季季盈', '2019-05-20', '50,000.00', '800.00']],
    ['a month', ['季季盈', '2019-05-20', '2019.05']],
    ['a rate alone', ['季季盈', '2019-05-20', '9.60']],
    ['an amount in characters', ['季季盈', '2019-05-20', '五万多']],
    ['what may be wan', ['季季盈', '2019-05-20', '5']],
    ['a number that Excel spoilt', ['季季盈', '2019-05-20', '6.22588E+15']],
    ['a bank card', ['季季盈', '2019-05-20', '6225881414207430']],
    ['no amount', ['季季盈', '2019-05-20', '-50000']],
  ])('has no principal with %s, and counts as unfinished', (_, cells) => {
    const { rows: found, unfinished } = parseInvestments(rows(cells));
    expect(found).toEqual([{ product: '季季盈', investedOn: '2019-05-20' }]);
    expect(unfinished).toBe(1);
  });

  it('has no date if it is ambiguous or in the future, or if there are three dates', () => {
    for (const days of [
      ['4/10/2019'],
      ['19-05-20'],
      ['2019-05'],
      ['2019-05-20', '2020-05-20', '2019-06-01'],
      ['2999-01-01'],
    ]) {
      const { rows: found, unfinished } = parseInvestments(rows(['季季盈', ...days, '50000.00']));
      expect(found).toEqual([{ product: '季季盈', principal: '50000.00' }]);
      expect(unfinished).toBe(1);
    }
    expect(parseInvestments(rows(['季季盈', '5/20/2019', '50000.00'])).rows[0]?.investedOn).toBe('2019-05-20');
  });

  it('has no dates if the later one comes first', () => {
    expect(parseInvestments(rows(['季季盈', '2020-05-20', '2019-05-20', '50000.00'])).rows).toEqual([
      { product: '季季盈', principal: '50000.00' },
    ]);
  });

  it('has no product if two columns may be it, and both are reported as unused', () => {
    const { rows: found, unfinished, unused } = parseInvestments(rows(['陈示例', '季季盈', '2019-05-20', '50000.00']));
    expect(found).toEqual([{ investedOn: '2019-05-20', principal: '50000.00' }]);
    expect({ unfinished, unused }).toEqual({ unfinished: 1, unused: ['陈示例', '季季盈'] });
  });
});

describe('a month or a year', () => {
  it('is accepted under a date heading', () => {
    const dates = [
      '2019-05',
      '2019.5',
      '2019年5月',
      '约2019年',
      '2019',
      '2019.10',
      '43605',
      '2019.1',
      '2019-13',
      '2999',
    ];
    const { rows: found, unfinished } = parseInvestments(
      rows(['产品', '日期', '金额'], ...dates.map((date) => ['季季盈', date, '50000'])),
    );
    expect(found.map(({ investedOn }) => investedOn)).toEqual([
      ...['2019-05', '2019-05', '2019-05', '2019~', '2019', '2019-10', '2019-05-20', undefined, undefined, undefined],
    ]);
    expect(unfinished).toBe(3);
    expect(parseRepayments(rows(['返还日期', '已付利息'], ['2019年11月', '320.50'])).rows).toEqual([
      { repaidOn: '2019-11', kind: 'INTEREST', amount: '320.50' },
    ]);
  });

  it('is accepted without headings if it has 年', () => {
    expect(parseInvestments(rows(['季季盈', '2019年5月', '50000.00', '约2020年'])).rows).toEqual([
      { product: '季季盈', investedOn: '2019-05', principal: '50000.00', maturesOn: '2020~' },
    ]);
  });
});

test('a landline number is no date', () => {
  expect(parseInvestments(rows(['0768-2222333', '季季盈', '2019-05-20', '50000.00'])).rows).toEqual([
    { product: '季季盈', investedOn: '2019-05-20', principal: '50000.00' },
  ]);
});

test('if one of two dates is ambiguous, neither is used', () => {
  expect(parseInvestments(rows(['季季盈', '4/10/2020', '2019-05-20', '50000.00'])).rows).toEqual([
    { product: '季季盈', principal: '50000.00' },
  ]);
});

test.each(['合计', '合 计', '合计：', '本页小计', '总计（元）', 'Total', ''])(
  '"%s" marks a sum, which is skipped and reported',
  (title) => {
    const { rows: found, skipped } = parseInvestments(
      rows(['季季盈', '2019-05-20', '50,000.00'], ['月月红', '2019-06-01', '30,000.00'], [title, '', '80,000.00']),
    );
    expect(found).toHaveLength(2);
    expect(skipped).toHaveLength(1);
  },
);

test('sums are no investments', () => {
  const { rows: found, skipped } = parseInvestments(
    rows(
      ['1', '季季盈', '2019-05-20', '50,000.00'],
      ['2', '月月红', '2019-06-01', '30,000.00'],
      ['', '合计', '', '80,000.00'],
    ),
  );
  expect(found).toHaveLength(2);
  expect(skipped).toEqual(['合计 80,000.00']);
});

describe('headings', () => {
  it('decide the meaning of each column', () => {
    const {
      rows: found,
      unfinished,
      unused,
    } = parseInvestments(
      rows(
        [
          '序号',
          '投资金额（元）',
          '期限',
          '到期日',
          '打款日期',
          '产品名称',
          '合同编号',
          '年化收益率',
          '付款方式',
          '是否复投',
        ],
        ['1', '800', '180', '2019-11-16', '20190520', '季季盈', 'HT-001', '9.60', '现金', '是'],
        ['2', '50000', '90', '43800', '43605', '月月红', 'HT-002', '0.096', '银行转账', '否'],
      ),
    );
    expect(found).toEqual([
      {
        product: '季季盈',
        investedOn: '2019-05-20',
        maturesOn: '2019-11-16',
        principal: '800',
        contractNumber: 'HT-001',
        annualRatePercent: '9.60',
        paymentMethod: 'CASH',
        rolledOver: true,
      },
      {
        product: '月月红',
        investedOn: '2019-05-20',
        maturesOn: '2019-12-01',
        principal: '50000',
        contractNumber: 'HT-002',
        paymentMethod: 'BANK_TRANSFER',
      },
    ]);
    expect({ unfinished, unused }).toEqual({ unfinished: 0, unused: ['期限'] });
  });

  it.each([
    ['金额（万元）', '5', '50000'],
    ['金额（万元）', '5万', '50000'],
    ['金额（万元）', '50,000.00', undefined],
    ['金额（万元）', '50000', undefined],
    ['本金/元', '5', '5'],
    ['金额', '5', undefined],
    ['金额', '50000', '50000'],
    ['充值金额', '50000', undefined],
  ])('%s over %s is %s', (title, cell, principal) => {
    expect(principals(rows(['产品', '日期', title], ['季季盈', '2019-05-20', cell]))).toEqual([principal]);
  });

  it('may have the unit in a line above', () => {
    expect(
      principals(`集资情况表\t单位：万元\n${rows(['产品', '日期', '金额'], ['季季盈', '2019-05-20', '5.5'])}`),
    ).toEqual(['55000']);
  });

  it('with the same meaning leave both columns unused', () => {
    const text = rows(['产品', '日期', '投资金额', '本金'], ['季季盈', '2019-05-20', '50000', '51200']);
    expect(parseInvestments(text)).toMatchObject({ rows: [{}], unfinished: 1, unused: ['投资金额', '本金'] });
    expect(principals(text)).toEqual([undefined]);
  });
});

describe('repayments', () => {
  it('have an amount column for each kind, or a column with the kind', () => {
    expect(
      parseRepayments(
        rows(['返还日期', '已返还本金', '已付利息'], ['2019-11-20', '10,000.00', '320.50'], ['2019-12-20', '', '85']),
      ).rows,
    ).toEqual([
      { repaidOn: '2019-11-20', kind: 'PRINCIPAL', amount: '10000.00' },
      { repaidOn: '2019-11-20', kind: 'INTEREST', amount: '320.50' },
      { repaidOn: '2019-12-20', kind: 'INTEREST', amount: '85' },
    ]);
    expect(parseRepayments(rows(['1', '2019-11-20', '利息', '1,200.00'])).rows).toEqual([
      { repaidOn: '2019-11-20', kind: 'INTEREST', amount: '1200.00' },
    ]);
  });

  it('without a kind have none, and count as unfinished', () => {
    expect(parseRepayments(rows(['2019-11-20', '1,200.00'], ['2019-12-20', '900.00'], ['合计', '2,100.00']))).toEqual({
      rows: [
        { repaidOn: '2019-11-20', amount: '1200.00' },
        { repaidOn: '2019-12-20', amount: '900.00' },
      ],
      unfinished: 2,
      skipped: ['合计 2,100.00'],
      unused: [],
    });
  });
});
