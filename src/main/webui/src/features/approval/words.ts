import type { Bilingual } from '../../shared/words/bilingual';

const zh = {
  accountChanges: '账号变更',
  accountHint: '管理员给账号新的权限或重设密码，须由审计员或股室负责人批准后才生效。批准前请向账号本人核实。',
  none: '没有符合条件的申请。',
  account: '账号',
  change: '变更',
  roles: '角色',
  area: '片区',
  wholeCounty: '全县（区）',
  disabled: '停用',
  askedBy: '申请人',
  askedAt: '申请时间',
  expiresAt: '到期作废',
  decidedBy: '审批人',
  approve: '批准',
  refuse: '不批准',
  withdraw: '撤回申请',
  approveHint: '批准后即生效，账号本人下次登录时会看到由谁申请、由谁批准。',
  codeTitle: '请当面告知账号本人',
  codeHint: '本人首次更换密码时，除初始密码外还须填写此代码。代码只显示这一次，不要告诉管理员。',
  ownRequest: '须由他人审批',
  noticeTitle: '您的账号有变更',
  noticeHint: '如不是您要求的，请立即更换密码，结束其他会话，并告知审计员。',
  noticeBy: (by: string, approvedBy: string | null | undefined, at: string) =>
    approvedBy == null ? `${at}，由 ${by} 变更` : `${at}，由 ${by} 申请，${approvedBy} 批准`,
  seen: '我知道了',
  mySignIns: '查看最近登录',
};

const en: typeof zh = {
  accountChanges: 'Changes of accounts',
  accountHint:
    'What an administrator gives an account, or a password that is reset, counts once an auditor or a section chief has approved it. Ask the owner of the account first.',
  none: 'No request fits.',
  account: 'Account',
  change: 'Change',
  roles: 'Roles',
  area: 'Area',
  wholeCounty: 'the whole district',
  disabled: 'disabled',
  askedBy: 'Asked by',
  askedAt: 'Asked',
  expiresAt: 'Lapses',
  decidedBy: 'Decided by',
  approve: 'Approve',
  refuse: 'Refuse',
  withdraw: 'Withdraw',
  approveHint: 'It counts at once. The owner of the account is told at the next sign-in who asked and who approved.',
  codeTitle: 'Tell the owner of the account in person',
  codeHint:
    'Beside the first password, the owner needs this code to choose another. It is shown this once; do not tell the administrator.',
  ownRequest: 'somebody else decides',
  noticeTitle: 'Your account was changed',
  noticeHint: 'If you did not ask for it, change your password now, end your other sessions and tell an auditor.',
  noticeBy: (by, approvedBy, at) =>
    approvedBy == null ? `${at}, changed by ${by}` : `${at}, asked for by ${by}, approved by ${approvedBy}`,
  seen: 'I have seen it',
  mySignIns: 'See my latest sign-ins',
};

export const approvalWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };
