import { Alert, Form, Input, List } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWords } from '../../shared/words/WordsContext';

/** By whatever they say of themselves; sent as a body, so that it stands in no address and no log. */
export function LookUp() {
  const { words } = useWords();
  const search = useMutation({
    mutationFn: (typed: string) => answer(api.POST('/api/v1/investors/lookup', { body: criterion(typed) })),
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
            if (typed.trim() !== '') {
              search.mutate(typed.trim());
            } else {
              search.reset();
            }
          }}
        />
      </Form.Item>
      <ProblemAlert error={search.error} />
      <div aria-live="polite">
        {search.data?.items.length === 0 && <Alert type="info" showIcon title={words.nobodyFound} />}
        {(search.data?.items.length ?? 0) > 0 && <Found people={search.data?.items ?? []} />}
      </div>
    </search>
  );
}

function Found({ people }: { people: Schemas['Investor'][] }) {
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
                {`${registration.number} ${platforms.data?.find(({ id }) => id === registration.platformId)?.name ?? ''} ${labels.status[registration.status]}`}
              </Link>
            ))}
          </span>
        </List.Item>
      )}
    />
  );
}

/** What was typed, by its looks: a registration number has dashes, a phone eleven digits, a document more. */
export function criterion(typed: string): Schemas['LookUpInvestors'] {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{4}-\d{6}-\d$/.test(text)) {
    return { registrationNumber: text };
  }
  if (/^(\+?86)?1\d{10}$/.test(text)) {
    return { phone: text };
  }
  return /\d{5}/.test(text) ? { documentNumber: text } : { name: typed };
}
