import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useBranches } from '../../shared/api/lists';
import { DayInput } from '../../shared/ui/DayInput';
import { toOptions } from '../../shared/ui/toOptions';
import { useRules, VALIDATE_TRIGGER } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { CollapsibleSection } from './CollapsibleSection';
import type { RegisterForm } from './registerForm';
import { registrationWords } from './words';

/** Optional fields in collapsed sections. A section opens by itself when the service refuses one of its fields. */
export function OptionalFields() {
  const t = useText(registrationWords);
  return (
    <>
      <CollapsibleSection title={t.agent} fields={[['agent']]}>
        <AgentFields />
      </CollapsibleSection>
      <CollapsibleSection
        title={t.accountsAndSalesperson}
        fields={[['platformAccounts'], ['salesperson'], ['actedAsSalesperson']]}
      >
        <h3>{t.platformAccounts}</h3>
        <PlatformAccountRows />
        <h3>{t.salesperson}</h3>
        <SalespersonFields />
      </CollapsibleSection>
      <CollapsibleSection title={t.policeReport} fields={[['policeReport']]}>
        <PoliceFields />
      </CollapsibleSection>
    </>
  );
}

/** Agent who registers on behalf of the investor, with the papers that show the authority. */
function AgentFields() {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  return (
    <>
      <Form.Item name={['agent', 'capacity']} label={t.capacity}>
        <Radio.Group options={toOptions(labels.Capacity)} />
      </Form.Item>
      <div className="columns">
        <Form.Item name={['agent', 'name']} label={t.agentName}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name={['agent', 'relation']} label={words.relation}>
          <Input autoComplete="off" maxLength={50} />
        </Form.Item>
        <Form.Item name={['agent', 'documentType']} label={t.agentDocumentType}>
          <Select options={toOptions(labels.DocumentType)} />
        </Form.Item>
        <Form.Item name={['agent', 'documentNumber']} label={t.agentDocumentNumber}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name={['agent', 'phone']} label={t.agentPhone}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
      </div>
      <Form.Item name={['agent', 'papers']} label={t.agentPapers}>
        <Checkbox.Group options={toOptions(labels.Paper)} />
      </Form.Item>
    </>
  );
}

function PlatformAccountRows() {
  const { words } = useWords();
  const t = useText(registrationWords);
  return (
    <Form.List name="platformAccounts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="rows rows-4">
              <Form.Item
                name={[name, 'username']}
                label={t.accountName}
                rules={[{ required: true, message: words.required }]}
              >
                <Input autoComplete="off" maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'registeredPhone']} label={t.accountPhone}>
                <Input autoComplete="off" inputMode="tel" maxLength={30} />
              </Form.Item>
              <Form.Item label=" " colon={false}>
                <Button aria-label={words.removeRow} onClick={() => remove(name)}>
                  ✕
                </Button>
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add({})}>{words.addRow}</Button>
        </>
      )}
    </Form.List>
  );
}

/** Salesperson of the investor. The checkbox, asked of every investor, records whether the investor sold to others too. */
function SalespersonFields() {
  const t = useText(registrationWords);
  const form = Form.useFormInstance<RegisterForm>();
  const platformId = Form.useWatch('platformId', form) as string | undefined;
  const branches = useBranches(platformId);
  return (
    <>
      <div className="columns">
        <Form.Item name={['salesperson', 'name']} label={t.salespersonName}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name={['salesperson', 'phone']} label={t.salespersonPhone}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item name={['salesperson', 'branchId']} label={t.salespersonBranch}>
          <Select allowClear options={branches.data?.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </div>
      <Form.Item name="actedAsSalesperson" valuePropName="checked">
        <Checkbox>{t.actedAsSalesperson}</Checkbox>
      </Form.Item>
    </>
  );
}

function PoliceFields() {
  const t = useText(registrationWords);
  const rules = useRules();
  return (
    <div className="columns">
      <Form.Item name={['policeReport', 'authority']} label={t.policeAuthority}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name={['policeReport', 'receiptNumber']} label={t.policeReceipt}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name={['policeReport', 'reportedOn']}
        label={t.reportedOn}
        rules={rules.pastDay}
        validateTrigger={VALIDATE_TRIGGER}
      >
        <DayInput />
      </Form.Item>
    </div>
  );
}
