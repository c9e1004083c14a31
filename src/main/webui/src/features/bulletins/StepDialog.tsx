import { DatePicker, Form } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import type { Dayjs } from 'dayjs';
import { answer, api, ifMatch, type Schemas } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ReasonField } from '../../shared/ui/ReasonField';
import { useOf } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

export type Step = 'submit' | 'review' | 'sendBack' | 'issue' | 'regenerate' | 'correct' | 'makeVoid';

interface Taken {
  reason?: string;
  issuedOn?: Dayjs | null;
}

const NEEDS_REASON: Step[] = ['sendBack', 'correct', 'makeVoid'];

/** One step of a bulletin's way, with what it means said before it is taken. */
export function StepDialog(props: {
  bulletin: Schemas['Bulletin'];
  step: Step;
  onDone: (after: Schemas['Bulletin']) => void;
  onStale: () => unknown;
  onClose: () => void;
}) {
  const { bulletin, step, ...rest } = props;
  const said = useOf(bulletinWords);
  const hints: Partial<Record<Step, string>> = {
    submit: said.submitHint,
    review: said.reviewHint,
    issue: said.issueHint,
    regenerate: said.regenerateHint,
    correct: said.correctHint,
    makeVoid: said.makeVoidHint,
  };
  return (
    <ActionDialog<Taken, Schemas['Bulletin']>
      {...rest}
      title={said[step]}
      hint={hints[step]}
      danger={step === 'makeVoid'}
      version={bulletin.version}
      send={(taken, version) => send(bulletin.id, step, taken, version)}
    >
      {NEEDS_REASON.includes(step) && <ReasonField />}
      {step === 'issue' && (
        <Form.Item name="issuedOn" label={said.issuedOn}>
          <DatePicker format={DAY_FORMATS} style={{ width: '100%' }} />
        </Form.Item>
      )}
    </ActionDialog>
  );
}

function send(id: string, step: Step, taken: Taken, version: number) {
  const params = { path: { id }, ...ifMatch(version) };
  const body = { reason: taken.reason ?? '' };
  switch (step) {
    case 'submit':
      return answer(api.POST('/api/v1/bulletins/{id}/submit', { params }));
    case 'review':
      return answer(api.POST('/api/v1/bulletins/{id}/review', { params }));
    case 'regenerate':
      return answer(api.POST('/api/v1/bulletins/{id}/regenerate', { params }));
    case 'sendBack':
      return answer(api.POST('/api/v1/bulletins/{id}/send-back', { params, body }));
    case 'makeVoid':
      return answer(api.POST('/api/v1/bulletins/{id}/void', { params, body }));
    case 'correct':
      return answer(api.POST('/api/v1/bulletins/{id}/correct', { params: { path: { id } }, body }));
    case 'issue':
      return answer(
        api.POST('/api/v1/bulletins/{id}/issue', {
          params,
          body: { issuedOn: taken.issuedOn?.format('YYYY-MM-DD') ?? null },
        }),
      );
  }
}
