import type { Schemas } from '../api/client';

/** Meaning of a column of the pasted table. */
export type Column =
  | 'product'
  | 'day'
  | 'maturesOn'
  | 'amount'
  | 'contractNumber'
  | 'annualRatePercent'
  | 'paymentMethod'
  | 'bankAccount'
  | 'rolledOver'
  | 'kind'
  | 'serial'
  | Schemas['RepaymentKind'];

type Synonyms = Partial<Record<Column, string[]>>;

const COMMON: Synonyms = { serial: ['序号', '行号', 'no', 'no.', '#'] };

/**
 * Headings that bureaus, courts and platforms use. Similar headings with another meaning, such as 起息日 or 充值金额 (money on the
 * account, not in a contract), are left out on purpose.
 */
export const INVESTMENT: Synonyms = {
  ...COMMON,
  product: ['产品', '产品名称', '投资产品', '产品/标的', '标的', '标的名称', '理财产品', 'product'],
  day: '日期 投入日期 投资日期 投资时间 签约日 签约日期 购买时间 购买日期 认购日期 出借日期 打款日期 转账日期 出资日期 date investedon'.split(
    ' ',
  ),
  maturesOn: ['到期日', '到期日期', '到期时间', '计息结束时间', 'maturity', 'matureson'],
  amount:
    '金额 本金 投入本金 投资本金 投资金额 投入金额 初始投资金额 出借金额 集资额 参与金额 申报金额 实交款 购买金额 认购金额 打款金额 principal amount'.split(
      ' ',
    ),
  contractNumber: ['合同编号', '合同号', '投单', '订单id', '协议编号', '出借编号', 'contractnumber'],
  annualRatePercent: ['约定年化', '年化', '年利率', '年化利率', '年化收益率', '约定年化利率', 'annualrate'],
  paymentMethod: ['付款方式', '支付方式', '出资方式', '投资方式'],
  bankAccount: ['付款账号', '付款账户', '付款银行卡号', '付款卡号', '转出账号', '银行卡号', '银行账号'],
  rolledOver: ['复投', '是否复投', '续投', '是否续投', 'rolledover'],
};

export const REPAYMENT: Synonyms = {
  ...COMMON,
  day: '日期 返还日期 回款日期 回款时间 还款日期 兑付日期 付息日期 付息日 到账日期 到账时间 repaidon date'.split(' '),
  amount: '金额 返还金额 已返金额 已兑付金额 已返还金额 回款金额 到账金额 兑付金额 还款金额 amount'.split(' '),
  kind: ['种类', '类型', '款项', '款项性质', '返还种类', '回款类型', 'kind'],
  PRINCIPAL: ['本金', '返还本金', '已返还本金', '已还本金', '已兑付本金', '已退本金', '回款本金'],
  INTEREST: ['利息', '已付利息', '已兑付利息', '已收利息', '回款利息', '付息金额'],
  DIVIDEND: ['分红'],
  REBATE: ['返利', '返点'],
  REWARD: ['奖励', '红包'],
  CLEARANCE: ['清退款', '清退金额'],
};

const METHODS: [RegExp, Schemas['PaymentMethod']][] = [
  [/^(银行转账|转账|网银|网银转账|银行卡转账|汇款)$/, 'BANK_TRANSFER'],
  [/^(支付宝|微信|微信支付|第三方支付|快捷支付)$/, 'THIRD_PARTY_PAYMENT'],
  [/^(pos|pos机|pos机刷卡|刷卡)$/i, 'POS'],
  [/^(现金|现金支付)$/, 'CASH'],
];

export const methodOf = (cell: string) => METHODS.find(([form]) => form.test(cell))?.[1];

const KINDS: Record<string, Schemas['RepaymentKind']> = {
  本金: 'PRINCIPAL',
  返还本金: 'PRINCIPAL',
  还本: 'PRINCIPAL',
  利息: 'INTEREST',
  付息: 'INTEREST',
  分红: 'DIVIDEND',
  返利: 'REBATE',
  奖励: 'REWARD',
  消费抵扣: 'CONSUMPTION_OFFSET',
  消费: 'CONSUMPTION_OFFSET',
  实物: 'GOODS',
  取得实物: 'GOODS',
  实物抵扣: 'GOODS',
  清退款: 'CLEARANCE',
  清退: 'CLEARANCE',
};

export const kindOf = (cell: string): Schemas['RepaymentKind'] | undefined => KINDS[cell];

export interface Heading {
  column?: Column;
  /** Unit according to the heading; absent if the heading names none. */
  unit?: '元' | '万';
}

/** Parses a heading with an optional unit in brackets or at the end, such as 投资金额（万元）. */
export function parseHeading(cell: string, synonyms: Synonyms): Heading {
  const text = cell.toLowerCase().replace(/[\s:：*]/g, '');
  const unit = /万/.test(text) ? '万' : /元|rmb|¥/.test(text) ? '元' : undefined;
  const bare = text.replace(/[([【].*?[)\]】]/g, '').replace(/[/,，]?(人民币)?(万元|元)$/, '');
  const [column] = Object.entries(synonyms).find(([, names]) => names.includes(bare) || names.includes(text)) ?? [];
  return { ...(column === undefined ? {} : { column: column as Column }), ...(unit === undefined ? {} : { unit }) };
}
