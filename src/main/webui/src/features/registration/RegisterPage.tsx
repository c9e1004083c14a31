import { Button, Checkbox, Flex, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, newIdempotencyKey, ProblemError, type Schemas, unwrap } from '../../shared/api/client';
import {
  clearFieldErrors,
  type InvalidField,
  invalidFields,
  setFieldErrors,
  stillInvalid,
} from '../../shared/api/forms';
import { usePlatforms } from '../../shared/api/lists';
import { discardDraft, saveDraft, useDraft } from '../../shared/auth/drafts';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { PageTitle } from '../../shared/ui/PageTitle';
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
import { INITIAL_VALUES, type RegisterForm, toRequest } from './registerForm';

const DRAFT_KEY = 'register';

/** Registers one visitor after the other, and restores the draft after the page was lost. */
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

/** The registration form on one page, in tab order. */
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
  // One idempotency key per visitor: a second click, or a retry after a network failure, does not register the visitor twice.
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
      // After a refusal the content changes and needs a new key. A request without an answer may have been processed and keeps
      // its key.
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
        <PageTitle>{words.registerVisitor}</PageTitle>
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
            // The label says it in words: ARIA 1.2 does not allow aria-required on a group of checkboxes.
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

/** Enter does not submit the form, so that a clerk does not register a half-filled page. Only the button submits. */
function preventSubmitOnEnter(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}

/** Saves the draft on every change. It watches the values because a paste sets them without an event of the form. */
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
