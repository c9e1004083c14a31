import { DatePicker, Form, Input } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import { useQueryClient } from '@tanstack/react-query';
import dayjs, { type Dayjs } from 'dayjs';
import { answer, api, ifMatch, type Schemas } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ReasonField } from '../../shared/ui/ReasonField';
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
  const client = useQueryClient();
  const goesOn = decision === 'approve' || decision === 'renew';
  const refresh = () => client.invalidateQueries({ queryKey: ['attention'] });
  return (
    <ActionDialog<Decided, Schemas['AttentionEntry']>
      title={`${words[decision]} · ${entry.investorName}`}
      ok={words[decision]}
      initial={{ reviewOn: dayjs().add(USUAL_DAYS, 'day') }}
      version={entry.version}
      send={(values, version) => send(entry.id, decision, values, version)}
      onDone={refresh}
      onStale={refresh}
      onClose={onClose}
    >
      {goesOn ? (
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

function send(id: string, decision: Decision, values: Decided, version: number) {
  const params = { path: { id }, ...ifMatch(version) };
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
