import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { inWords, typedMoney } from '../../shared/format/money';
import { pastedInvestments, pastedRepayments } from '../../shared/format/pasted';
import { PartialDateInput } from '../../shared/ui/PartialDateInput';
import { options } from '../../shared/ui/options';
import { useRules, WHEN } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { InvestmentMore } from './InvestmentMore';
import { usePaste } from './pasting';
import { hasMore, type InvestmentRow, type RegisterForm } from './registerForm';
import { registrationWords } from './words';

/** What was put in, row by row, or pasted from a sheet into any field of them. */
export function InvestmentRows() {
  const { words } = useWords();
  const t = useText(registrationWords);
  const form = Form.useFormInstance<RegisterForm>();
  const rules = useRules();

  const { paste, told } = usePaste('investments', pastedInvestments);
  // What is not shown yet has no field of its own: it is watched in what the form holds.
  const isMoreThere = Form.useWatch((values: RegisterForm) => (values.investments ?? []).some(hasMore), {
    form,
    preserve: true,
  });
  const [isOpen, setOpen] = useState(false);
  const showsMore = isOpen || isMoreThere === true;

  return (
    <Form.List name="investments">
      {(fields, { add, remove }) => (
        <div onPaste={paste}>
          <p>{words.investmentsHint}</p>
          <Told told={told} />
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
                  validateTrigger={WHEN}
                >
                  <PartialDateInput />
                </Form.Item>
                <Form.Item
                  name={[name, 'maturesOn']}
                  label={words.maturesOn}
                  rules={[rules.partialDate]}
                  validateTrigger={WHEN}
                >
                  <PartialDateInput />
                </Form.Item>
                <Amount name={[name, 'principal']} list="investments" label={words.principal} />
                <RemoveRow isOnly={fields.length === 1} onClick={() => remove(name)} />
              </div>
              {showsMore && <InvestmentMore name={name} />}
            </div>
          ))}
          <Button
            className="add-row"
            onClick={() => {
              const rows = (form.getFieldValue('investments') ?? []) as InvestmentRow[];
              add({ product: rows[rows.length - 1]?.product });
              goToWhenThere(`investments_${String(rows.length)}_product`);
            }}
          >
            {words.addRow}
          </Button>
          {!showsMore && (
            <Button
              className="add-row"
              type="text"
              aria-expanded={false}
              onClick={() => {
                setOpen(true);
                goToWhenThere(`investments_${String(Math.max(0, fields.length - 1))}_rolledOver`);
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
  const { paste, told } = usePaste('repayments', pastedRepayments);
  return (
    <Form.List name="repayments">
      {(fields, { add, remove }) => (
        <div onPaste={paste}>
          {fields.length > 0 && <p>{words.repaymentsHint}</p>}
          <Told told={told} />
          {fields.map(({ key, name }) => (
            <div key={key} className="rows rows-4">
              <Form.Item
                name={[name, 'repaidOn']}
                label={words.repaidOn}
                rules={[rules.required, ...rules.pastPartialDate]}
                validateTrigger={WHEN}
              >
                <PartialDateInput />
              </Form.Item>
              <Form.Item name={[name, 'kind']} label={words.repaymentKind} rules={[rules.required]}>
                <Select options={options(labels.RepaymentKind)} />
              </Form.Item>
              <Amount name={[name, 'amount']} list="repayments" label={words.amount} />
              <RemoveRow isOnly={false} onClick={() => remove(name)} />
            </div>
          ))}
          <Button
            className="add-row"
            onClick={() => {
              add({ kind: 'INTEREST' });
              goToWhenThere(`repayments_${String(fields.length)}_repaidOn`);
            }}
          >
            {words.addRow}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** What became of pasted rows. */
function Told({ told }: { told: ReturnType<typeof usePaste>['told'] }) {
  return (
    <div role="status">
      {told !== undefined && (
        <Alert role="none" className="spaced" showIcon type={told.isWhole ? 'success' : 'warning'} title={told.text} />
      )}
    </div>
  );
}

/** A new row's first field, once it is drawn. */
const goToWhenThere = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** An amount, said in words below, as on a receipt: a slip of the pen in the zeros is seen. */
function Amount({ name, list, label }: { name: [number, string]; list: keyof RegisterForm; label: string }) {
  const rules = useRules();
  const form = Form.useFormInstance<RegisterForm>();
  const typed = Form.useWatch([list, ...name], form) as string | undefined;
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[rules.required, rules.amount]}
      validateTrigger={WHEN}
      extra={<span aria-live="polite">{inWords(typedMoney(typed ?? ''))}</span>}
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
