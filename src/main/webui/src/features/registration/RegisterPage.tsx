import { Button, Checkbox, Flex, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { unwrap, api, newIdempotencyKey, ProblemError, type Schemas } from '../../shared/api/client';
import {
  clearFieldErrors,
  setFieldErrors,
  stillInvalid,
  invalidFields,
  type InvalidField,
} from '../../shared/api/forms';
import { usePlatforms } from '../../shared/api/lists';
import { discardDraft, saveDraft, useDraft } from '../../shared/auth/drafts';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { toOptions } from '../../shared/ui/toOptions';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useRules } from '../../shared/ui/rules';
import { Loading } from '../../shared/ui/Loading';
import { Panel } from '../../shared/ui/Panel';
import { useAnnounce } from '../../shared/ui/LiveRegion';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { ContactFields } from './ContactFields';
import { DocumentFields } from './DocumentFields';
import { OptionalFields } from './OptionalFields';
import { InvestmentRows, RepaymentRows } from './MoneyRows';
import { NetLossPreview } from './NetLossPreview';
import { RegistrationResult } from './RegistrationResult';
import { registrationWords } from './words';
import { INITIAL_VALUES, toRequest, type RegisterForm } from './registerForm';

const DRAFT_KEY = 'register';

/** Takes in one person after the other, and goes on where a page was lost. */
export function RegisterPage() {
  const draft = useDraft<RegisterForm>(DRAFT_KEY);
  const [person, setPerson] = useState(0);
  return (
    <Loading query={draft}>
      {({ savedDraft }) => (
        <RegisterInvestorForm
          key={person}
          savedDraft={person === 0 ? savedDraft : undefined}
          onNext={() => {
            discardDraft(DRAFT_KEY);
            setPerson(person + 1);
          }}
        />
      )}
    </Loading>
  );
}

/** One page, from top to bottom with the Tab key. */
function RegisterInvestorForm({ savedDraft, onNext }: { savedDraft: RegisterForm | undefined; onNext: () => void }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const announce = useAnnounce();
  const [form] = Form.useForm<RegisterForm>();
  const rules = useRules();
  const [lines, setLines] = useState<string[]>([]);
  const [invalid, setInvalid] = useState<InvalidField[]>([]);
  const [attempts, setAttempts] = useState(0);
  const showErrors = () => {
    setAttempts((previous) => previous + 1);
    setInvalid(invalidFields(form));
  };
  const [registered, setRegistered] = useState<Schemas['Registration']>();
  const platforms = usePlatforms();
  const client = useQueryClient();
  // One person is one key: a second click, or a second try after the network failed, registers nobody twice.
  const key = useRef(newIdempotencyKey());

  useEffect(() => {
    if (savedDraft !== undefined) {
      announce(words.draftRestored);
    }
  }, [savedDraft, announce, words.draftRestored]);

  const register = useMutation({
    mutationFn: (body: Schemas['RegisterInvestor']) =>
      unwrap(api.POST('/api/v1/registrations', { body, params: { header: { 'Idempotency-Key': key.current } } })),
    onSuccess: (registration) => {
      discardDraft(DRAFT_KEY);
      void client.invalidateQueries({ queryKey: ['registrations'] });
      setRegistered(registration);
    },
    onError: (error) => {
      // What was refused is sent again with other content; what got no answer may have been taken.
      if (error instanceof ProblemError && error.status < 500) {
        key.current = newIdempotencyKey();
      }
      setLines(setFieldErrors(form, error));
      showErrors();
    },
  });

  if (registered !== undefined) {
    return <RegistrationResult registration={registered} onNext={onNext} />;
  }
  return (
    <Form<RegisterForm>
      form={form}
      layout="vertical"
      initialValues={savedDraft ?? INITIAL_VALUES}
      onValuesChange={(changed) => clearFieldErrors(form, changed)}
      onFieldsChange={() => setInvalid((previous) => (previous.length === 0 ? previous : stillInvalid(previous, form)))}
      onKeyDown={preventSubmitOnEnter}
      onFinish={(values) => {
        if (!register.isPending) {
          setInvalid([]);
          register.mutate(toRequest(values));
        }
      }}
      onFinishFailed={() => {
        setLines([]);
        showErrors();
      }}
    >
      <DraftSaver />
      <div className="heading">
        <h1>{words.registerVisitor}</h1>
        <Popconfirm title={words.discardDraftConfirm} onConfirm={onNext} okText={words.discardDraft}>
          <Button>{words.discardDraft}</Button>
        </Popconfirm>
      </div>
      {invalid.length > 0 ? (
        <ErrorSummary
          key={attempts}
          title={words.formRefused(String(invalid.length + lines.length))}
          fields={invalid}
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
              <Radio.Group options={toOptions(labels.Channel, ['WINDOW', 'PHONE', 'VISIT'])} />
            </Form.Item>
          </div>
          <DocumentFields />
          <ContactFields />
        </Panel>
        <Panel title={t.otherDetails}>
          <OptionalFields />
        </Panel>
        <Panel title={words.investments}>
          <InvestmentRows />
        </Panel>
        <Panel title={words.repayments}>
          <RepaymentRows />
          <NetLossPreview />
        </Panel>
        <Panel>
          <Form.Item name="evidenceShown" label={words.evidence}>
            <Checkbox.Group options={toOptions(labels.EvidenceKind)} />
          </Form.Item>
          <Form.Item
            name="noticesGiven"
            label={words.noticesAll}
            // Marked in words: a group of boxes may not be called required (ARIA 1.2).
            required={false}
            rules={[{ required: true, message: words.noticesMissing }]}
          >
            <Checkbox.Group options={toOptions(labels.Notice)} />
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
function preventSubmitOnEnter(pressed: KeyboardEvent) {
  if (pressed.key === 'Enter' && pressed.target instanceof HTMLInputElement) {
    pressed.preventDefault();
  }
}

/** Keeps whatever changes in the form, typed or pasted: what a paste fills in tells nobody by itself. */
function DraftSaver() {
  const values = Form.useWatch<RegisterForm | undefined>([], Form.useFormInstance());
  const previous = useRef<string>(undefined);
  useEffect(() => {
    if (values !== undefined) {
      const now = JSON.stringify(values);
      if (previous.current !== undefined && previous.current !== now) {
        saveDraft(DRAFT_KEY, values);
      }
      previous.current = now;
    }
  }, [values]);
  return null;
}
