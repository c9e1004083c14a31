import type { Schemas } from '../../shared/api/client';
import type { Bilingual } from '../../shared/words/bilingual';

const zh = {
  reconciliation: '年度核对',
  reconciliationHint: '把全年的数字与各周周结的数字逐项核对。',
  reconcile: '核对',
  year: '年份',
  balanced: (year: string, items: string) => `${year} 年 ${items} 项指标与各周全部相符。`,
  unbalanced: (year: string) => `${year} 年有指标与各周不符：`,
  range: '时段',
  by: '按',
  platform: '平台',
  all: '全部平台',
  registrationsOverTime: '登记：每期新增与累计',
  moneyOverTime: '金额：累计（元）',
  byPlatform: '各平台累计登记',
  byTown: '各镇街累计登记',
  added: '新增',
  closing: '累计',
  netLoss: '净损失',
  picture: '保存图片',
  workbook: '下载 Excel',
  table: '图中的数字',
  period: '时期',
  nothing: '这一时段还没有数字。',
  until: (day: string) => `周结截止 ${day} 以前的数字已固定，之后的还会变。`,
  lastYear: '近一年',
  lastQuarter: '近十三周',
};

const en: typeof zh = {
  reconciliation: 'A year against its weeks',
  reconciliationHint: 'Holds every figure of a year against those of its closed weeks.',
  reconcile: 'Compare',
  year: 'Year',
  balanced: (year: string, items: string) => `${year}: all ${items} figures agree with its weeks.`,
  unbalanced: (year: string) => `${year}: some figures differ from its weeks:`,
  range: 'Days',
  by: 'By',
  platform: 'Platform',
  all: 'All platforms',
  registrationsOverTime: 'Registrations: added in each period, and in all',
  moneyOverTime: 'Money: in all (yuan)',
  byPlatform: 'Registrations in all, by platform',
  byTown: 'Registrations in all, by town',
  added: 'Added',
  closing: 'In all',
  netLoss: 'Net loss',
  picture: 'Save the picture',
  workbook: 'Download as Excel',
  table: 'The figures of this plot',
  period: 'Period',
  nothing: 'There are no figures for these days yet.',
  until: (day: string) => `Figures before the cut-off of ${day} are closed; later ones may still change.`,
  lastYear: 'Last year',
  lastQuarter: 'Last thirteen weeks',
};

export const figureWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };

export const groupingLabels: Bilingual<Record<Schemas['Grouping'], string>> = {
  'zh-CN': { WEEK: '周', MONTH: '月', QUARTER: '季', YEAR: '年' },
  en: { WEEK: 'Week', MONTH: 'Month', QUARTER: 'Quarter', YEAR: 'Year' },
};
