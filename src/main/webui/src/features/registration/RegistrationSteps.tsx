import { Button, Checkbox, Form, Input, Space } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatMoney, normalisedMoney } from '../../shared/format/money';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ReasonField } from '../../shared/ui/ReasonField';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { CorrectDialog } from './CorrectDialog';
import { OtherRecordSearch } from './OtherRecordSearch';
import { ProposeAttention } from './ProposeAttention';
import { RevealDialog } from './RevealDialog';
import { registrationWords } from './words';
import { PrintSlip } from './PrintSlip';

type Registration = Schemas['Registration'];
type Step = 'reveal' | 'attention' | 'correct' | 'verify' | 'adjudicate' | 'merge' | 'refuse' | 'withdraw';

/** Actions that the viewer's roles allow in the current status. */
export function RegistrationSteps({ registration }: { registration: Registration }) {
  const { words } = useWords();
  const t = useText(registrationWords);
  const roles = useRoles();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>();
  const { id } = registration;
  const isActive = registration.status === 'RECEIVED' || registration.status === 'VERIFIED';
  const canWrite = roles.has('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF');
  const isChief = roles.has('SECTION_CHIEF');
  const steps: [Step, string, boolean][] = [
    ['reveal', words.reveal, canWrite],
    ['attention', words.proposeAttention, canWrite && isActive],
    ['correct', t.correct, canWrite && isActive],
    ['verify', t.verify, roles.has('AREA_OFFICER', 'SECTION_CHIEF') && isActive],
    ['adjudicate', t.adjudicate, isChief && isActive],
    ['merge', t.merge, isChief && isActive],
    ['refuse', t.refuse, isChief && isActive],
    ['withdraw', words.withdraw, canWrite && isActive],
  ];
  const dialogProps = {
    registration,
    onDone: (after: Registration) => {
      client.setQueryData(['registration', id], after);
      void client.invalidateQueries({ queryKey: ['registrations'] });
    },
    onStale: () => client.invalidateQueries({ queryKey: ['registration', id] }),
    onClose: () => setStep(undefined),
  };
  return (
    <Space wrap>
      {canWrite && <PrintSlip registration={registration} />}
      {steps
        .filter(([, , may]) => may)
        .map(([one, label]) => (
          <Button key={one} danger={one === 'withdraw' || one === 'refuse'} onClick={() => setStep(one)}>
            {label}
          </Button>
        ))}
      {step === 'reveal' && <RevealDialog investorId={registration.investor.id} onClose={dialogProps.onClose} />}
      {step === 'attention' && <ProposeAttention registrationId={id} onClose={dialogProps.onClose} />}
      {step === 'correct' && <CorrectDialog {...dialogProps} />}
      {(step === 'verify' || step === 'adjudicate') && <EstablishDialog {...dialogProps} step={step} />}
      {step === 'merge' && <MergeDialog {...dialogProps} />}
      {(step === 'refuse' || step === 'withdraw') && <EndDialog {...dialogProps} step={step} />}
    </Space>
  );
}

export interface StepProps {
  registration: Registration;
  onDone: (after: Registration) => void;
  onStale: () => unknown;
  onClose: () => void;
}

const PARTS = ['principal', 'principalRepaid', 'returnsPaid', 'consumption', 'goodsReceived'] as const;

/** Records the totals as verified, or as adjudicated by a court. */
export function EstablishDialog({ registration, step, ...rest }: StepProps & { step: 'verify' | 'adjudicate' }) {
  const { words } = useWords();
  const t = useText(registrationWords);
  const now = (step === 'adjudicate' ? registration.adjudicated : undefined) ?? registration.verified;
  const before = now ?? registration.declared;
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<Schemas['EstablishTotals'], Registration>
      {...rest}
      title={t[step]}
      hint={step === 'verify' ? t.verifyHint : t.adjudicateHint}
      initialValues={{
        principal: before.principal,
        principalRepaid: before.principalRepaid,
        returnsPaid: before.returnsPaid,
        consumption: before.consumption,
        goodsReceived: before.goodsReceived,
      }}
      version={registration.version}
      send={(form, version) => {
        const body = {
          note: form.note,
          principal: normalisedMoney(form.principal),
          principalRepaid: normalisedMoney(form.principalRepaid),
          returnsPaid: normalisedMoney(form.returnsPaid),
          consumption: normalisedMoney(form.consumption ?? ''),
          goodsReceived: normalisedMoney(form.goodsReceived ?? ''),
        };
        const params = { path: { id: registration.id }, ...ifMatch(version) };
        return step === 'verify'
          ? unwrap(api.POST('/api/v1/registrations/{id}/verify', { body, params }))
          : unwrap(api.POST('/api/v1/registrations/{id}/adjudicate', { body, params }));
      }}
      compare={(form) =>
        PARTS.map((part) => ({
          label: t[part],
          mine: formatMoney(normalisedMoney(form[part] ?? '')),
          theirs: formatMoney(before[part]),
        }))
      }
    >
      {PARTS.map((part) => (
        <Form.Item key={part} name={part} label={t[part]} rules={required}>
          <Input inputMode="decimal" className="number" maxLength={24} autoComplete="off" />
        </Form.Item>
      ))}
      <ReasonField name="note" label={t.basis} />
    </ActionDialog>
  );
}

export function EndDialog({ registration, step, ...rest }: StepProps & { step: 'refuse' | 'withdraw' }) {
  const { words } = useWords();
  const t = useText(registrationWords);
  return (
    <ActionDialog<Schemas['EndRegistration'], Registration>
      {...rest}
      danger
      title={step === 'refuse' ? t.refuse : words.withdraw}
      hint={step === 'refuse' ? t.refuseHint : words.withdrawHint}
      version={registration.version}
      send={({ reason }, version) => {
        const sent = {
          body: { reason },
          params: { path: { id: registration.id }, ...ifMatch(version) },
        };
        return step === 'refuse'
          ? unwrap(api.POST('/api/v1/registrations/{id}/refuse', sent))
          : unwrap(api.POST('/api/v1/registrations/{id}/withdraw', sent));
      }}
    >
      <ReasonField />
    </ActionDialog>
  );
}

interface MergeForm {
  carryAmounts: boolean;
  reason: string;
}

/** Merges into another registration. The user finds it by its number and sees the name before merging. */
export function MergeDialog({ registration, ...rest }: StepProps) {
  const t = useText(registrationWords);
  const [into, setInto] = useState<Schemas['RegistrationRow']>();
  return (
    <ActionDialog<MergeForm, Registration>
      {...rest}
      danger
      title={t.merge}
      hint={t.mergeHint}
      initialValues={{ carryAmounts: false }}
      version={registration.version}
      send={({ carryAmounts, reason }, version) =>
        unwrap(
          api.POST('/api/v1/registrations/{id}/merge', {
            body: { intoId: into?.id ?? '', carryAmounts, reason },
            params: { path: { id: registration.id }, ...ifMatch(version) },
          }),
        )
      }
    >
      <OtherRecordSearch
        label={t.mergeInto}
        describe={({ number, investorName }) => t.mergeFound(number, investorName)}
        emptyText={t.mergeNone}
        maxLength={20}
        found={into}
        find={async (number) => {
          const query = { number, platformId: registration.platformId };
          const page = await unwrap(api.GET('/api/v1/registrations', { params: { query } }));
          return page.items.find(({ id }) => id !== registration.id);
        }}
        onFound={setInto}
      />
      <Form.Item name="carryAmounts" valuePropName="checked">
        <Checkbox>{t.carryAmounts}</Checkbox>
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}
