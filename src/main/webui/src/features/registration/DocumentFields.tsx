import { Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { parseResidentNumber } from '../../shared/format/residentNumber';
import { today } from '../../shared/format/time';
import { condensed } from '../../shared/format/typed';
import { DayInput } from '../../shared/ui/DayInput';
import { toOptions } from '../../shared/ui/toOptions';
import { useRules, VALIDATE_TRIGGER } from '../../shared/ui/rules';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { useFillFromRecord } from './KnownPerson';
import type { RegisterForm } from './registerForm';
import { registrationWords } from './words';

/** Identity document: the number is validated while the clerk types, and looked up at once. */
export function DocumentFields() {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const form = Form.useFormInstance<RegisterForm>();
  const kind = Form.useWatch(['investor', 'kind'], form) as string | undefined;
  const type = Form.useWatch(['investor', 'documentType'], form) as string | undefined;
  const number = condensed((Form.useWatch(['investor', 'documentNumber'], form) as string | undefined) ?? '');
  const isResident = type === 'RESIDENT_ID';
  const info = isResident ? parseResidentNumber(number) : undefined;
  const rules = useRules();
  const fillFromRecord = useFillFromRecord();
  const bornOn = info?.bornOn;
  useEffect(() => {
    if (bornOn !== undefined && isElderly(bornOn) && form.getFieldValue(['investor', 'elderly']) === undefined) {
      form.setFieldValue(['investor', 'elderly'], true);
    }
  }, [bornOn, form]);
  const types = toOptions(labels.DocumentType).filter(
    ({ value }) => value === 'OTHER' || (value === 'SOCIAL_CREDIT_CODE') === (kind === 'ORGANISATION'),
  );
  return (
    <>
      <Form.Item name={['investor', 'kind']} label={words.investorKind}>
        <Radio.Group
          options={toOptions(labels.InvestorKind)}
          onChange={(event) => {
            const isPerson = event.target.value === 'PERSON';
            form.setFieldValue(['investor', 'documentType'], isPerson ? 'RESIDENT_ID' : 'SOCIAL_CREDIT_CODE');
          }}
        />
      </Form.Item>
      <div className="columns">
        <Form.Item name={['investor', 'documentType']} label={words.documentType}>
          <Select options={types} />
        </Form.Item>
        <Form.Item
          name={['investor', 'documentNumber']}
          label={words.documentNumber}
          rules={[
            rules.required,
            rules.onBlur((typed) => isResident && condensed(typed).length !== 18, words.numberShort),
            rules.onBlur(
              (typed) => isResident && condensed(typed).length === 18 && parseResidentNumber(typed) === undefined,
              words.numberWrong,
            ),
          ]}
          validateTrigger={VALIDATE_TRIGGER}
          extra={
            <span aria-live="polite">
              {info !== undefined && words.numberInfo(labels.Sex[info.sex], info.bornOn)}
              {fillFromRecord !== undefined && <div>{t.knownHint}</div>}
            </span>
          }
        >
          <Input autoComplete="off" maxLength={40} onPressEnter={fillFromRecord} />
        </Form.Item>
      </div>
      {kind === 'PERSON' && !isResident && (
        <div className="columns">
          <Form.Item
            name={['investor', 'bornOn']}
            label={t.bornOn}
            rules={rules.pastDay}
            validateTrigger={VALIDATE_TRIGGER}
          >
            <DayInput />
          </Form.Item>
          <Form.Item name={['investor', 'sex']} label={t.sex}>
            <Radio.Group options={toOptions(labels.Sex)} />
          </Form.Item>
        </div>
      )}
    </>
  );
}

/** 老年人权益保障法 第二条: elderly from the age of sixty. */
const isElderly = (bornOn: string) => `${String(Number(bornOn.slice(0, 4)) + 60)}${bornOn.slice(4)}` <= today();
