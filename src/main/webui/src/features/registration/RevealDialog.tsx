import { Checkbox, Descriptions, Form, Input, Radio } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { FormDialog } from '../../shared/ui/FormDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useUnsavedChanges } from '../../shared/ui/unsavedChanges';
import { useWords } from '../../shared/words/WordsContext';

const INITIAL = { fields: ['PHONE'] };

/** Shows unmasked fields after the user states a purpose. They disappear with the dialog: nothing is cached. */
export function RevealDialog({ investorId, onClose }: { investorId: string; onClose: () => void }) {
  const { words, labels } = useWords();
  const [form] = Form.useForm<Schemas['RevealFields']>();
  const unsaved = useUnsavedChanges(form, INITIAL);
  const purpose = Form.useWatch('purpose', form) as string | undefined;
  const reveal = useMutation({
    mutationFn: (body: Schemas['RevealFields']) =>
      unwrap(api.POST('/api/v1/investors/{id}/reveals', { body, params: { path: { id: investorId } } })),
    gcTime: 0,
    onSuccess: unsaved.markSent,
  });
  const isShown = reveal.data !== undefined;
  const required = [{ required: true, message: words.required }];
  return (
    <FormDialog
      form={form}
      unsaved={unsaved}
      title={words.reveal}
      okText={isShown ? words.close : words.reveal}
      okButtonProps={{ loading: reveal.isPending }}
      cancelText={words.cancel}
      onOk={isShown ? onClose : form.submit}
      onClose={onClose}
    >
      <p>{words.revealHint}</p>
      <ProblemAlert error={reveal.error} />
      {isShown ? (
        <Descriptions
          column={1}
          bordered
          size="small"
          items={reveal.data.items.map(({ field, registrationNumber, value }) => ({
            key: `${field} ${registrationNumber ?? ''} ${value}`,
            label: `${labels.PersonalField[field]} ${registrationNumber ?? ''}`,
            children: value,
          }))}
        />
      ) : (
        <Form
          form={form}
          layout="vertical"
          initialValues={INITIAL}
          onFinish={(values) => {
            reveal.mutate(values);
          }}
        >
          <Form.Item name="fields" label={words.fields} required={false} rules={required}>
            <Checkbox.Group options={toOptions(labels.PersonalField)} />
          </Form.Item>
          <Form.Item name="purpose" label={words.purpose} rules={required}>
            <Radio.Group options={toOptions(labels.Purpose)} />
          </Form.Item>
          <Form.Item
            name="note"
            label={words.note}
            rules={[{ required: purpose === 'OTHER', message: words.purposeOther }]}
          >
            <Input maxLength={500} />
          </Form.Item>
        </Form>
      )}
    </FormDialog>
  );
}
