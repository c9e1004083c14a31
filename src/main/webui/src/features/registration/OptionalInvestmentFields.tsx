import { Checkbox, Form, Input, Select } from 'antd';
import { toOptions } from '../../shared/ui/toOptions';
import { useRules, VALIDATE_TRIGGER } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { normalisedRate } from './registerForm';
import { registrationWords } from './words';

/** Optional fields of an investment. A rolled-over investment does not add to the loss. */
export function OptionalInvestmentFields({ name }: { name: number }) {
  const t = useText(registrationWords);
  const { labels } = useWords();
  const rules = useRules();
  return (
    <>
      <Form.Item name={[name, 'rolledOver']} valuePropName="checked">
        <Checkbox>{t.rolledOver}</Checkbox>
      </Form.Item>
      <div className="columns">
        <Form.Item name={[name, 'contractNumber']} label={t.contractNumber}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item
          name={[name, 'annualRatePercent']}
          label={t.annualRate}
          rules={[rules.onBlur((typed) => !/^\d{1,4}(\.\d{1,2})?$/.test(normalisedRate(typed) ?? ''), t.rateWrong)]}
          validateTrigger={VALIDATE_TRIGGER}
        >
          <Input inputMode="decimal" autoComplete="off" className="number" maxLength={12} />
        </Form.Item>
        <Form.Item name={[name, 'paymentMethod']} label={t.paymentMethod}>
          <Select allowClear options={toOptions(labels.PaymentMethod)} />
        </Form.Item>
        <Form.Item name={[name, 'bankAccount']} label={t.bankAccount}>
          <Input inputMode="numeric" autoComplete="off" className="number" maxLength={40} />
        </Form.Item>
      </div>
    </>
  );
}
