import { Button, Empty, Flex, Statistic } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { BUREAU, useRoles, useSession } from '../../shared/auth/SessionContext';
import { money } from '../../shared/format/money';
import { plusDays } from '../../shared/format/time';
import { Loading } from '../../shared/ui/Loading';
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
            {words.registerVisitor}
          </Button>
        )}
      </div>
      <Flex vertical gap={16}>
        <Awaiting />
        <ThisWeek />
      </Flex>
    </>
  );
}

/** Where each kind of work is done. */
const PLACES: { [kind in Schemas['WorkKind']]: string } = {
  ATTENTION_TO_DECIDE: '/attention?status=PROPOSED',
  ATTENTION_TO_REVIEW: '/attention?status=ACTIVE&due=soon',
  BULLETINS_TO_SUBMIT: '/bulletins?status=DRAFT',
  BULLETINS_TO_REVIEW: '/bulletins?status=SUBMITTED',
  BULLETINS_TO_SIGN: '/bulletins?status=REVIEWED',
  BULLETINS_MISSING: '/bulletins',
};

function Awaiting() {
  const { words } = useWords();
  const worklist = useQuery({ queryKey: ['worklist'], queryFn: () => answer(api.GET('/api/v1/worklist')) });
  return (
    <Panel title={words.awaiting}>
      <Loading query={worklist}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.nothingAwaits} />
          ) : (
            <ul className="worklist">
              {items.map(({ kind, count, earliestOn }) => (
                <li key={kind}>
                  <Link to={PLACES[kind]}>{words.work[kind](count, earliestOn)}</Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </Panel>
  );
}

function ThisWeek() {
  const { words } = useWords();
  const current = useQuery({
    queryKey: ['week', 'current'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks/current')),
  });
  return (
    <Loading query={current}>
      {({ startsOn, endsOn, closedAt }) => (
        <Panel title={words.thisWeek(startsOn, endsOn)}>
          {closedAt != null && <p>{words.weekClosed}</p>}
          <SoFar startsOn={startsOn} endsOn={endsOn} isClosed={closedAt != null} />
        </Panel>
      )}
    </Loading>
  );
}

/**
 * How the register stands now, and what this week has changed. It asks for reporting weeks, whose figures are those of the
 * closings; after an early closing the next week has begun to count, and is told apart.
 */
function SoFar({ startsOn, endsOn, isClosed }: { startsOn: string; endsOn: string; isClosed: boolean }) {
  const { words, labels } = useWords();
  const to = isClosed ? plusDays(endsOn, 1) : endsOn;
  const figures = useQuery({
    queryKey: ['figures', 'so-far', startsOn, to],
    queryFn: () => answer(api.GET('/api/v1/figures', { params: { query: { from: startsOn, to, by: 'WEEK' } } })),
  });
  return (
    <Loading query={figures}>
      {({ items }) => {
        const of = (measure: Schemas['Measure']) => items.filter((figure) => figure.measure === measure);
        return (
          <Flex gap={48} wrap>
            <Count
              title={labels.Measure.PERSONS_REGISTERED}
              weeks={of('PERSONS_REGISTERED').map((week) => week.count)}
            />
            <Count title={labels.Measure.PERSONS_AFFECTED} weeks={of('PERSONS_AFFECTED').map((week) => week.count)} />
            <Statistic
              title={words.netLoss}
              value={money(of('AFFECTED').at(-1)?.amount?.closing ?? '0.00')}
              suffix={
                <Changes
                  weeks={of('AFFECTED').map(({ amount }) => ({
                    up: money(amount?.added ?? '0.00'),
                    down: money(amount?.removed ?? '0.00'),
                  }))}
                  none={money('0.00')}
                />
              }
            />
          </Flex>
        );
      }}
    </Loading>
  );
}

function Count({ title, weeks }: { title: string; weeks: Schemas['RangeFigure']['count'][] }) {
  return (
    <Statistic
      title={title}
      value={weeks.at(-1)?.closing ?? 0}
      suffix={
        <Changes
          weeks={weeks.map((count) => ({ up: String(count?.added ?? 0), down: String(count?.removed ?? 0) }))}
          none="0"
        />
      }
    />
  );
}

/** What this week has changed, and the next one where that has begun. */
function Changes({ weeks, none }: { weeks: { up: string; down: string }[]; none: string }) {
  const { words } = useWords();
  const [now = { up: none, down: none }, next] = weeks;
  return (
    <>
      <small>{words.weekSoFar(now.up, now.down)}</small>
      {next && <small> {words.nextWeekSoFar(next.up, next.down)}</small>}
    </>
  );
}
