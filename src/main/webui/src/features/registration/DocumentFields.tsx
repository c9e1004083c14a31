import { Alert, Form, Input, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../../shared/api/client';
import { told } from '../../shared/format/residentNumber';
import { today } from '../../shared/format/time';
import { condensed } from '../../shared/format/typed';
import { DayInput } from '../../shared/ui/DayInput';
import { options } from '../../shared/ui/options';
import { useRules, WHEN } from '../../shared/ui/rules';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { usePlatforms } from '../../shared/api/lists';
import type { RegisterForm } from './registerForm';
import { registrationWords } from './words';

/** Who it is, by document: checked and understood while it is typed, and looked up at once. */
export function DocumentFields() {
  const { words, labels } = useWords();
  const said = useOf(registrationWords);
  const form = Form.useFormInstance<RegisterForm>();
  const kind = Form.useWatch(['investor', 'kind'], form) as string | undefined;
  const type = Form.useWatch(['investor', 'documentType'], form) as string | undefined;
  const number = condensed((Form.useWatch(['investor', 'documentNumber'], form) as string | undefined) ?? '');
  const isResident = type === 'RESIDENT_ID';
  const tells = isResident ? told(number) : undefined;
  const rules = useRules();
  const bornOn = tells?.bornOn;
  useEffect(() => {
    if (bornOn !== undefined && isElderly(bornOn) && form.getFieldValue(['investor', 'elderly']) === undefined) {
      form.setFieldValue(['investor', 'elderly'], true);
    }
  }, [bornOn, form]);
  const isWhole = isResident ? tells !== undefined : number.length >= 6;
  const types = options(labels.documentType).filter(
    ({ value }) => value === 'OTHER' || (value === 'SOCIAL_CREDIT_CODE') === (kind === 'ORGANISATION'),
  );
  return (
    <>
      <Form.Item name={['investor', 'kind']} label={words.who}>
        <Radio.Group
          options={[
            { value: 'PERSON', label: words.individual },
            { value: 'ORGANISATION', label: words.organisation },
          ]}
          onChange={(change) => {
            const isPerson = change.target.value === 'PERSON';
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
            rules.onLeaving((typed) => isResident && condensed(typed).length !== 18, words.numberShort),
            rules.onLeaving(
              (typed) => isResident && condensed(typed).length === 18 && told(typed) === undefined,
              words.numberWrong,
            ),
          ]}
          validateTrigger={WHEN}
          extra={
            <span aria-live="polite">
              {tells !== undefined && words.numberTells(tells.sex === 'MALE' ? words.male : words.female, tells.bornOn)}
            </span>
          }
        >
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
      </div>
      {kind === 'PERSON' && !isResident && (
        <div className="columns">
          <Form.Item name={['investor', 'bornOn']} label={said.bornOn} rules={rules.pastDay} validateTrigger={WHEN}>
            <DayInput />
          </Form.Item>
          <Form.Item name={['investor', 'sex']} label={said.sex}>
            <Radio.Group
              options={[
                { value: 'MALE', label: words.male },
                { value: 'FEMALE', label: words.female },
              ]}
            />
          </Form.Item>
        </div>
      )}
      <Known number={isWhole ? number : ''} />
    </>
  );
}

/** 老年人权益保障法 第二条: from sixty years on. */
const isElderly = (bornOn: string) => `${String(Number(bornOn.slice(0, 4)) + 60)}${bornOn.slice(4)}` <= today();

/** Whoever has this document already, with what they are registered for. */
function Known({ number }: { number: string }) {
  const { words, labels } = useWords();
  const platforms = usePlatforms();
  const platformId = Form.useWatch('platformId', Form.useFormInstance<RegisterForm>()) as string | undefined;
  const found = useQuery({
    queryKey: ['lookup', number],
    queryFn: () => answer(api.POST('/api/v1/investors/lookup', { body: { documentNumber: number } })),
    enabled: number !== '',
    gcTime: 0,
  });
  const known = found.data?.items ?? [];
  if (known.length === 0) {
    return null;
  }
  const platform = (id: string) => platforms.data?.find((one) => one.id === id)?.name ?? '';
  const isHere = known
    .flatMap(({ registrations }) => registrations)
    .some((one) => one.platformId === platformId && (one.status === 'RECEIVED' || one.status === 'VERIFIED'));
  return (
    <Alert
      type={isHere ? 'warning' : 'info'}
      showIcon
      className="spaced"
      title={`${words.knownPerson}：${known.map(({ name }) => name).join('、')}`}
      description={
        <>
          <div>{isHere ? words.knownHere : words.knownPersonHint}</div>
          <ul>
            {known
              .flatMap(({ registrations }) => registrations)
              .map((registration) => (
                <li key={registration.id}>
                  <Link to={`/registrations/${registration.id}`}>
                    {`${registration.number} ${platform(registration.platformId)} ${labels.status[registration.status]}`}
                  </Link>
                </li>
              ))}
          </ul>
        </>
      }
    />
  );
}
