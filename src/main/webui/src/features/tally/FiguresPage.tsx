import { Button, DatePicker, Empty, Flex, Segmented, Select } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames, usePlatforms } from '../../shared/api/lists';
import { formatMoney } from '../../shared/format/money';
import { formatDateTime, today } from '../../shared/format/time';
import { PageTitle } from '../../shared/ui/PageTitle';
import { toOptions } from '../../shared/ui/toOptions';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { Chart, type Series } from './Chart';
import { YearReconciliation } from './YearReconciliation';
import { figureWords } from './words';

type Figure = Schemas['RangeFigure'];
type Measure = Schemas['Measure'];

/** Charts of registrations and amounts: over time, by platform and by town, for any range of days. */
export function FiguresPage() {
  const { words, labels } = useWords();
  const t = useText(figureWords);
  const platforms = usePlatforms();
  const [search, setSearch] = useSearchParams();
  const weeks = useQuery({
    queryKey: ['week', 'latest'],
    queryFn: () => unwrap(api.GET('/api/v1/reporting-weeks', { params: { query: { limit: 1 } } })),
  });
  const latest = weeks.data?.items[0]?.endsOn ?? today();
  const to = search.get('to') ?? latest;
  const from = search.get('from') ?? dayjs(to).subtract(51, 'week').format('YYYY-MM-DD');
  const by = (search.get('by') ?? 'MONTH') as Schemas['Grouping'];
  const platformId = search.get('platformId') ?? undefined;
  const set = (values: Record<string, string | undefined>) => {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
      }
      return after;
    });
  };
  const query = { from, to, ...(platformId === undefined ? {} : { platformId }) };
  return (
    <>
      <div className="heading">
        <PageTitle>{words.figures}</PageTitle>
        <Button href={`/api/v1/figures.xlsx?${new URLSearchParams({ ...query, by }).toString()}`} download>
          {t.workbook}
        </Button>
      </div>
      <div className="filters">
        <DatePicker.RangePicker
          format={DAY_FORMATS}
          aria-label={t.range}
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          presets={[
            { label: t.lastQuarter, value: [dayjs(latest).subtract(12, 'week'), dayjs(latest)] },
            { label: t.lastYear, value: [dayjs(latest).subtract(51, 'week'), dayjs(latest)] },
          ]}
          onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
        <Segmented
          aria-label={t.by}
          value={by}
          options={toOptions(labels.Grouping)}
          onChange={(value) => set({ by: value })}
        />
        <Select
          allowClear
          aria-label={t.platform}
          placeholder={t.all}
          style={{ minWidth: 160 }}
          value={platformId}
          options={platforms.data?.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string | undefined) => set({ platformId: value })}
        />
      </div>
      <Loading query={weeks}>{() => <Charts query={query} by={by} />}</Loading>
      {weeks.data !== undefined && <YearReconciliation key={to} initialYear={Number(to.slice(0, 4))} />}
    </>
  );
}

interface FiguresQuery {
  from: string;
  to: string;
  platformId?: string;
}

const useFigures = (query: FiguresQuery, more: { by?: Schemas['Grouping']; byPlatform?: boolean; byTown?: boolean }) =>
  useQuery({
    queryKey: ['figures', query, more],
    queryFn: () => unwrap(api.GET('/api/v1/figures', { params: { query: { ...query, ...more } } })),
  });

function Charts({ query, by }: { query: FiguresQuery; by: Schemas['Grouping'] }) {
  const t = useText(figureWords);
  const overTime = useFigures(query, { by });
  const byPlatform = useFigures(query, { byPlatform: true });
  const byTown = useFigures(query, { byTown: true });
  return (
    <Flex vertical gap={16}>
      <Loading query={overTime}>
        {({ items, closedUntil }) =>
          items.length === 0 ? (
            <Empty description={t.nothing} />
          ) : (
            <Flex vertical gap={16}>
              {closedUntil != null && <p style={{ margin: 0 }}>{t.until(formatDateTime(closedUntil))}</p>}
              <OverTime figures={items} by={by} />
            </Flex>
          )
        }
      </Loading>
      <Loading query={byPlatform}>{({ items }) => <ByPlatform figures={items} />}</Loading>
      <Loading query={byTown}>{({ items }) => <ByTown figures={items} />}</Loading>
    </Flex>
  );
}

function OverTime({ figures, by }: { figures: Figure[]; by: Schemas['Grouping'] }) {
  const { labels } = useWords();
  const t = useText(figureWords);
  const whole = figures.filter(({ platformId, townCode }) => platformId == null && townCode == null);
  const used = whole.length > 0 ? whole : figures;
  const periods = [...new Set(used.map((figure) => periodOf(figure, by)))].sort();
  const figuresOf = (measure: Measure) =>
    periods.map((period) => used.find((figure) => figure.measure === measure && periodOf(figure, by) === period));
  const registered = figuresOf('REGISTERED');
  const counts = (name: string, kind: Series['kind'], axis: 0 | 1, part: 'added' | 'closing'): Series => {
    const values = registered.map((figure) => figure?.count?.[part] ?? 0);
    return { name, kind, axis, values, formatted: values.map(String) };
  };
  const sums = (measure: Measure): Series => {
    const amounts = figuresOf(measure).map((figure) => figure?.amount?.closing ?? '0.00');
    return {
      name: labels.MeasureAmount[measure],
      kind: 'line',
      values: amounts.map(Number),
      formatted: amounts.map(formatMoney),
    };
  };
  return (
    <>
      <Chart
        title={t.overTime(labels.Measure.REGISTERED)}
        categories={periods}
        series={[counts(t.added, 'bar', 0, 'added'), counts(t.closing, 'line', 1, 'closing')]}
      />
      <Chart
        title={t.moneyOverTime}
        categories={periods}
        series={[sums('PRINCIPAL'), sums('REPAID'), sums('AFFECTED')]}
      />
    </>
  );
}

/** Label of a period: 2021-03 for a month, 2021-Q1 for a quarter, the last day for a week. */
function periodOf({ startsOn, endsOn }: Figure, by: Schemas['Grouping']): string {
  switch (by) {
    case 'WEEK':
      return endsOn;
    case 'MONTH':
      return startsOn.slice(0, 7);
    case 'QUARTER':
      return `${startsOn.slice(0, 4)}-Q${String(Math.ceil(Number(startsOn.slice(5, 7)) / 3))}`;
    case 'YEAR':
      return startsOn.slice(0, 4);
  }
}

function ByPlatform({ figures }: { figures: Figure[] }) {
  const { labels } = useWords();
  const t = useText(figureWords);
  const platforms = usePlatforms();
  const name = (id: string) => platforms.data?.find((one) => one.id === id)?.name ?? '…';
  return (
    <Ranking
      title={t.byPlatform(labels.Measure.REGISTERED)}
      figures={figures}
      keyOf={({ platformId }) => platformId ?? undefined}
      name={name}
    />
  );
}

function ByTown({ figures }: { figures: Figure[] }) {
  const { labels } = useWords();
  const t = useText(figureWords);
  const codes = [...new Set(figures.flatMap(({ townCode }) => (townCode == null ? [] : [townCode])))];
  const names = useAreaNames(codes);
  return (
    <Ranking
      title={t.byTown(labels.Measure.REGISTERED)}
      figures={figures}
      keyOf={({ townCode }) => townCode ?? undefined}
      name={(code) => names.get(code) ?? code}
    />
  );
}

function Ranking(props: {
  title: string;
  figures: Figure[];
  keyOf: (figure: Figure) => string | undefined;
  name: (key: string) => string;
}) {
  const t = useText(figureWords);
  const totals = new Map<string, number>();
  for (const figure of props.figures) {
    const key = props.keyOf(figure);
    if (figure.measure === 'REGISTERED' && key !== undefined && figure.count != null) {
      totals.set(key, (totals.get(key) ?? 0) + figure.count.closing);
    }
  }
  const ranked = [...totals].sort(([, a], [, b]) => b - a);
  if (ranked.length === 0) {
    return null;
  }
  const values = ranked.map(([, total]) => total);
  return (
    <Chart
      isHorizontal
      title={props.title}
      categories={ranked.map(([key]) => props.name(key))}
      series={[{ name: t.closing, kind: 'bar', values, formatted: values.map(String) }]}
    />
  );
}
