import type { Bilingual } from '../../shared/words/bilingual';

const zh = {
  me: '账号',
  sessions: '登录会话',
  sessionsHint: '在别处登录过、现在仍有效的会话。不认识的请结束，并更换密码。',
  current: '当前',
  began: '登录时间',
  seen: '最近使用',
  address: '地址',
  expires: '到期',
  end: '结束',
  endOthers: '结束其他会话',
  tokens: '接口令牌',
  tokensHint: '给其他系统用。令牌只能做其范围之内、您的角色也允许的事；不用了就撤销。',
  noTokens: '没有令牌。',
  issue: '签发令牌',
  tokenName: '用途',
  validDays: '有效天数',
  scopes: '范围',
  secret: '令牌密文只显示这一次，请立即抄入对方系统：',
  password: '更换密码',
  endTokens: '同时撤销我的令牌',
};

const en: typeof zh = {
  me: 'Account',
  sessions: 'Sessions',
  sessionsHint: 'Where you are signed in now. End what you do not know, and choose another password.',
  current: 'this one',
  began: 'Signed in',
  seen: 'Last used',
  address: 'Address',
  expires: 'Expires',
  end: 'End',
  endOthers: 'End the others',
  tokens: 'Access tokens',
  tokensHint: 'For other systems. A token does what both its scopes and your roles allow; revoke what is not used.',
  noTokens: 'There are no tokens.',
  issue: 'Issue a token',
  tokenName: 'What for',
  validDays: 'Days in force',
  scopes: 'Scopes',
  secret: 'The secret is shown this once; put it into the other system now:',
  password: 'Change password',
  endTokens: 'Revoke my tokens, too',
};

export const settingsWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };
