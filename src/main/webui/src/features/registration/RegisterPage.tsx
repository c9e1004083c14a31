import { Button, Checkbox, Flex, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, api, newKey, ProblemError, type Schemas } from '../../shared/api/client';
import { placeErrors } from '../../shared/api/forms';
import { usePlatforms } from '../../shared/api/lists';
import { draftOf, dropDraft, keepDraft } from '../../shared/auth/drafts';
import { options } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Panel } from '../../shared/ui/Panel';
import { useAnnounce } from '../../shared/ui/Announcing';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { AddressFields } from './AddressFields';
import { DocumentFields } from './DocumentFields';
import { MoreFields } from './MoreFields';
import { InvestmentRows, RepaymentRows } from './MoneyRows';
import { Registered } from './Registered';
import { registrationWords } from './words';
import { EMPTY, request, type RegisterForm } from './registerForm';

const DRAFT = 'register';

/** Takes in whoever stands at the window: one page, from top to bottom with the Tab key. */
export function RegisterPage() {
  const { words, labels } = useWords();
  const said = useOf(registrationWords);
  const announce = useAnnounce();
  const [form] = Form.useForm<RegisterForm>();
  const [lines, setLines] = useState<string[]>([]);
  const [done, setDone] = useState<Schemas['Registration']>();
  const platforms = usePlatforms();
  const client = useQueryClient();
  // One person is one key: a second click, or a second try after the network failed, registers nobody twice.
  const key = useRef(newKey());
  const [kept] = useState(() => draftOf<RegisterForm>(DRAFT));

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
    },
  });

  const startOver = () => {
    dropDraft(DRAFT);
    key.current = newKey();
    register.reset();
    setDone(undefined);
    form.setFieldsValue(EMPTY);
    form.resetFields();
  };

  if (done !== undefined) {
    return <Registered registration={done} onNext={startOver} />;
  }
  const required = [{ required: true, message: words.required }];
  return (
    <Form<RegisterForm>
      form={form}
      layout="vertical"
      scrollToFirstError={{ behavior: 'smooth', block: 'center', focus: true }}
      initialValues={kept ?? EMPTY}
      onValuesChange={(_, values: RegisterForm) => keepDraft(DRAFT, values)}
      onFinish={(values) => {
        if (!register.isPending) {
          register.mutate(request(values));
        }
      }}
    >
      <div className="heading">
        <h1>{words.registerSomebody}</h1>
        <Popconfirm title={words.discardDraftConfirm} onConfirm={startOver} okText={words.discardDraft}>
          <Button>{words.discardDraft}</Button>
        </Popconfirm>
      </div>
      {register.error !== null && (
        <ProblemAlert
          error={register.error}
          title={lines.length === 0 ? words.formRefused : undefined}
          lines={lines.length === 0 ? [] : lines}
        />
      )}
      <Flex vertical gap={16}>
        <Panel title={words.person}>
          <div className="columns">
            <Form.Item name="platformId" label={words.platform} rules={required}>
              <Select
                autoFocus
                showSearch={{ optionFilterProp: 'label' }}
                loading={platforms.isPending}
                options={platforms.data?.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="channel" label={words.channel} rules={required}>
              <Radio.Group options={options(labels.channel, ['WINDOW', 'PHONE', 'VISIT'])} />
            </Form.Item>
          </div>
          <DocumentFields />
          <div className="columns">
            <Form.Item name={['investor', 'name']} label={words.name} rules={required}>
              <Input autoComplete="off" maxLength={100} />
            </Form.Item>
            <Form.Item name={['investor', 'phone']} label={words.phone}>
              <Input autoComplete="off" inputMode="tel" maxLength={30} />
            </Form.Item>
          </div>
          <AddressFields />
          <Flex gap={24} wrap>
            <Form.Item name={['investor', 'elderly']} valuePropName="checked">
              <Checkbox>{words.elderly}</Checkbox>
            </Form.Item>
            <Form.Item name={['investor', 'hardship']} valuePropName="checked">
              <Checkbox>{words.hardship}</Checkbox>
            </Form.Item>
          </Flex>
          <details className="spaced">
            <summary>{words.emergencyContact}</summary>
            <div className="columns">
              <Form.Item name={['investor', 'emergencyContact', 'name']} label={words.emergencyContact}>
                <Input autoComplete="off" maxLength={100} />
              </Form.Item>
              <Form.Item name={['investor', 'emergencyContact', 'relation']} label={words.relation}>
                <Input autoComplete="off" maxLength={50} />
              </Form.Item>
              <Form.Item name={['investor', 'emergencyContact', 'phone']} label={words.phone}>
                <Input autoComplete="off" inputMode="tel" maxLength={30} />
              </Form.Item>
            </div>
          </details>
        </Panel>
        <Panel title={said.further}>
          <MoreFields />
        </Panel>
        <Panel title={words.investments}>
          <InvestmentRows />
        </Panel>
        <Panel title={words.repayments}>
          <RepaymentRows />
        </Panel>
        <Panel>
          <Form.Item name="evidenceShown" label={words.evidence}>
            <Checkbox.Group options={options(labels.evidence)} />
          </Form.Item>
          <Form.Item name="noticesGiven" label={words.notices} required={false} rules={required}>
            <Checkbox.Group options={options(labels.notice)} />
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
