import { DatePicker, Form, Input } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import { useQueryClient } from '@tanstack/react-query';
import dayjs, { type Dayjs } from 'dayjs';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ReasonField } from '../../shared/ui/ReasonField';
import { useWords } from '../../shared/words/WordsContext';

export type Decision = 'approve' | 'decline' | 'renew' | 'leave';

interface DecideForm {
  reviewOn?: Dayjs;
  note?: string;
  reason?: string;
}

/** Default period until the next review. */
const DEFAULT_DAYS = 30;

/** Approving and renewing ask for a review date; declining and ending ask for a reason. */
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
  const client = useQueryClient();
  const isContinued = decision === 'approve' || decision === 'renew';
  const refresh = () => client.invalidateQueries({ queryKey: ['attention'] });
  return (
    <ActionDialog<DecideForm, Schemas['AttentionEntry']>
      title={`${words[decision]} · ${entry.investorName}`}
      okText={words[decision]}
      initialValues={{ reviewOn: dayjs().add(DEFAULT_DAYS, 'day') }}
      version={entry.version}
      send={(values, version) => send(entry.id, decision, values, version)}
      onDone={refresh}
      onStale={refresh}
      onClose={onClose}
    >
      {isContinued ? (
        <>
          <Form.Item name="reviewOn" label={words.reviewOn} rules={[{ required: true, message: words.required }]}>
            <DatePicker format={DAY_FORMATS} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="note" label={words.note}>
            <Input.TextArea maxLength={500} rows={2} />
          </Form.Item>
        </>
      ) : (
        <ReasonField />
      )}
    </ActionDialog>
  );
}

function send(id: string, decision: Decision, values: DecideForm, version: number) {
  const params = { path: { id }, ...ifMatch(version) };
  const continueBody = { reviewOn: values.reviewOn?.format('YYYY-MM-DD') ?? '', note: values.note ?? null };
  const endBody = { reason: values.reason ?? '' };
  switch (decision) {
    case 'approve':
      return unwrap(api.POST('/api/v1/attention-entries/{id}/approve', { body: continueBody, params }));
    case 'renew':
      return unwrap(api.POST('/api/v1/attention-entries/{id}/renew', { body: continueBody, params }));
    case 'decline':
      return unwrap(api.POST('/api/v1/attention-entries/{id}/decline', { body: endBody, params }));
    case 'leave':
      return unwrap(api.POST('/api/v1/attention-entries/{id}/leave', { body: endBody, params }));
  }
}
