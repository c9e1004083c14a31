import type { Schemas } from '../shared/api/client';

/*
 * Records with null in every optional field of the contract. The compiler requires each field, so a new field of the contract
 * is null here too. The tests fill forms from these records to find forms that fail on null.
 */
type AllFields<T> = { [field in keyof Required<T>]: T[field] };

export const ID = '0198c0de-0000-4000-8000-000000000003';
const PLATFORM = '0198c0de-0000-4000-8000-000000000002';

export const investor = {
  id: ID,
  kind: 'PERSON',
  name: '陈示例',
  documentType: 'RESIDENT_ID',
  documentNumber: '445102********0018',
  phone: null,
  otherPhone: null,
  birthYear: null,
  sex: null,
  areaCode: '445102010001',
  streetAddress: null,
  emergencyName: null,
  emergencyRelation: null,
  emergencyPhone: null,
  elderly: false,
  hardship: false,
  registrations: [],
  version: 1,
} satisfies AllFields<Schemas['Investor']>;

export const investorMerge = {
  id: ID,
  investorId: ID,
  name: '陈示例',
  documentType: 'PASSPORT',
  documentNumber: 'E7*****01',
  phone: null,
  intoId: ID,
  reason: null,
  mergedAt: '2021-03-01T01:00:00Z',
  mergedBy: '黄负责',
  undoReason: null,
  undoneAt: null,
  undoneBy: null,
  version: 0,
} satisfies AllFields<Schemas['InvestorMerge']>;

const totals = {
  principal: '50000.00',
  principalRepaid: '0.00',
  returnsPaid: '1200.00',
  consumption: '0.00',
  goodsReceived: '0.00',
  netLoss: '48800.00',
};

export const registration = {
  id: ID,
  number: '2021-000001-5',
  status: 'RECEIVED',
  platformId: PLATFORM,
  platformName: '共信赢',
  channel: 'WINDOW',
  receivedAt: '2021-03-01T01:00:00Z',
  receivedBy: '林登记',
  investor,
  agent: null,
  platformAccounts: [],
  investments: [
    {
      product: '季季盈',
      contractNumber: null,
      investedOn: '2019-05-20',
      maturesOn: null,
      principal: '50000.00',
      annualRatePercent: null,
      paymentMethod: null,
      bankAccount: null,
      rolledOver: null,
    } satisfies AllFields<Schemas['InvestmentLine']>,
  ],
  repayments: [{ repaidOn: '2019-11-20', kind: 'INTEREST', amount: '1200.00' }],
  evidenceShown: [],
  evidenceComplete: false,
  noticesGiven: [],
  salespersonName: null,
  salespersonBranchId: null,
  actedAsSalesperson: false,
  policeReport: null,
  remark: null,
  declared: totals,
  verified: null,
  adjudicated: null,
  netLoss: '48800.00',
  mergedIntoId: null,
  mergedIntoNumber: null,
  endReason: null,
  endedAt: null,
  warnings: [],
  version: 1,
} satisfies AllFields<Schemas['Registration']>;

export const platform = {
  id: ID,
  name: '共信赢',
  aliases: [],
  pinyin: '',
  company: null,
  companyCreditCode: null,
  kind: 'ONLINE_LENDING',
  stage: 'COLLAPSED',
  policeAuthority: null,
  policeCaseNumber: null,
  firstWindow: null,
  supplementaryWindow: null,
  setOff: ['RETURNS', 'CONSUMPTION', 'GOODS'],
  watched: true,
  watchedSince: null,
  warnings: [],
  version: 1,
} satisfies AllFields<Schemas['Platform']>;

export const branch = {
  id: ID,
  platformId: ID,
  name: '一号门店',
  creditCode: null,
  areaCode: null,
  address: null,
  contactName: null,
  contactPhone: null,
  closed: false,
  version: 1,
} satisfies AllFields<Schemas['Branch']>;

export const account = {
  id: ID,
  username: 'clerk',
  name: '林登记',
  roles: ['CLERK'],
  areaCode: null,
  branchId: null,
  disabled: false,
  mustChangePassword: false,
  version: 1,
} satisfies AllFields<Schemas['Account']>;

export const entry = {
  id: ID,
  registrationId: ID,
  platformId: PLATFORM,
  investorId: ID,
  investorName: '陈示例',
  areaCode: '445102010001',
  reason: 'HARDSHIP',
  level: 2,
  status: 'PROPOSED',
  note: null,
  proposedBy: '林登记',
  proposedAt: '2021-03-01T01:00:00Z',
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
  reviewOn: null,
  leavingReason: null,
  endedAt: null,
  version: 1,
} satisfies AllFields<Schemas['AttentionEntry']>;

export const bulletin = {
  id: ID,
  kind: 'PLATFORM_WEEKLY',
  platformId: null,
  weekStartsOn: '2021-03-01',
  weekEndsOn: '2021-03-07',
  cutOffAt: '2021-03-07T16:00:00Z',
  status: 'SUBMITTED',
  title: '周报',
  sections: [],
  missingCharacters: [],
  figures: [],
  steps: [],
  year: null,
  number: null,
  issuedOn: null,
  digest: null,
  correctsId: null,
  correctedById: null,
  deliveries: [],
  version: 1,
} as unknown as Schemas['Bulletin'];
