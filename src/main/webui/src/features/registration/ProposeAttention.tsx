import { Form, Input, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, type Schemas, unwrap } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { useWords } from '../../shared/words/WordsContext';

type Proposal = Omit<Schemas['ProposeAttention'], 'registrationId'>;

/** Proposes an investor for the attention list; another user approves the proposal. */
export function ProposeAttention({ registrationId, onClose }: { registrationId: string; onClose: () => void }) {
  const { words, labels } = useWords();
  const client = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<Proposal, Schemas['AttentionEntry']>
      title={words.proposeAttention}
      hint={words.attentionHint}
      send={({ reason, level, note }) =>
        unwrap(
          api.POST('/api/v1/attention-entries', {
            body: { reason, level, note: note ?? null, registrationId },
            params: { header: { 'Idempotency-Key': key } },
          }),
        )
      }
      onDone={() => void client.invalidateQueries({ queryKey: ['attention'] })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Radio.Group options={toOptions(labels.AttentionReason)} />
      </Form.Item>
      <Form.Item name="level" label={words.level} extra={words.levelHint} rules={required}>
        <Radio.Group options={[1, 2, 3].map((level) => ({ value: level, label: String(level) }))} />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </ActionDialog>
  );
}
