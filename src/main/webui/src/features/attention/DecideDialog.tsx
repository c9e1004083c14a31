import { DatePicker, Form, Input, Modal } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { answer, api, ifMatch, ProblemError, type Schemas } from '../../shared/api/client';
import { placeErrors } from '../../shared/api/forms';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useAnnounce } from '../../shared/ui/Announcing';
import { useWords } from '../../shared/words/WordsContext';

export type Decision = 'approve' | 'decline' | 'renew' | 'leave';

interface Decided {
  reviewOn?: Dayjs;
  note?: string;
  reason?: string;
}

/** How long an entry holds when nothing else is said. */
const USUAL_DAYS = 30;

/** A day of review for what goes on, a reason for what does not. */
export function DecideDialog({
  entry,
  decision,
  onClose,
}: {
  entry: Schemas['AttentionEntry'];
  decision: Decision;
  onClose: () => void;
}) {
  const { words } = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [form] = Form.useForm<Decided>();
  const [lines, setLines] = useState<string[]>();
  const goesOn = decision === 'approve' || decision === 'renew';
  const decide = useMutation({
    mutationFn: (values: Decided) => send(entry, decision, values),
    onSuccess: () => {
      announce(words.done);
      onClose();
    },
    onError: (error) => {
      const isStale = error instanceof ProblemError && error.status === 412;
      setLines(isStale ? [words.staleHint] : placeErrors(form, error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['attention'] }),
  });
  const required = [{ required: true, message: words.required }];
  return (
    <Modal
      open
      title={`${words[decision]} · ${entry.investorName}`}
      okText={words[decision]}
      okButtonProps={{ loading: decide.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemAlert error={decide.error} lines={lines} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ reviewOn: dayjs().add(USUAL_DAYS, 'day') }}
        onFinish={(values) => {
          decide.mutate(values);
        }}
      >
        {goesOn ? (
          <>
            <Form.Item name="reviewOn" label={words.reviewOn} rules={required}>
              <DatePicker style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="note" label={words.note}>
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="reason" label={words.reason} rules={required}>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

function send(entry: Schemas['AttentionEntry'], decision: Decision, values: Decided) {
  const params = { path: { id: entry.id }, ...ifMatch(entry.version) };
  const onwards = { reviewOn: values.reviewOn?.format('YYYY-MM-DD') ?? '', note: values.note ?? null };
  const ending = { reason: values.reason ?? '' };
  switch (decision) {
    case 'approve':
      return answer(api.POST('/api/v1/attention-entries/{id}/approve', { body: onwards, params }));
    case 'renew':
      return answer(api.POST('/api/v1/attention-entries/{id}/renew', { body: onwards, params }));
    case 'decline':
      return answer(api.POST('/api/v1/attention-entries/{id}/decline', { body: ending, params }));
    case 'leave':
      return answer(api.POST('/api/v1/attention-entries/{id}/leave', { body: ending, params }));
  }
}
