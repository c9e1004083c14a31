import { Checkbox, Form, Input, Select } from 'antd';
import { options } from '../../shared/ui/options';
import { useRules, WHEN } from '../../shared/ui/rules';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { typedRate } from './registerForm';
import { registrationWords } from './words';

/** What only some know of an investment; whether it was rolled over decides what was lost. */
export function InvestmentMore({ name }: { name: number }) {
  const said = useOf(registrationWords);
  const { labels } = useWords();
  const rules = useRules();
  return (
    <>
      <Form.Item name={[name, 'rolledOver']} valuePropName="checked">
        <Checkbox>{said.rolledOver}</Checkbox>
      </Form.Item>
      <div className="columns">
        <Form.Item name={[name, 'contractNumber']} label={said.contractNumber}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item
          name={[name, 'annualRatePercent']}
          label={said.annualRate}
          rules={[rules.onLeaving((typed) => !/^\d{1,4}(\.\d{1,2})?$/.test(typedRate(typed) ?? ''), said.rateWrong)]}
          validateTrigger={WHEN}
        >
          <Input inputMode="decimal" autoComplete="off" className="number" maxLength={12} />
        </Form.Item>
        <Form.Item name={[name, 'paymentMethod']} label={said.paymentMethod}>
          <Select allowClear options={options(labels.PaymentMethod)} />
        </Form.Item>
        <Form.Item name={[name, 'bankAccount']} label={said.bankAccount}>
          <Input inputMode="numeric" autoComplete="off" className="number" maxLength={40} />
        </Form.Item>
      </div>
    </>
  );
}
