import { Button, Card, Empty, Flex, Segmented, Space, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { useRoles, useSession } from '../../shared/auth/SessionContext';
import { daysFromToday, formatDay } from '../../shared/format/time';
import { ListExport } from '../../shared/ui/ListExport';
import { PageTitle } from '../../shared/ui/PageTitle';
import { toOptions } from '../../shared/ui/toOptions';
import { Loading } from '../../shared/ui/Loading';
import { useWords } from '../../shared/words/WordsContext';
import { DecideDialog, type Decision } from './DecideDialog';

/** In days; the work list of the service announces reviews for the same period. */
const REVIEW_AHEAD = 7;

type Entry = Schemas['AttentionEntry'];
type Status = Schemas['AttentionStatus'];

/** Attention list: investors who should be contacted more often. Shown as cards, which stack on a phone. */
export function AttentionPage() {
  const { words, labels } = useWords();
  const [search, setSearch] = useSearchParams();
  const status = (search.get('status') ?? 'ACTIVE') as Status;
  const isDue = search.get('due') === 'soon';
  const shown = isDue ? 'due' : status;
  const [decided, setDecided] = useState<{ entry: Entry; decision: Decision }>();
  const entries = useQuery({
    queryKey: ['attention', shown],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/attention-entries', {
          params: { query: { status, limit: 200, ...(isDue && { reviewTo: daysFromToday(REVIEW_AHEAD) }) } },
        }),
      ),
  });
  return (
    <>
      <PageTitle>{words.attention}</PageTitle>
      <p>{words.attentionHint}</p>
      <ListExport list="attention-entries" filters={{ status }} />
      <div style={{ overflowX: 'auto' }} className="spaced">
        <Segmented
          aria-label={words.status}
          value={shown}
          options={[
            ...toOptions(labels.AttentionStatus).slice(0, 2),
            { value: 'due', label: words.reviewDue },
            ...toOptions(labels.AttentionStatus).slice(2),
          ]}
          onChange={(value) => setSearch(value === 'due' ? { status: 'ACTIVE', due: 'soon' } : { status: value })}
        />
      </div>
      <Loading query={entries}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty
              description={
                <>
                  <div>{words.emptyAttention}</div>
                  <div>{words.emptyAttentionHint}</div>
                </>
              }
            />
          ) : (
            <Flex vertical gap={12}>
              {page.items.map((entry) => (
                <EntryCard key={entry.id} entry={entry} onDecide={(decision) => setDecided({ entry, decision })} />
              ))}
            </Flex>
          )
        }
      </Loading>
      {decided !== undefined && (
        <DecideDialog
          decision={decided.decision}
          entry={entries.data?.items.find(({ id }) => id === decided.entry.id) ?? decided.entry}
          onClose={() => setDecided(undefined)}
        />
      )}
    </>
  );
}

function EntryCard({ entry, onDecide }: { entry: Entry; onDecide: (decision: Decision) => void }) {
  const { words, labels } = useWords();
  const { viewer } = useSession();
  const roles = useRoles();
  const platforms = usePlatforms();
  const isOwn = entry.proposedBy === viewer.name;
  const isChief = roles.has('SECTION_CHIEF', 'DIRECTOR');
  return (
    <Card size="small">
      <div className="heading">
        <Link to={`/registrations/${entry.registrationId}`}>
          <strong>{entry.investorName}</strong>
        </Link>
        <Space wrap>
          <Tag variant="outlined">{`${words.level} ${String(entry.level)}`}</Tag>
          <Tag variant="outlined">{labels.AttentionReason[entry.reason]}</Tag>
        </Space>
      </div>
      <div>
        {platforms.data?.find(({ id }) => id === entry.platformId)?.name} · {words.proposedBy} {entry.proposedBy}{' '}
        {formatDay(entry.proposedAt)}
        {entry.reviewOn != null && ` · ${words.reviewOn} ${entry.reviewOn}`}
      </div>
      {entry.note != null && <p>{entry.note}</p>}
      {isChief && entry.status === 'PROPOSED' && (
        <Space wrap style={{ marginBlockStart: 8 }}>
          {isOwn && <span>{words.ownProposal}</span>}
          <Button type="primary" disabled={isOwn} onClick={() => onDecide('approve')}>
            {words.approve}
          </Button>
          <Button disabled={isOwn} onClick={() => onDecide('decline')}>
            {words.decline}
          </Button>
        </Space>
      )}
      {isChief && entry.status === 'ACTIVE' && (
        <Space wrap style={{ marginBlockStart: 8 }}>
          <Button onClick={() => onDecide('renew')}>{words.renew}</Button>
          <Button onClick={() => onDecide('leave')}>{words.leave}</Button>
        </Space>
      )}
    </Card>
  );
}
