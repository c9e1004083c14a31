import { Alert, Button, Empty, Flex, Statistic } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { BUREAU_ROLES, useRoles, useSession } from '../../shared/auth/SessionContext';
import { formatMoney } from '../../shared/format/money';
import { formatDateTime, plusDays } from '../../shared/format/time';
import { Loading } from '../../shared/ui/Loading';
import { PageTitle } from '../../shared/ui/PageTitle';
import { Panel } from '../../shared/ui/Panel';
import { useWords } from '../../shared/words/WordsContext';
import { useWorklist } from './useWorklist';
import { WORK_PATHS } from './workPaths';

/** Start page: the user's work list and the figures of the current week. */
export function HomePage() {
  const { words } = useWords();
  const { viewer } = useSession();
  const roles = useRoles();
  const navigate = useNavigate();
  if (!roles.has(...BUREAU_ROLES)) {
    return (
      <>
        <PageTitle tab={words.home}>{words.greeting(viewer.name)}</PageTitle>
        <LastSignIn />
        {roles.has('ADMIN', 'AUDITOR') && <DualControl />}
        {roles.has('AUDITOR') && <Worklist />}
        {roles.has('ADMIN') && <Link to="/accounts">{words.accounts}</Link>}
        {roles.has('AUDITOR') && <Link to="/audit">{words.audit}</Link>}
        {!roles.has('ADMIN', 'AUDITOR') && <p>{words.noRegisterRole}</p>}
      </>
    );
  }
  return (
    <>
      <div className="heading">
        <PageTitle tab={words.home}>{words.greeting(viewer.name)}</PageTitle>
        {roles.has('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF') && (
          <Button type="primary" size="large" onClick={() => void navigate('/register')}>
            {words.registerVisitor}
          </Button>
        )}
      </div>
      <LastSignIn />
      {roles.has('SECTION_CHIEF') && <DualControl />}
      <Flex vertical gap={16}>
        <Worklist />
        <ThisWeek />
      </Flex>
    </>
  );
}

/** The sign-in before this one: whoever was here in the user's name did not expect to be seen. */
function LastSignIn() {
  const { words } = useWords();
  const signIns = useQuery({ queryKey: ['my-sign-ins'], queryFn: () => unwrap(api.GET('/api/v1/me/sign-ins')) });
  const items = signIns.data?.items ?? [];
  const last = items[items.findIndex(({ current }) => current) + 1];
  return last === undefined ? null : (
    <p>
      <Link to="/settings">{words.lastSignIn(formatDateTime(last.signedInAt), last.address)}</Link>
    </p>
  );
}

/** Says, as long as it lasts, that an administrator alone gives accounts their rights. */
function DualControl() {
  const { labels } = useWords();
  const query = useQuery({
    queryKey: ['dual-control'],
    queryFn: () => unwrap(api.GET('/api/v1/account-changes/dual-control')),
  });
  const state = query.data?.state;
  return state === undefined || state === 'REQUIRED' ? null : (
    <Alert className="spaced" type="warning" showIcon title={labels.DualControlState[state]} />
  );
}

function Worklist() {
  const { words } = useWords();
  const query = useWorklist();
  return (
    <Panel title={words.worklist}>
      <Loading query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.emptyWorklist} />
          ) : (
            <ul className="worklist">
              {items.map(({ kind, count, earliestOn }) => (
                <li key={kind}>
                  <Link to={WORK_PATHS[kind]}>{words.work[kind](count, earliestOn)}</Link>
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
    queryFn: () => unwrap(api.GET('/api/v1/reporting-weeks/current')),
  });
  return (
    <Loading query={current}>
      {({ startsOn, endsOn, closedAt }) => (
        <Panel title={words.thisWeek(startsOn, endsOn)}>
          {closedAt != null && <p>{words.weekClosed}</p>}
          <WeekFigures startsOn={startsOn} endsOn={endsOn} isClosed={closedAt != null} />
        </Panel>
      )}
    </Loading>
  );
}

/**
 * Current totals and the changes of this week. The request is for reporting weeks, because their figures end with the closing.
 * After an early closing the next week has begun, and its figures are shown separately.
 */
function WeekFigures({ startsOn, endsOn, isClosed }: { startsOn: string; endsOn: string; isClosed: boolean }) {
  const { words, labels } = useWords();
  const to = isClosed ? plusDays(endsOn, 1) : endsOn;
  const figures = useQuery({
    queryKey: ['figures', 'so-far', startsOn, to],
    queryFn: () => unwrap(api.GET('/api/v1/figures', { params: { query: { from: startsOn, to, by: 'WEEK' } } })),
  });
  return (
    <Loading query={figures}>
      {({ items }) => {
        const figuresOf = (measure: Schemas['Measure']) => items.filter((figure) => figure.measure === measure);
        return (
          <Flex gap={48} wrap>
            <Count
              title={labels.Measure.PERSONS_REGISTERED}
              weeks={figuresOf('PERSONS_REGISTERED').map((week) => week.count)}
            />
            <Count
              title={labels.Measure.PERSONS_AFFECTED}
              weeks={figuresOf('PERSONS_AFFECTED').map((week) => week.count)}
            />
            <Statistic
              title={words.netLoss}
              value={formatMoney(figuresOf('AFFECTED').at(-1)?.amount?.closing ?? '0.00')}
              suffix={
                <Changes
                  weeks={figuresOf('AFFECTED').map(({ amount }) => ({
                    up: formatMoney(amount?.added ?? '0.00'),
                    down: formatMoney(amount?.removed ?? '0.00'),
                  }))}
                  none={formatMoney('0.00')}
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

/** Changes of this week, and of the next week if it has begun. */
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
