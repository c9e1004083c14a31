import { Alert, Button, Form, type FormInstance } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { parseResidentNumber } from '../../shared/format/residentNumber';
import { normalisedPhone } from '../../shared/format/phone';
import { condensed, oneLine } from '../../shared/format/typed';
import { useAnnounce } from '../../shared/ui/LiveRegion';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import type { RegisterForm } from './registerForm';
import { registrationWords } from './words';

const NUMBER = ['investor', 'documentNumber'];

/** Investors on record with the document number of the form, looked up as soon as the number is complete. */
export function useKnownInvestors(): Schemas['Investor'][] {
  const form = Form.useFormInstance<RegisterForm>();
  const number = condensed(Form.useWatch(NUMBER, form) as string | undefined);
  const type = Form.useWatch(['investor', 'documentType'], form) as string | undefined;
  const isComplete = type === 'RESIDENT_ID' ? parseResidentNumber(number) !== undefined : number.length >= 6;
  const found = useQuery({
    queryKey: ['lookup', number],
    queryFn: () => unwrap(api.POST('/api/v1/investors/lookup', { body: { documentNumber: number } })),
    enabled: isComplete,
    gcTime: 0,
  });
  return isComplete ? (found.data?.items ?? []) : [];
}

/**
 * Fills in the name and the village of the investor on record. Phone and street are masked and stay empty; the service then
 * keeps the recorded values.
 *
 * @returns the function that fills them in; undefined if there is no match or more than one
 */
export function useFillFromRecord() {
  const form = Form.useFormInstance<RegisterForm>();
  const t = useText(registrationWords);
  const announce = useAnnounce();
  const [known, another] = useKnownInvestors();
  if (known === undefined || another !== undefined) {
    return undefined;
  }
  return () => {
    fillFromRecord(form, known);
    announce(t.filledFromRecord(known.name));
  };
}

function fillFromRecord(form: FormInstance<RegisterForm>, known: Schemas['Investor']) {
  form.setFields([{ name: ['investor', 'name'], value: known.name, errors: [] }]);
  const address = (form.getFieldValue(['investor', 'address']) ?? {}) as { text?: string; areaCode?: string };
  if ((address.text ?? '') === '' && (address.areaCode ?? '') === '') {
    form.setFields([
      { name: ['investor', 'address', 'areaCode'], value: known.areaCode },
      { name: ['investor', 'address', 'text'], errors: [] },
    ]);
  }
  document.getElementById('investor_phone')?.focus();
}

/**
 * Shows the investor on record with this document. It is below the input fields, so that its links are no tab stops between
 * them.
 */
export function KnownPerson() {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const platforms = usePlatforms();
  const platformId = Form.useWatch('platformId', Form.useFormInstance<RegisterForm>()) as string | undefined;
  const known = useKnownInvestors();
  const fillIn = useFillFromRecord();
  if (known.length === 0) {
    return null;
  }
  const platform = (id: string) => platforms.data?.find((one) => one.id === id)?.name ?? '';
  const isRegisteredHere = known
    .flatMap(({ registrations }) => registrations)
    .some((one) => one.platformId === platformId && (one.status === 'RECEIVED' || one.status === 'VERIFIED'));
  return (
    <Alert
      type={isRegisteredHere ? 'warning' : 'info'}
      showIcon
      className="spaced"
      title={`${words.knownPerson}：${known.map(({ name }) => name).join('、')}`}
      description={
        <>
          <div>{isRegisteredHere ? words.knownHere : words.knownPersonHint}</div>
          {fillIn !== undefined && !isRegisteredHere && (
            <Button size="small" onClick={fillIn}>
              {t.fillFromRecord}
            </Button>
          )}
          <ul>
            {known
              .flatMap(({ registrations }) => registrations)
              .map((registration) => (
                <li key={registration.id}>
                  <Link to={`/registrations/${registration.id}`}>
                    {`${registration.number} ${platform(registration.platformId)} ${labels.RegistrationStatus[registration.status]}`}
                  </Link>
                </li>
              ))}
          </ul>
        </>
      }
    />
  );
}

/** Possible duplicate: an investor on record with the same name and phone but another document. */
export function PossibleDuplicate() {
  const form = Form.useFormInstance<RegisterForm>();
  const t = useText(registrationWords);
  const name = oneLine(Form.useWatch(['investor', 'name'], form) as string | undefined);
  const typed = (Form.useWatch(['investor', 'phone'], form) as string | undefined) ?? '';
  const phone = normalisedPhone(typed);
  const known = useKnownInvestors();
  const found = useQuery({
    queryKey: ['lookup', 'phone', phone],
    queryFn: () => unwrap(api.POST('/api/v1/investors/lookup', { body: { phone: phone ?? '' } })),
    enabled: phone !== undefined && name !== '',
    gcTime: 0,
  });
  const namesakes = (found.data?.items ?? []).filter(
    (one) => one.name === name && known.every(({ id }) => id !== one.id),
  );
  return namesakes.length === 0 ? null : (
    <Alert
      type="warning"
      showIcon
      className="spaced"
      title={t.possibleDuplicate}
      description={
        <ul className="plain">
          {namesakes.map((one) => (
            <li key={one.id}>
              <Link to={`/people/${one.id}`}>
                {`${one.name} ${one.documentNumber} ${one.registrations.map(({ number }) => number).join('、')}`}
              </Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
