import { Button, Empty, Flex, Statistic } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { BUREAU, useRoles, useSession } from '../../shared/auth/SessionContext';
import { money } from '../../shared/format/money';
import { Waiting } from '../../shared/ui/Waiting';
import { Panel } from '../../shared/ui/Panel';
import { useWords } from '../../shared/words/WordsContext';

/** What awaits me, and how the register stands. */
export function HomePage() {
  const { words } = useWords();
  const { viewer } = useSession();
  const roles = useRoles();
  const navigate = useNavigate();
  if (!roles.is(...BUREAU)) {
    return (
      <>
        <h1>{words.greeting(viewer.name)}</h1>
        {roles.is('ADMIN') && <Link to="/accounts">{words.accounts}</Link>}
        {roles.is('AUDITOR') && <Link to="/audit">{words.audit}</Link>}
        {!roles.is('ADMIN', 'AUDITOR') && <p>{words.noDesk}</p>}
      </>
    );
  }
  return (
    <>
      <div className="heading">
        <h1>{words.greeting(viewer.name)}</h1>
        {roles.is('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF') && (
          <Button type="primary" size="large" onClick={() => void navigate('/register')}>
            {words.registerSomebody}
          </Button>
        )}
      </div>
      <Flex vertical gap={16}>
        <Awaiting />
        <LastWeek />
      </Flex>
    </>
  );
}

function Awaiting() {
  const { words } = useWords();
  const roles = useRoles();
  const isChief = roles.is('SECTION_CHIEF', 'DIRECTOR');
  const proposals = useQuery({
    queryKey: ['attention', 'PROPOSED', 'count'],
    queryFn: () =>
      answer(api.GET('/api/v1/attention-entries', { params: { query: { status: 'PROPOSED', limit: 200 } } })),
    enabled: isChief,
  });
  const status = bulletinStatus(roles.is);
  const bulletins = useQuery({
    queryKey: ['bulletins', status, 'count'],
    queryFn: () => answer(api.GET('/api/v1/bulletins', { params: { query: { status, limit: 200 } } })),
    enabled: status !== undefined,
  });
  const waiting = [
    { key: 'attention', count: counted(proposals.data), say: words.proposalsAwait, to: '/attention?status=PROPOSED' },
    {
      key: 'bulletins',
      count: counted(bulletins.data),
      say: words.bulletinsAwait,
      to: `/bulletins?status=${status ?? ''}`,
    },
  ].filter(({ count }) => count !== '0');
  return (
    <Panel title={words.awaiting}>
      {waiting.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.nothingAwaits} />
      ) : (
        <ul>
          {waiting.map(({ key, count, say, to }) => (
            <li key={key}>
              <Link to={to}>{say(count)}</Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** In whose hands a bulletin of this status is: clerks submit, chiefs review, directors sign. */
function bulletinStatus(is: ReturnType<typeof useRoles>['is']): Schemas['BulletinStatus'] | undefined {
  if (is('DIRECTOR')) {
    return 'REVIEWED';
  }
  if (is('SECTION_CHIEF')) {
    return 'SUBMITTED';
  }
  return is('CLERK') ? 'DRAFT' : undefined;
}

function counted(page: { items: unknown[]; next?: string | null } | undefined): string {
  return page === undefined ? '0' : `${String(page.items.length)}${page.next == null ? '' : '+'}`;
}

function LastWeek() {
  const { words } = useWords();
  const current = useQuery({
    queryKey: ['week', 'current'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks/current')),
  });
  const latest = useQuery({
    queryKey: ['week', 'latest'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks', { params: { query: { limit: 1 } } })),
  });
  const endsOn = latest.data?.items[0]?.endsOn;
  const figures = useQuery({
    queryKey: ['week', endsOn],
    queryFn: () =>
      answer(api.GET('/api/v1/reporting-weeks/{endsOn}/figures', { params: { path: { endsOn: endsOn ?? '' } } })),
    enabled: endsOn !== undefined,
    staleTime: Infinity,
  });
  const now = current.data;
  return (
    <Panel title={now === undefined ? words.loading : words.thisWeek(now.startsOn, now.endsOn)}>
      {latest.data !== undefined && endsOn === undefined ? (
        <p>{words.noWeekYet}</p>
      ) : (
        <Waiting query={figures}>
          {(page) => (
            <>
              <p>{words.lastWeek(endsOn ?? '')}</p>
              <Flex gap={48} wrap>
                <Count title={words.persons} figure={figureOf(page.items, 'PERSONS_REGISTERED')} />
                <Count title={words.affected} figure={figureOf(page.items, 'PERSONS_AFFECTED')} />
                <Statistic title={words.netLoss} value={netLoss(page.items)} />
              </Flex>
            </>
          )}
        </Waiting>
      )}
    </Panel>
  );
}

const figureOf = (figures: Schemas['WeekFigure'][], measure: Schemas['Measure']) =>
  figures.find((figure) => figure.measure === measure && figure.platformId == null);

/** What all affected registrations lost, added up in cents, without fractions of floating point. */
function netLoss(figures: Schemas['WeekFigure'][]): string {
  const cents = figures
    .filter(({ measure, amount }) => measure === 'AFFECTED' && amount != null)
    .reduce((sum, { amount }) => sum + BigInt((amount?.closing ?? '0').replace('.', '')), 0n);
  const digits = String(cents).padStart(3, '0');
  return money(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

function Count({ title, figure }: { title: string; figure: Schemas['WeekFigure'] | undefined }) {
  const { words } = useWords();
  return (
    <Statistic
      title={title}
      value={figure?.count?.closing ?? 0}
      suffix={<small>{`+${String(figure?.count?.added ?? 0)} ${words.added}`}</small>}
    />
  );
}
