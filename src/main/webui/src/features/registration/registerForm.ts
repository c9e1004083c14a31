import type { Schemas } from '../../shared/api/client';
import { parseDay } from '../../shared/format/day';
import { normalisedMoney } from '../../shared/format/money';
import { parsePartialDate } from '../../shared/format/partialDate';
import { condensed, condensedFigures, isBlank, oneLine, oneLined } from '../../shared/format/typed';

export interface InvestmentRow {
  product?: string;
  investedOn?: string;
  maturesOn?: string;
  principal?: string;
  contractNumber?: string;
  annualRatePercent?: string;
  paymentMethod?: Schemas['PaymentMethod'];
  /** Masked if it comes from a record. When the service receives a masked account, it keeps the recorded one. */
  bankAccount?: string;
  rolledOver?: boolean;
}

export interface RepaymentRow {
  repaidOn?: string;
  kind?: Schemas['RepaymentKind'];
  amount?: string;
}

/** Form values. The names are those of the request, so that each error of the service finds its field. */
export interface RegisterForm {
  platformId?: string;
  channel?: Schemas['Channel'];
  investor?: {
    kind?: Schemas['InvestorKind'];
    name?: string;
    documentType?: Schemas['DocumentType'];
    documentNumber?: string;
    phone?: string;
    otherPhone?: string;
    address?: { areaCode?: string; text?: string };
    bornOn?: string;
    sex?: Schemas['Sex'];
    emergencyContact?: { name?: string; relation?: string; phone?: string };
    elderly?: boolean;
    hardship?: boolean;
  };
  agent?: Partial<Schemas['AgentDetails']>;
  platformAccounts?: Partial<Schemas['PlatformAccount']>[];
  salesperson?: { name?: string; phone?: string; branchId?: string };
  actedAsSalesperson?: boolean;
  policeReport?: { authority?: string; receiptNumber?: string; reportedOn?: string };
  investments?: InvestmentRow[];
  repayments?: RepaymentRow[];
  evidenceShown?: Schemas['EvidenceKind'][];
  noticesGiven?: Schemas['Notice'][];
  remark?: string;
}

export const INITIAL_VALUES: RegisterForm = {
  channel: 'WINDOW',
  investor: { kind: 'PERSON', documentType: 'RESIDENT_ID' },
  investments: [{}],
  repayments: [],
  evidenceShown: [],
};

const orNull = (text: string | null | undefined) => (isBlank(text) ? null : (text ?? null));
/** ISO date for the request. Text that is no date is sent unchanged; the service refuses it with an error at its field. */
export const dayOrTyped = (typed: string | null | undefined) =>
  typed == null || isBlank(typed) ? undefined : (parseDay(typed) ?? typed);

/** The same for a date that may have only a month or a year. */
const partialDateOrTyped = (typed: string | null | undefined) =>
  typed == null || isBlank(typed) ? undefined : (parsePartialDate(typed) ?? typed);

/** Whether any field of this part has a value. */
export const isFilled = (part: object | undefined) =>
  Object.values(part ?? {}).some(
    (value) => value != null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
  );

/** Request body. Empty fields are left out; the service refuses missing ones with an error at their field. */
export function toRequest(form: RegisterForm): Schemas['RegisterInvestor'] {
  const { remark, ...lines } = form;
  return { ...withoutRemark(oneLined(lines)), remark: orNull(remark) } as Schemas['RegisterInvestor'];
}

function withoutRemark(form: Omit<RegisterForm, 'remark'>) {
  const investor = form.investor ?? {};
  const emergency = investor.emergencyContact;
  return {
    platformId: form.platformId,
    channel: form.channel,
    investor: {
      ...investor,
      phone: orNull(investor.phone),
      otherPhone: orNull(investor.otherPhone),
      bornOn: dayOrTyped(investor.bornOn) ?? null,
      sex: investor.sex ?? null,
      address: { areaCode: orNull(investor.address?.areaCode), text: orNull(investor.address?.text) },
      emergencyContact: orNull(emergency?.name) === null ? null : { ...emergency, phone: orNull(emergency?.phone) },
    },
    agent: isFilled(form.agent) ? { papers: [], ...form.agent, phone: orNull(form.agent?.phone ?? undefined) } : null,
    platformAccounts: (form.platformAccounts ?? []).map(({ username, registeredPhone }) => ({
      username,
      registeredPhone: orNull(registeredPhone ?? undefined),
    })),
    salesperson: isFilled(form.salesperson)
      ? { ...form.salesperson, phone: orNull(form.salesperson?.phone), branchId: form.salesperson?.branchId ?? null }
      : null,
    actedAsSalesperson: form.actedAsSalesperson ?? false,
    policeReport: isFilled(form.policeReport)
      ? {
          authority: form.policeReport?.authority,
          receiptNumber: orNull(form.policeReport?.receiptNumber),
          reportedOn: dayOrTyped(form.policeReport?.reportedOn),
        }
      : null,
    investments: investmentLines(form.investments ?? []),
    repayments: repaymentLines(form.repayments ?? []),
    evidenceShown: form.evidenceShown ?? [],
    noticesGiven: form.noticesGiven ?? [],
  };
}

/** Whether an optional field of the row has a value. */
export const hasOptionalValues = (row: InvestmentRow | undefined) =>
  isFilled({
    contractNumber: row?.contractNumber,
    annualRatePercent: row?.annualRatePercent,
    paymentMethod: row?.paymentMethod,
    bankAccount: row?.bankAccount,
    rolledOver: row?.rolledOver,
  });

/** 8.5% becomes 8.5. Text that is no rate is sent unchanged; the service refuses it. */
export const normalisedRate = (typed: string | null | undefined) => condensedFigures(typed).replace(/%$/, '') || null;

/** Other values of an existing line are sent back unchanged. */
export const investmentLines = (rows: InvestmentRow[]) =>
  rows.map((row) => ({
    ...row,
    product: oneLine(row.product),
    contractNumber: oneLine(row.contractNumber) || null,
    annualRatePercent: normalisedRate(row.annualRatePercent),
    paymentMethod: row.paymentMethod ?? null,
    bankAccount: condensed(row.bankAccount) || null,
    rolledOver: row.rolledOver ?? null,
    investedOn: partialDateOrTyped(row.investedOn),
    maturesOn: partialDateOrTyped(row.maturesOn) ?? null,
    principal: normalisedMoney(row.principal ?? ''),
  })) as Schemas['InvestmentLine'][];

export const repaymentLines = (rows: RepaymentRow[]) =>
  rows.map((row) => ({
    ...row,
    repaidOn: partialDateOrTyped(row.repaidOn),
    amount: normalisedMoney(row.amount ?? ''),
  })) as Schemas['RepaymentLine'][];
