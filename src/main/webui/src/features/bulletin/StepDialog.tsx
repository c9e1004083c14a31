import { Checkbox, DatePicker, Form } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, ifMatch, ProblemError, type Schemas, unwrap } from '../../shared/api/client';
import { today } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ReasonField } from '../../shared/ui/ReasonField';
import { useText } from '../../shared/words/bilingual';
import { MissingCharacters } from './MissingCharacters';
import { bulletinWords } from './words';

export type Step = 'submit' | 'review' | 'sendBack' | 'issue' | 'regenerate' | 'correct' | 'makeVoid';

interface StepForm {
  reason?: string;
  issuedOn?: Dayjs | null;
  acceptMissingCharacters?: boolean;
  early?: boolean;
}

/** Refusals that the user may confirm and sign nevertheless. */
const CONFIRMABLE_REFUSALS = ['bulletin-characters-missing', 'bulletin-week-not-over'];

const NEEDS_REASON: Step[] = ['sendBack', 'correct', 'makeVoid'];

/** Dialog for one step of the bulletin's workflow; its hint explains the consequences. */
export function StepDialog(props: {
  bulletin: Schemas['Bulletin'];
  step: Step;
  onDone: (after: Schemas['Bulletin']) => void;
  onStale: () => unknown;
  onClose: () => void;
}) {
  const { bulletin, step, ...rest } = props;
  const t = useText(bulletinWords);
  // Title and text are checked earlier. Other printed text, such as the name of a town, is checked when the bulletin is signed.
  const [refusal, setRefusal] = useState<string>();
  const mustAccept =
    step === 'issue' && (refusal === 'bulletin-characters-missing' || bulletin.missingCharacters.length > 0);
  const isEarly = step === 'issue' && (refusal === 'bulletin-week-not-over' || bulletin.weekEndsOn >= today());
  const hints: Partial<Record<Step, string>> = {
    submit: t.submitHint,
    review: t.reviewHint,
    issue: t.issueHint,
    regenerate: t.regenerateHint,
    correct: t.correctHint,
    makeVoid: t.makeVoidHint,
  };
  return (
    <ActionDialog<StepForm, Schemas['Bulletin']>
      {...rest}
      title={t[step]}
      hint={hints[step]}
      danger={step === 'makeVoid'}
      version={bulletin.version}
      send={(values, version) =>
        send(bulletin.id, step, values, version).catch((error: unknown) => {
          setRefusal(CONFIRMABLE_REFUSALS.find((refusal) => error instanceof ProblemError && error.hasCode(refusal)));
          throw error;
        })
      }
    >
      {NEEDS_REASON.includes(step) && <ReasonField />}
      {mustAccept && (
        <>
          <MissingCharacters missing={bulletin.missingCharacters} />
          <Form.Item
            name="acceptMissingCharacters"
            valuePropName="checked"
            rules={[{ required: true, type: 'enum', enum: [true], message: t.acceptMissingRequired }]}
          >
            <Checkbox>{t.acceptMissing}</Checkbox>
          </Form.Item>
        </>
      )}
      {isEarly && (
        <Form.Item
          name="early"
          valuePropName="checked"
          rules={[{ required: true, type: 'enum', enum: [true], message: t.signEarlyRequired }]}
        >
          <Checkbox>{t.signEarly(bulletin.weekEndsOn)}</Checkbox>
        </Form.Item>
      )}
      {step === 'issue' && (
        <Form.Item name="issuedOn" label={t.issuedOn}>
          <DatePicker format={DAY_FORMATS} style={{ width: '100%' }} />
        </Form.Item>
      )}
    </ActionDialog>
  );
}

function send(id: string, step: Step, values: StepForm, version: number) {
  const params = { path: { id }, ...ifMatch(version) };
  const body = { reason: values.reason ?? '' };
  switch (step) {
    case 'submit':
      return unwrap(api.POST('/api/v1/bulletins/{id}/submit', { params }));
    case 'review':
      return unwrap(api.POST('/api/v1/bulletins/{id}/review', { params }));
    case 'regenerate':
      return unwrap(api.POST('/api/v1/bulletins/{id}/regenerate', { params }));
    case 'sendBack':
      return unwrap(api.POST('/api/v1/bulletins/{id}/send-back', { params, body }));
    case 'makeVoid':
      return unwrap(api.POST('/api/v1/bulletins/{id}/void', { params, body }));
    case 'correct':
      return unwrap(api.POST('/api/v1/bulletins/{id}/correct', { params: { path: { id } }, body }));
    case 'issue':
      return unwrap(
        api.POST('/api/v1/bulletins/{id}/issue', {
          params,
          body: {
            issuedOn: values.issuedOn?.format('YYYY-MM-DD') ?? null,
            acceptMissingCharacters: values.acceptMissingCharacters ?? null,
            ...(values.early && { early: true }),
          },
        }),
      );
  }
}
