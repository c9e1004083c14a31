import { Checkbox, Form, Input } from 'antd';
import { answer, api, ifMatch, type Schemas } from '../../shared/api/client';
import { money, typedMoney } from '../../shared/format/money';
import { writtenDate } from '../../shared/format/partialDate';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { options } from '../../shared/ui/options';
import { ReasonField } from '../../shared/ui/ReasonField';
import type { Labels } from '../../shared/api/labels';
import { useText } from '../../shared/words/bilingual';
import { useWords, type Language } from '../../shared/words/WordsContext';
import { NetLossSoFar } from './NetLossSoFar';
import { InvestmentRows, RepaymentRows } from './MoneyRows';
import { investmentLines, repaymentLines, type InvestmentRow, type RepaymentRow } from './registerForm';
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

/** What was said at the window, put right; every line as it stands is there to be changed. */
export function CorrectDialog({ registration, ...rest }: StepProps) {
  const { words, labels, language } = useWords();
  const t = useText(registrationWords);
  const written = (lines: Schemas['InvestmentLine'][]) =>
    lines.map((line) => investmentText(line, labels.PaymentMethod, t.isRolledOver, language)).join('\n');
  return (
    <ActionDialog<CorrectForm, Schemas['Registration']>
      {...rest}
      width={900}
      title={t.correct}
      hint={t.correctHint}
      initial={{
        investments: registration.investments,
        repayments: registration.repayments,
        evidenceShown: registration.evidenceShown,
        noticesGiven: registration.noticesGiven,
        remark: registration.remark ?? undefined,
        actedAsSalesperson: registration.actedAsSalesperson,
      }}
      version={registration.version}
      send={(form, version) =>
        answer(
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
          mine: written(investmentLines(form.investments)),
          theirs: written(registration.investments),
        },
        {
          label: words.repayments,
          mine: repaid(repaymentLines(form.repayments), language),
          theirs: repaid(registration.repayments, language),
        },
        { label: words.remark, mine: form.remark ?? '', theirs: registration.remark ?? '' },
      ]}
    >
      <h3>{words.investments}</h3>
      <InvestmentRows />
      <h3>{words.repayments}</h3>
      <RepaymentRows />
      <NetLossSoFar platformId={registration.platformId} />
      <Form.Item name="evidenceShown" label={words.evidence}>
        <Checkbox.Group options={options(labels.EvidenceKind)} />
      </Form.Item>
      <Form.Item name="noticesGiven" label={words.notices}>
        <Checkbox.Group options={options(labels.Notice)} />
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

/** A line with all it holds, so that two versions differ wherever they do. */
const investmentText = (
  line: Schemas['InvestmentLine'],
  methods: Labels['PaymentMethod'],
  isRolledOver: string,
  language: Language,
) =>
  [
    line.product,
    writtenDate(line.investedOn, language),
    line.maturesOn == null ? null : writtenDate(line.maturesOn, language),
    money(typedMoney(line.principal)),
    line.rolledOver === true ? isRolledOver : null,
    line.contractNumber,
    line.annualRatePercent == null ? null : `${String(Number(line.annualRatePercent))}%`,
    line.paymentMethod == null ? null : methods[line.paymentMethod],
    line.bankAccount,
  ]
    .filter((part) => part != null)
    .join(' ');

const repaid = (lines: Schemas['RepaymentLine'][], language: Language) =>
  lines.map(({ repaidOn, amount }) => `${writtenDate(repaidOn, language)} ${money(typedMoney(amount))}`).join('\n');
