import { Button, Flex, Space, Timeline } from 'antd';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames, usePlatforms } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatMoney } from '../../shared/format/money';
import { formatDateTime } from '../../shared/format/time';
import { DescriptionList } from '../../shared/ui/DescriptionList';
import { PageTitle } from '../../shared/ui/PageTitle';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { ContactDialog, DocumentDialog, ExtractDialog } from './PersonDialogs';
import { StatusTag } from './RegisterListPage';
import { MergePeopleDialog, OtherDocuments } from './MergePeople';
import { RevealDialog } from './RevealDialog';
import { registrationWords } from './words';

type Investor = Schemas['Investor'];

/** One person: contact details, registrations and a timeline of all events. */
export function PersonPage() {
  const { id = '' } = useParams();
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: () => unwrap(api.GET('/api/v1/investors/{id}', { params: { path: { id } } })),
  });
  return <Loading query={person}>{(found) => <PersonDetails key={found.id} person={found} />}</Loading>;
}

function PersonDetails({ person }: { person: Investor }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const roles = useRoles();
  const client = useQueryClient();
  const navigate = useNavigate();
  const areas = useAreaNames([person.areaCode]);
  const platforms = usePlatforms();
  const [dialog, setDialog] = useState<'reveal' | 'contact' | 'document' | 'merge' | 'extract'>();
  const canWrite = roles.has('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF');
  const dialogProps = {
    person,
    onDone: (after: Investor) => {
      client.setQueryData(['person', person.id], after);
      void client.invalidateQueries({ queryKey: ['registration'] });
    },
    onStale: () => client.invalidateQueries({ queryKey: ['person', person.id] }),
    onClose: () => setDialog(undefined),
  };
  const entries: [string, string | null | undefined][] = [
    [words.documentNumber, `${labels.DocumentType[person.documentType]} ${person.documentNumber}`],
    [words.phone, person.phone],
    [words.otherPhone, person.otherPhone],
    [words.address, `${areas.get(person.areaCode) ?? person.areaCode} ${person.streetAddress ?? ''}`.trim()],
    [
      words.emergencyContact,
      [person.emergencyName, person.emergencyRelation, person.emergencyPhone].filter((part) => part != null).join(' '),
    ],
    [words.elderly, person.elderly ? t.yes : undefined],
    [words.hardship, person.hardship ? t.yes : undefined],
  ];
  return (
    <Flex vertical gap={16}>
      <PageTitle className="page-title tight" tab={words.person}>
        {person.name}
      </PageTitle>
      {canWrite && (
        <Space wrap>
          <Button onClick={() => setDialog('reveal')}>{words.reveal}</Button>
          <Button onClick={() => setDialog('contact')}>{t.changeContact}</Button>
          {roles.has('SECTION_CHIEF') && <Button onClick={() => setDialog('document')}>{t.correctDocument}</Button>}
          {roles.has('SECTION_CHIEF') && <Button onClick={() => setDialog('merge')}>{t.mergePeople}</Button>}
          <Button onClick={() => setDialog('extract')}>{t.extract}</Button>
        </Space>
      )}
      <Panel title={words.person}>
        <DescriptionList entries={entries} />
      </Panel>
      <Panel title={t.registrations}>
        <ul className="plain">
          {person.registrations.map(({ id, number, platformId, status }) => (
            <li key={id}>
              <Link to={`/registrations/${id}`}>
                {`${number} ${platforms.data?.find((one) => one.id === platformId)?.name ?? ''}`}
              </Link>{' '}
              <StatusTag status={status} />
            </li>
          ))}
        </ul>
      </Panel>
      <OtherDocuments person={person} />
      <PersonTimeline person={person} />
      {dialog === 'reveal' && <RevealDialog investorId={person.id} onClose={dialogProps.onClose} />}
      {dialog === 'contact' && <ContactDialog {...dialogProps} />}
      {dialog === 'document' && <DocumentDialog {...dialogProps} />}
      {dialog === 'merge' && (
        <MergePeopleDialog
          {...dialogProps}
          onDone={(after) => {
            dialogProps.onDone(after);
            void client.invalidateQueries({ queryKey: ['person'] });
            void navigate(`/people/${after.id}`, { replace: true });
          }}
        />
      )}
      {dialog === 'extract' && <ExtractDialog {...dialogProps} />}
    </Flex>
  );
}

interface TimelineEntry {
  at: string;
  by: string;
  what: string;
  where?: { id: string; number: string };
  note?: string;
}

/** Timeline, latest first: events of all registrations, of the attention list, and each access to unmasked data. */
function PersonTimeline({ person }: { person: Investor }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const roles = useRoles();
  const histories = useQueries({
    queries: person.registrations.map(({ id }) => ({
      queryKey: ['registration', id, 'history'],
      queryFn: () => unwrap(api.GET('/api/v1/registrations/{id}/history', { params: { path: { id } } })),
    })),
  });
  const attention = useQuery({
    queryKey: ['attention', 'of', person.id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/attention-entries', { params: { query: { investorId: person.id, limit: 200 } } })),
  });
  const reveals = useQuery({
    queryKey: ['reveals', person.id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/investors/{id}/reveals', { params: { path: { id: person.id }, query: { limit: 200 } } })),
    enabled: roles.has('SECTION_CHIEF', 'DIRECTOR'),
  });
  const timeline: TimelineEntry[] = [
    ...histories.flatMap(({ data }, index) =>
      (data?.items ?? []).map(({ what, happenedAt, happenedBy, reason, netLoss }) => ({
        at: happenedAt,
        by: happenedBy,
        what: `${labels.What[what]} · ${words.netLoss} ${formatMoney(netLoss)}`,
        ...(person.registrations[index] === undefined ? {} : { where: person.registrations[index] }),
        ...(reason == null ? {} : { note: reason }),
      })),
    ),
    ...(attention.data?.items ?? []).flatMap(attentionEvents),
    ...(reveals.data?.items ?? []).map((trace) => ({
      at: trace.revealedAt,
      by: trace.accountName,
      what: describeReveal(trace),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));

  function attentionEvents(entry: Schemas['AttentionEntry']): TimelineEntry[] {
    const describe = (status: Schemas['AttentionStatus']) => t.attention(labels.AttentionStatus[status], entry.level);
    const where = person.registrations.find(({ id }) => id === entry.registrationId);
    const on = where === undefined ? {} : { where };
    const end = entry.endedAt ?? undefined;
    return [
      { at: entry.proposedAt, by: entry.proposedBy, what: describe('PROPOSED'), ...on },
      ...(entry.decidedAt == null
        ? []
        : [
            {
              at: entry.decidedAt,
              by: entry.decidedBy ?? '',
              what: describe(entry.status === 'DECLINED' ? 'DECLINED' : 'ACTIVE'),
              ...on,
            },
          ]),
      ...(end === undefined || entry.status === 'DECLINED'
        ? []
        : [{ at: end, by: '', what: describe(entry.status), ...on }]),
    ];
  }

  function describeReveal({ kind, fields, purpose }: Schemas['RevealTrace']): string {
    const why = labels.Purpose[purpose];
    if (kind !== 'LOOK') {
      return kind === 'EXTRACT' ? t.extracted(why) : t.exported(why);
    }
    const names = fields.map((field) => labels.PersonalField[field as Schemas['PersonalField']] ?? field);
    return t.revealed(names.join('、'), why);
  }

  return (
    <Panel title={t.timeline}>
      <Timeline
        items={timeline.map(({ at, by, what, where, note }, index) => ({
          key: `${at} ${what} ${String(index)}`,
          content: (
            <>
              <div>
                {`${formatDateTime(at)} ${what}${by === '' ? '' : ` · ${by}`} `}
                {where !== undefined && <Link to={`/registrations/${where.id}`}>{where.number}</Link>}
              </div>
              {note !== undefined && <div>{note}</div>}
            </>
          ),
        }))}
      />
    </Panel>
  );
}
