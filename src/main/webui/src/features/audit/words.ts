import type { Schemas } from '../../shared/api/client';
import type { Bilingual } from '../../shared/words/bilingual';

const zh = {
  verify: '校验',
  verifyHint: '检查审计日志有没有被改动、删除、插入或截断。',
  intact: (entries: string, seals: string) => `完好：${entries} 条记录，${seals} 个封印，首尾相连。`,
  broken: '审计日志被动过',
  pending: (pending: string) => `另有 ${pending} 条待封印`,
  notAnchored: '没有外部锚点，截断末尾可能看不出来。',
  head: '末封印校验码',
  when: '时间',
  who: '何人',
  action: '操作',
  outcome: '结果',
  effect: '效果',
  record: '记录',
  recordType: '记录种类',
  recordId: '记录编号',
  purpose: '用途',
  days: '日期',
  changes: '变更',
  field: '字段',
  before: '原值',
  after: '新值',
  hidden: '（不显示）',
  details: '详情',
  address: '地址',
  empty: '没有符合条件的记录。',
  account: '账号编号',
};

const en: typeof zh = {
  verify: 'Verify',
  verifyHint: 'Checks whether entries of the trail were changed, removed, added or cut off.',
  intact: (entries: string, seals: string) => `Intact: ${entries} entries under ${seals} seals, linked end to end.`,
  broken: 'The audit trail has been tampered with',
  pending: (pending: string) => `${pending} more wait for their seal`,
  notAnchored: 'There is no anchor outside; that its end was cut off might not be seen.',
  head: 'Code of the last seal',
  when: 'When',
  who: 'Who',
  action: 'Action',
  outcome: 'Outcome',
  effect: 'Effect',
  record: 'Record',
  recordType: 'Kind of record',
  recordId: 'Identifier of the record',
  purpose: 'Purpose',
  days: 'Days',
  changes: 'Changes',
  field: 'Field',
  before: 'Before',
  after: 'After',
  hidden: '(not shown)',
  details: 'Details',
  address: 'Address',
  empty: 'No entry fits these filters.',
  account: 'Identifier of the account',
};

interface AuditLabels {
  outcome: Record<Schemas['AuditOutcome'], string>;
  effect: Record<Schemas['AuditEffect'], string>;
}

export const auditWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };
export const auditLabels: Bilingual<AuditLabels> = {
  'zh-CN': {
    outcome: { DONE: '已办', REFUSED: '被拒绝' },
    effect: { CREATED: '新增', CHANGED: '变更', REMOVED: '移除', EXPORTED: '导出' },
  },
  en: {
    outcome: { DONE: 'Done', REFUSED: 'Refused' },
    effect: { CREATED: 'Created', CHANGED: 'Changed', REMOVED: 'Removed', EXPORTED: 'Exported' },
  },
};
