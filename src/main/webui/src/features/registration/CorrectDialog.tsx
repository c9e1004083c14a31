import { Checkbox, Form, Input } from 'antd';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { formatMoney, normalisedMoney } from '../../shared/format/money';
import { formatPartialDate } from '../../shared/format/partialDate';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { ReasonField } from '../../shared/ui/ReasonField';
import type { Labels } from '../../shared/api/labels';
import { useText } from '../../shared/words/bilingual';
import { type Language, useWords } from '../../shared/words/WordsContext';
import { NetLossPreview } from './NetLossPreview';
import { InvestmentRows, RepaymentRows } from './MoneyRows';
import { investmentLines, type InvestmentRow, repaymentLines, type RepaymentRow } from './registerForm';
import type { StepProps } from './RegistrationSteps';
import { registrationWords } from './words';

interface CorrectForm {
  investments: InvestmentRow[];
  repayments: RepaymentRow[];
  evidenceShown: Schemas['EvidenceKind'][];
  noticesGiven: Schemas['Notice'][];
  remark?: string;
  actedAsSalesperson: boolean;
  reason: string;
}

/** Corrects a registration: the form starts with all recorded lines. */
export function CorrectDialog({ registration, ...rest }: StepProps) {
  const { words, labels, language } = useWords();
  const t = useText(registrationWords);
  const describeInvestments = (lines: Schemas['InvestmentLine'][]) =>
    lines.map((line) => describeInvestment(line, labels.PaymentMethod, t.isRolledOver, language)).join('\n');
  return (
    <ActionDialog<CorrectForm, Schemas['Registration']>
      {...rest}
      width={900}
      title={t.correct}
      hint={t.correctHint}
      initialValues={{
        investments: registration.investments,
        repayments: registration.repayments,
        evidenceShown: registration.evidenceShown,
        noticesGiven: registration.noticesGiven,
        remark: registration.remark ?? undefined,
        actedAsSalesperson: registration.actedAsSalesperson,
      }}
      version={registration.version}
      send={(form, version) =>
        unwrap(
          api.POST('/api/v1/registrations/{id}/correct', {
            body: {
              reason: form.reason,
              investments: investmentLines(form.investments),
              repayments: repaymentLines(form.repayments),
              evidenceShown: form.evidenceShown,
              noticesGiven: form.noticesGiven,
              remark: form.remark ?? null,
              actedAsSalesperson: form.actedAsSalesperson,
            },
            params: { path: { id: registration.id }, ...ifMatch(version) },
          }),
        )
      }
      compare={(form) => [
        {
          label: words.investments,
          mine: describeInvestments(investmentLines(form.investments)),
          theirs: describeInvestments(registration.investments),
        },
        {
          label: words.repayments,
          mine: describeRepayments(repaymentLines(form.repayments), language),
          theirs: describeRepayments(registration.repayments, language),
        },
        { label: words.remark, mine: form.remark ?? '', theirs: registration.remark ?? '' },
      ]}
    >
      <h3>{words.investments}</h3>
      <InvestmentRows />
      <h3>{words.repayments}</h3>
      <RepaymentRows />
      <NetLossPreview platformId={registration.platformId} />
      <Form.Item name="evidenceShown" label={words.evidence}>
        <Checkbox.Group options={toOptions(labels.EvidenceKind)} />
      </Form.Item>
      <Form.Item name="noticesGiven" label={words.notices}>
        <Checkbox.Group options={toOptions(labels.Notice)} />
      </Form.Item>
      <Form.Item name="actedAsSalesperson" valuePropName="checked">
        <Checkbox>{labels.RegisterColumn.HELPER}</Checkbox>
      </Form.Item>
      <Form.Item name="remark" label={words.remark}>
        <Input.TextArea rows={1} maxLength={2000} />
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}

/** Text with all values of the line, so that any difference between two versions shows. */
const describeInvestment = (
  line: Schemas['InvestmentLine'],
  methods: Labels['PaymentMethod'],
  isRolledOver: string,
  language: Language,
) =>
  [
    line.product,
    formatPartialDate(line.investedOn, language),
    line.maturesOn == null ? null : formatPartialDate(line.maturesOn, language),
    formatMoney(normalisedMoney(line.principal)),
    line.rolledOver === true ? isRolledOver : null,
    line.contractNumber,
    line.annualRatePercent == null ? null : `${String(Number(line.annualRatePercent))}%`,
    line.paymentMethod == null ? null : methods[line.paymentMethod],
    line.bankAccount,
  ]
    .filter((part) => part != null)
    .join(' ');

const describeRepayments = (lines: Schemas['RepaymentLine'][], language: Language) =>
  lines
    .map(({ repaidOn, amount }) => `${formatPartialDate(repaidOn, language)} ${formatMoney(normalisedMoney(amount))}`)
    .join('\n');
