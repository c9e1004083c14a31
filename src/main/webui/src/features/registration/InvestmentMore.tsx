import { Checkbox, Form, Input, Select } from 'antd';
import { options } from '../../shared/ui/options';
import { useRules, WHEN } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { typedRate } from './registerForm';
import { registrationWords } from './words';

/** What only some know of an investment; whether it was rolled over decides what was lost. */
export function InvestmentMore({ name }: { name: number }) {
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
          rules={[rules.onLeaving((typed) => !/^\d{1,4}(\.\d{1,2})?$/.test(typedRate(typed) ?? ''), t.rateWrong)]}
          validateTrigger={WHEN}
        >
          <Input inputMode="decimal" autoComplete="off" className="number" maxLength={12} />
        </Form.Item>
        <Form.Item name={[name, 'paymentMethod']} label={t.paymentMethod}>
          <Select allowClear options={options(labels.PaymentMethod)} />
        </Form.Item>
        <Form.Item name={[name, 'bankAccount']} label={t.bankAccount}>
          <Input inputMode="numeric" autoComplete="off" className="number" maxLength={40} />
        </Form.Item>
      </div>
    </>
  );
}
