import { Form, Input, Modal, Radio } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, newKey, type Schemas } from '../../shared/api/client';
import { placeErrors } from '../../shared/api/forms';
import { options } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useAnnounce } from '../../shared/ui/Announcing';
import { useWords } from '../../shared/words/WordsContext';

type Proposal = Omit<Schemas['ProposeAttention'], 'registrationId'>;

/** Asks for a reason and a level; somebody else approves. */
export function ProposeAttention({ registrationId, onClose }: { registrationId: string; onClose: () => void }) {
  const { words, labels } = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [form] = Form.useForm<Proposal>();
  const [key] = useState(newKey);
  const [lines, setLines] = useState<string[]>();
  const propose = useMutation({
    mutationFn: (body: Schemas['ProposeAttention']) =>
      answer(api.POST('/api/v1/attention-entries', { body, params: { header: { 'Idempotency-Key': key } } as never })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['attention'] });
      announce(words.done);
      onClose();
    },
    onError: (error) => {
      setLines(placeErrors(form, error));
    },
  });
  return (
    <Modal
      open
      title={words.proposeAttention}
      okText={words.proposeAttention}
      okButtonProps={{ loading: propose.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{words.attentionHint}</p>
      <ProblemAlert error={propose.error} lines={lines} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => {
          propose.mutate({ ...values, registrationId });
        }}
      >
        <Form.Item name="reason" label={words.reason} rules={[{ required: true, message: words.required }]}>
          <Radio.Group options={options(labels.attentionReason)} />
        </Form.Item>
        <Form.Item
          name="level"
          label={words.level}
          extra={words.levelHint}
          rules={[{ required: true, message: words.required }]}
        >
          <Radio.Group options={[1, 2, 3].map((level) => ({ value: level, label: String(level) }))} />
        </Form.Item>
        <Form.Item name="note" label={words.note}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
