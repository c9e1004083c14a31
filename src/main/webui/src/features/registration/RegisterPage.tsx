import { Button, Checkbox, Flex, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { answer, api, newKey, ProblemError, type Schemas } from '../../shared/api/client';
import { forgetErrors, placeErrors, stillWrong, wrongPlaces, type WrongPlace } from '../../shared/api/forms';
import { usePlatforms } from '../../shared/api/lists';
import { dropDraft, keepDraft, useDraft } from '../../shared/auth/drafts';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { options } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useRules } from '../../shared/ui/rules';
import { Loading } from '../../shared/ui/Loading';
import { Panel } from '../../shared/ui/Panel';
import { useAnnounce } from '../../shared/ui/LiveRegion';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { ContactFields } from './ContactFields';
import { DocumentFields } from './DocumentFields';
import { MoreFields } from './MoreFields';
import { InvestmentRows, RepaymentRows } from './MoneyRows';
import { NetLossSoFar } from './NetLossSoFar';
import { Registered } from './Registered';
import { registrationWords } from './words';
import { EMPTY, request, type RegisterForm } from './registerForm';

const DRAFT = 'register';

/** Takes in one person after the other, and goes on where a page was lost. */
export function RegisterPage() {
  const draft = useDraft<RegisterForm>(DRAFT);
  const [person, setPerson] = useState(0);
  return (
    <Loading query={draft}>
      {({ kept }) => (
        <RegisterInvestorForm
          key={person}
          kept={person === 0 ? kept : undefined}
          onNext={() => {
            dropDraft(DRAFT);
            setPerson(person + 1);
          }}
        />
      )}
    </Loading>
  );
}

/** One page, from top to bottom with the Tab key. */
function RegisterInvestorForm({ kept, onNext }: { kept: RegisterForm | undefined; onNext: () => void }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const announce = useAnnounce();
  const [form] = Form.useForm<RegisterForm>();
  const rules = useRules();
  const [lines, setLines] = useState<string[]>([]);
  const [wrong, setWrong] = useState<WrongPlace[]>([]);
  const [tries, setTries] = useState(0);
  const showErrors = () => {
    setTries((before) => before + 1);
    setWrong(wrongPlaces(form));
  };
  const [done, setDone] = useState<Schemas['Registration']>();
  const platforms = usePlatforms();
  const client = useQueryClient();
  // One person is one key: a second click, or a second try after the network failed, registers nobody twice.
  const key = useRef(newKey());

  useEffect(() => {
    if (kept !== undefined) {
      announce(words.draftKept);
    }
  }, [kept, announce, words.draftKept]);

  const register = useMutation({
    mutationFn: (body: Schemas['RegisterInvestor']) =>
      answer(api.POST('/api/v1/registrations', { body, params: { header: { 'Idempotency-Key': key.current } } })),
    onSuccess: (registration) => {
      dropDraft(DRAFT);
      void client.invalidateQueries({ queryKey: ['registrations'] });
      setDone(registration);
    },
    onError: (error) => {
      // What was refused is sent again with other content; what got no answer may have been taken.
      if (error instanceof ProblemError && error.status < 500) {
        key.current = newKey();
      }
      setLines(placeErrors(form, error));
      showErrors();
    },
  });

  if (done !== undefined) {
    return <Registered registration={done} onNext={onNext} />;
  }
  return (
    <Form<RegisterForm>
      form={form}
      layout="vertical"
      initialValues={kept ?? EMPTY}
      onValuesChange={(changed) => forgetErrors(form, changed)}
      onFieldsChange={() => setWrong((before) => (before.length === 0 ? before : stillWrong(before, form)))}
      onKeyDown={sendsByItsButtonAlone}
      onFinish={(values) => {
        if (!register.isPending) {
          setWrong([]);
          register.mutate(request(values));
        }
      }}
      onFinishFailed={() => {
        setLines([]);
        showErrors();
      }}
    >
      <Keeping />
      <div className="heading">
        <h1>{words.registerVisitor}</h1>
        <Popconfirm title={words.discardDraftConfirm} onConfirm={onNext} okText={words.discardDraft}>
          <Button>{words.discardDraft}</Button>
        </Popconfirm>
      </div>
      {wrong.length > 0 ? (
        <ErrorSummary
          key={tries}
          title={words.formRefused(String(wrong.length + lines.length))}
          places={wrong}
          lines={lines}
        />
      ) : (
        lines.length > 0 && <ProblemAlert error={register.error} lines={lines} />
      )}
      <Flex vertical gap={16}>
        <Panel title={words.person}>
          <div className="columns">
            <Form.Item name="platformId" label={words.platform} rules={[rules.required]}>
              <Select
                autoFocus
                showSearch={{ optionFilterProp: 'label' }}
                loading={platforms.isPending}
                options={platforms.data?.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="channel" label={words.channel} rules={[rules.required]}>
              <Radio.Group options={options(labels.Channel, ['WINDOW', 'PHONE', 'VISIT'])} />
            </Form.Item>
          </div>
          <DocumentFields />
          <ContactFields />
        </Panel>
        <Panel title={t.further}>
          <MoreFields />
        </Panel>
        <Panel title={words.investments}>
          <InvestmentRows />
        </Panel>
        <Panel title={words.repayments}>
          <RepaymentRows />
          <NetLossSoFar />
        </Panel>
        <Panel>
          <Form.Item name="evidenceShown" label={words.evidence}>
            <Checkbox.Group options={options(labels.EvidenceKind)} />
          </Form.Item>
          <Form.Item
            name="noticesGiven"
            label={words.noticesAll}
            // Marked in words: a group of boxes may not be called required (ARIA 1.2).
            required={false}
            rules={[{ required: true, message: words.noticesMissing }]}
          >
            <Checkbox.Group options={options(labels.Notice)} />
          </Form.Item>
          <Form.Item name="remark" label={words.remark}>
            <Input.TextArea rows={1} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" loading={register.isPending}>
            {words.submitRegistration}
          </Button>
        </Panel>
      </Flex>
    </Form>
  );
}

/** Enter ends a line, and not the form: nobody is registered half-way down the page. */
function sendsByItsButtonAlone(pressed: KeyboardEvent) {
  if (pressed.key === 'Enter' && pressed.target instanceof HTMLInputElement) {
    pressed.preventDefault();
  }
}

/** Keeps whatever changes in the form, typed or pasted: what a paste fills in tells nobody by itself. */
function Keeping() {
  const values = Form.useWatch<RegisterForm | undefined>([], Form.useFormInstance());
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (values !== undefined) {
      const now = JSON.stringify(values);
      if (before.current !== undefined && before.current !== now) {
        keepDraft(DRAFT, values);
      }
      before.current = now;
    }
  }, [values]);
  return null;
}
