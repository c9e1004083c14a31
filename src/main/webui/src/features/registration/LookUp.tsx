import { Alert, Form, Input, List } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { normalisedPhone } from '../../shared/format/phone';
import { condensed, isBlank, oneLine } from '../../shared/format/typed';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWords } from '../../shared/words/WordsContext';

/**
 * Searches investors by document, phone, name or number. The search text is sent in the body, so that it appears in no address
 * and no log.
 */
export function LookUp() {
  const { words } = useWords();
  const search = useMutation({
    mutationFn: lookUp,
  });
  return (
    <search className="spaced">
      <Form.Item style={{ marginBlockEnd: 8 }}>
        <Input.Search
          aria-label={words.lookUp}
          placeholder={words.lookUpHint}
          enterButton={words.lookUp}
          autoComplete="off"
          maxLength={100}
          loading={search.isPending}
          onSearch={(typed) => {
            if (!isBlank(typed)) {
              search.mutate(typed);
            } else {
              search.reset();
            }
          }}
        />
      </Form.Item>
      <ProblemAlert error={search.error} />
      <div aria-live="polite">
        {search.data?.items.length === 0 && <Alert type="info" showIcon title={words.nobodyFound} />}
        {(search.data?.items.length ?? 0) > 0 && <LookUpResults people={search.data?.items ?? []} />}
      </div>
    </search>
  );
}

function LookUpResults({ people }: { people: Schemas['Investor'][] }) {
  const { labels } = useWords();
  const platforms = usePlatforms();
  return (
    <List
      bordered
      size="small"
      dataSource={people}
      renderItem={(person) => (
        <List.Item>
          <span>{`${person.name} ${person.documentNumber} `}</span>
          <span>
            {person.registrations.map((registration) => (
              <Link key={registration.id} to={`/registrations/${registration.id}`} style={{ marginInlineStart: 12 }}>
                {`${registration.number} ${platforms.data?.find(({ id }) => id === registration.platformId)?.name ?? ''} ${labels.RegistrationStatus[registration.status]}`}
              </Link>
            ))}
          </span>
        </List.Item>
      )}
    />
  );
}

const REGISTRATION = /^(20\d{2})[-‐‑‒–—―−－]?(\d{6})[-‐‑‒–—―−－]?(\d)$/;

/**
 * Guesses from the format what the search text is; when two readings are possible, returns both, the likelier first. The client
 * and the service accept the same phone numbers: both are tested on typed-vectors.json.
 */
export function criteria(typed: string): Schemas['LookUpInvestors'][] {
  const text = condensed(typed);
  const [, year = '', serial = '', check = ''] = REGISTRATION.exec(text) ?? [];
  if (year !== '') {
    const registrationNumber = `${year}-${serial}-${check}`;
    return text.length === 11 ? [{ registrationNumber }, { documentNumber: text }] : [{ registrationNumber }];
  }
  if (normalisedPhone(typed) !== undefined) {
    const isDocumentToo = /^\d{8}$/.test(text);
    return isDocumentToo ? [{ phone: text }, { documentNumber: text }] : [{ phone: text }];
  }
  return /\d{5}/.test(text) ? [{ documentNumber: text }] : [{ name: oneLine(typed) }];
}

/** Looks up by whatever the text may be; the first reading that finds somebody counts. */
export async function lookUp(typed: string) {
  const [first, ...others] = criteria(typed);
  const send = (body: Schemas['LookUpInvestors']) => unwrap(api.POST('/api/v1/investors/lookup', { body }));
  let found = await send(first ?? {});
  for (const other of others) {
    found = found.items.length > 0 ? found : await send(other);
  }
  return found;
}
