import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { amountInWords, normalisedMoney } from '../../shared/format/money';
import { parseInvestments, parseRepayments } from '../../shared/format/pasted';
import { PartialDateInput } from '../../shared/ui/PartialDateInput';
import { toOptions } from '../../shared/ui/toOptions';
import { useRules, VALIDATE_TRIGGER } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { OptionalInvestmentFields } from './OptionalInvestmentFields';
import { usePaste } from './usePaste';
import { hasOptionalValues, type InvestmentRow, type RegisterForm } from './registerForm';
import { registrationWords } from './words';

/** Investments, one per row. The clerk types them, or pastes rows from a spreadsheet into any of the fields. */
export function InvestmentRows() {
  const { words } = useWords();
  const t = useText(registrationWords);
  const form = Form.useFormInstance<RegisterForm>();
  const rules = useRules();

  const { paste, result } = usePaste('investments', parseInvestments);
  // Fields that are not rendered yet are not registered with the form; preserve watches their values too.
  const hasMoreValues = Form.useWatch((values: RegisterForm) => (values.investments ?? []).some(hasOptionalValues), {
    form,
    preserve: true,
  });
  const [isOpen, setOpen] = useState(false);
  const isMoreShown = isOpen || hasMoreValues === true;

  return (
    <Form.List name="investments">
      {(fields, { add, remove }) => (
        <div onPaste={paste}>
          <p>{words.investmentsHint}</p>
          <PasteSummary result={result} />
          {fields.map(({ key, name }) => (
            <div key={key}>
              <div className="rows rows-4">
                <Form.Item name={[name, 'product']} label={words.productName} rules={[rules.required]}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item
                  name={[name, 'investedOn']}
                  label={words.investedOn}
                  rules={[rules.required, ...rules.pastPartialDate]}
                  validateTrigger={VALIDATE_TRIGGER}
                >
                  <PartialDateInput />
                </Form.Item>
                <Form.Item
                  name={[name, 'maturesOn']}
                  label={words.maturesOn}
                  rules={[rules.partialDate]}
                  validateTrigger={VALIDATE_TRIGGER}
                >
                  <PartialDateInput />
                </Form.Item>
                <Amount name={[name, 'principal']} list="investments" label={words.principal} />
                <RemoveRow isOnly={fields.length === 1} onClick={() => remove(name)} />
              </div>
              {isMoreShown && <OptionalInvestmentFields name={name} />}
            </div>
          ))}
          <Button
            className="add-row"
            onClick={() => {
              const rows = (form.getFieldValue('investments') ?? []) as InvestmentRow[];
              add({ product: rows[rows.length - 1]?.product });
              focusWhenRendered(`investments_${String(rows.length)}_product`);
            }}
          >
            {words.addRow}
          </Button>
          {!isMoreShown && (
            <Button
              className="add-row"
              type="text"
              aria-expanded={false}
              onClick={() => {
                setOpen(true);
                focusWhenRendered(`investments_${String(Math.max(0, fields.length - 1))}_rolledOver`);
              }}
            >
              {t.moreColumns}
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

export function RepaymentRows() {
  const { words, labels } = useWords();
  const rules = useRules();
  const { paste, result } = usePaste('repayments', parseRepayments);
  return (
    <Form.List name="repayments">
      {(fields, { add, remove }) => (
        <div onPaste={paste}>
          {fields.length > 0 && <p>{words.repaymentsHint}</p>}
          <PasteSummary result={result} />
          {fields.map(({ key, name }) => (
            <div key={key} className="rows rows-4">
              <Form.Item
                name={[name, 'repaidOn']}
                label={words.repaidOn}
                rules={[rules.required, ...rules.pastPartialDate]}
                validateTrigger={VALIDATE_TRIGGER}
              >
                <PartialDateInput />
              </Form.Item>
              <Form.Item name={[name, 'kind']} label={words.repaymentKind} rules={[rules.required]}>
                <Select options={toOptions(labels.RepaymentKind)} />
              </Form.Item>
              <Amount name={[name, 'amount']} list="repayments" label={words.amount} />
              <RemoveRow isOnly={false} onClick={() => remove(name)} />
            </div>
          ))}
          <Button
            className="add-row"
            onClick={() => {
              add({ kind: 'INTEREST' });
              focusWhenRendered(`repayments_${String(fields.length)}_repaidOn`);
            }}
          >
            {words.addRow}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** Result of the last paste. */
function PasteSummary({ result }: { result: ReturnType<typeof usePaste>['result'] }) {
  return (
    <div role="status">
      {result !== undefined && (
        <Alert
          role="none"
          className="spaced"
          showIcon
          type={result.isComplete ? 'success' : 'warning'}
          title={result.text}
        />
      )}
    </div>
  );
}

/** Focuses the first field of a new row after it is rendered. */
const focusWhenRendered = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** Amount with its Chinese numerals below, as on a receipt: they make a wrong number of zeros visible. */
function Amount({ name, list, label }: { name: [number, string]; list: keyof RegisterForm; label: string }) {
  const rules = useRules();
  const form = Form.useFormInstance<RegisterForm>();
  const typed = Form.useWatch([list, ...name], form) as string | undefined;
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[rules.required, rules.amount]}
      validateTrigger={VALIDATE_TRIGGER}
      extra={<span aria-live="polite">{amountInWords(normalisedMoney(typed ?? ''))}</span>}
    >
      <Input inputMode="decimal" autoComplete="off" className="number" maxLength={24} />
    </Form.Item>
  );
}

function RemoveRow({ isOnly, onClick }: { isOnly: boolean; onClick: () => void }) {
  const { words } = useWords();
  return (
    <Form.Item label=" " colon={false}>
      <Button aria-label={words.removeRow} disabled={isOnly} onClick={onClick}>
        ✕
      </Button>
    </Form.Item>
  );
}
