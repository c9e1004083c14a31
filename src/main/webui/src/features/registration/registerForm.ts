import type { Dayjs } from 'dayjs';
import type { Schemas } from '../../shared/api/client';
import { typedMoney } from '../../shared/format/money';

export interface InvestmentRow {
  product?: string;
  investedOn?: Dayjs;
  maturesOn?: Dayjs;
  principal?: string;
}

export interface RepaymentRow {
  repaidOn?: Dayjs;
  kind?: Schemas['RepaymentKind'];
  amount?: string;
}

/** The form, with the names that the service has for its fields, so that each error finds its place. */
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
    emergencyContact?: { name?: string; relation?: string; phone?: string };
    elderly?: boolean;
    hardship?: boolean;
  };
  investments?: InvestmentRow[];
  repayments?: RepaymentRow[];
  evidenceShown?: Schemas['EvidenceKind'][];
  noticesGiven?: Schemas['Notice'][];
  remark?: string;
}

export const EMPTY: RegisterForm = {
  channel: 'WINDOW',
  investor: { kind: 'PERSON', documentType: 'RESIDENT_ID' },
  investments: [{}],
  repayments: [],
  evidenceShown: ['IDENTITY_DOCUMENT'],
};

const orNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);
const day = (picked: Dayjs | undefined) => picked?.format('YYYY-MM-DD');

/** What is sent: as typed, with empty fields left out. The service refuses what is missing, in its place. */
export function request(form: RegisterForm): Schemas['RegisterInvestor'] {
  const investor = form.investor ?? {};
  const emergency = investor.emergencyContact;
  return {
    platformId: form.platformId,
    channel: form.channel,
    investor: {
      ...investor,
      phone: orNull(investor.phone),
      otherPhone: orNull(investor.otherPhone),
      address: { areaCode: orNull(investor.address?.areaCode), text: orNull(investor.address?.text) },
      emergencyContact: orNull(emergency?.name) === null ? null : { ...emergency, phone: orNull(emergency?.phone) },
    },
    investments: (form.investments ?? []).map((row) => ({
      product: row.product,
      investedOn: day(row.investedOn),
      maturesOn: day(row.maturesOn) ?? null,
      principal: typedMoney(row.principal ?? ''),
    })),
    repayments: (form.repayments ?? []).map((row) => ({
      repaidOn: day(row.repaidOn),
      kind: row.kind,
      amount: typedMoney(row.amount ?? ''),
    })),
    evidenceShown: form.evidenceShown ?? [],
    noticesGiven: form.noticesGiven ?? [],
    remark: orNull(form.remark),
  } as Schemas['RegisterInvestor'];
}
