import { Checkbox, Flex, Form, Input } from 'antd';
import { useRules, VALIDATE_TRIGGER } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { AddressFields } from './AddressFields';
import { KnownPerson, PossibleDuplicate, useKnownInvestors } from './KnownPerson';
import { CollapsibleSection } from './CollapsibleSection';
import { registrationWords } from './words';

/** Name, address and contact details of the investor. */
export function ContactFields() {
  const { words } = useWords();
  const t = useText(registrationWords);
  const rules = useRules();
  const [known, another] = useKnownInvestors();
  const phone = another === undefined ? known?.phone : undefined;
  return (
    <>
      <div className="columns">
        <Form.Item name={['investor', 'name']} label={words.name} rules={[rules.required]}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item
          name={['investor', 'phone']}
          label={words.phone}
          rules={[rules.phone]}
          validateTrigger={VALIDATE_TRIGGER}
          extra={phone == null ? undefined : t.phoneOnRecord(phone)}
        >
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
      </div>
      <AddressFields isRequired />
      <KnownPerson />
      <PossibleDuplicate />
      <Flex gap={24} wrap>
        <Form.Item name={['investor', 'elderly']} valuePropName="checked">
          <Checkbox>{words.elderly}</Checkbox>
        </Form.Item>
        <Form.Item name={['investor', 'hardship']} valuePropName="checked">
          <Checkbox>{words.hardship}</Checkbox>
        </Form.Item>
      </Flex>
      <CollapsibleSection
        title={t.otherContact}
        fields={[
          ['investor', 'otherPhone'],
          ['investor', 'emergencyContact'],
        ]}
      >
        <div className="columns">
          <Form.Item
            name={['investor', 'otherPhone']}
            label={words.otherPhone}
            rules={[rules.phone]}
            validateTrigger={VALIDATE_TRIGGER}
          >
            <Input autoComplete="off" inputMode="tel" maxLength={30} />
          </Form.Item>
          <Form.Item name={['investor', 'emergencyContact', 'name']} label={words.emergencyContact}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name={['investor', 'emergencyContact', 'relation']} label={words.relation}>
            <Input autoComplete="off" maxLength={50} />
          </Form.Item>
          <Form.Item
            name={['investor', 'emergencyContact', 'phone']}
            label={words.phone}
            rules={[rules.phone]}
            validateTrigger={VALIDATE_TRIGGER}
          >
            <Input autoComplete="off" inputMode="tel" maxLength={30} />
          </Form.Item>
        </div>
      </CollapsibleSection>
    </>
  );
}
