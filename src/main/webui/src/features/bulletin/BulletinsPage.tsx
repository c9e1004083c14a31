import { Button, Empty, Flex, Select, Tag } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { PageTitle } from '../../shared/ui/PageTitle';
import { toOptions } from '../../shared/ui/toOptions';
import { PagedTable, usePages } from '../../shared/ui/PagedTable';
import { Panel } from '../../shared/ui/Panel';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Loading } from '../../shared/ui/Loading';
import { useFilters } from '../../shared/ui/useFilters';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { CurrentWeek } from './CurrentWeek';
import { BulletinTemplate } from './BulletinTemplate';
import { bulletinWords } from './words';

const FILTERS = ['weekEndsOn', 'status', 'kind', 'platformId'] as const;
type Row = Schemas['BulletinRow'];

/** The current week, the bulletins that are due, and the list of all bulletins. */
export function BulletinsPage() {
  const { words } = useWords();
  const roles = useRoles();
  return (
    <>
      <PageTitle>{words.bulletins}</PageTitle>
      <Flex vertical gap={16}>
        <CurrentWeek canClose={roles.has('SECTION_CHIEF')} />
        <MissingBulletins canDraft={roles.has('CLERK', 'SECTION_CHIEF')} />
        <BulletinList />
        {roles.has('CLERK', 'SECTION_CHIEF', 'DIRECTOR') && <BulletinTemplate />}
      </Flex>
    </>
  );
}

function MissingBulletins({ canDraft }: { canDraft: boolean }) {
  const t = useText(bulletinWords);
  const { labels } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const missing = useQuery({
    queryKey: ['bulletins', 'missing'],
    queryFn: () => unwrap(api.GET('/api/v1/bulletins/missing', { params: { query: { limit: 50 } } })),
  });
  const draft = useMutation({
    mutationFn: (body: Schemas['DraftBulletin']) => unwrap(api.POST('/api/v1/bulletins', { body })),
    onSuccess: async (bulletin) => {
      await client.invalidateQueries({ queryKey: ['bulletins'] });
      await navigate(`/bulletins/${bulletin.id}`);
    },
  });
  return (
    <Panel title={t.missing}>
      <ProblemAlert error={draft.error} />
      <Loading query={missing}>
        {(page) =>
          page.items.length === 0 ? (
            <p>{t.nothingMissing}</p>
          ) : (
            <ul className="plain">
              {page.items.map(({ weekEndsOn, platformId, platformName, bulletinId, status }) => (
                <li key={`${weekEndsOn} ${platformId ?? ''}`} className="heading">
                  <span>
                    {`${weekEndsOn} ${platformName ?? t.allPlatforms}`}{' '}
                    {status != null && <Tag variant="outlined">{labels.BulletinStatus[status]}</Tag>}
                  </span>
                  {bulletinId != null ? (
                    <Link to={`/bulletins/${bulletinId}`}>{t.openDraft}</Link>
                  ) : (
                    canDraft && (
                      <Button
                        size="small"
                        loading={draft.isPending}
                        aria-label={`${t.draft} ${weekEndsOn} ${platformName ?? t.allPlatforms}`}
                        onClick={() => draft.mutate({ weekEndsOn, platformId: platformId ?? null })}
                      >
                        {t.draft}
                      </Button>
                    )
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </Panel>
  );
}

function BulletinList() {
  const { words } = useWords();
  const t = useText(bulletinWords);
  const { labels } = useWords();
  const platforms = usePlatforms();
  const { filters, set, clear, isFiltered } = useFilters(FILTERS);
  const weeks = useQuery({
    queryKey: ['weeks'],
    queryFn: () => unwrap(api.GET('/api/v1/reporting-weeks', { params: { query: { limit: 200 } } })),
  });
  const bulletins = usePages(['bulletins', filters], (cursor) =>
    unwrap(api.GET('/api/v1/bulletins', { params: { query: { ...filters, limit: 50, ...cursor } as never } })),
  );
  const platform = (id: string | null | undefined) =>
    id == null ? t.allPlatforms : (platforms.data?.find((one) => one.id === id)?.name ?? '…');
  return (
    <section aria-label={words.bulletins}>
      <div className="filters">
        <Select
          allowClear
          showSearch
          aria-label={t.week}
          placeholder={t.allWeeks}
          style={{ minWidth: 300 }}
          value={filters.weekEndsOn}
          loading={weeks.isPending}
          options={weeks.data?.items.map(({ startsOn, endsOn, closedAt, closedBy }) => ({
            value: endsOn,
            label: `${startsOn} – ${endsOn}`,
            title: closedAt == null ? '' : t.closed(formatDateTime(closedAt), closedBy ?? ''),
          }))}
          onChange={(weekEndsOn: string | undefined) => set({ weekEndsOn })}
        />
        <Select
          allowClear
          aria-label={words.status}
          placeholder={words.status}
          style={{ minWidth: 130 }}
          value={filters.status}
          options={toOptions(labels.BulletinStatus)}
          onChange={(status: string | undefined) => set({ status })}
        />
        <Select
          allowClear
          aria-label={t.kind}
          placeholder={t.kind}
          style={{ minWidth: 150 }}
          value={filters.kind}
          options={toOptions(labels.BulletinKind)}
          onChange={(kind: string | undefined) => set({ kind })}
        />
        <Select
          allowClear
          aria-label={words.platform}
          placeholder={words.platform}
          style={{ minWidth: 160 }}
          value={filters.platformId}
          options={platforms.data?.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(platformId: string | undefined) => set({ platformId })}
        />
        <Button disabled={!isFiltered} onClick={clear}>
          {words.clearFilters}
        </Button>
      </div>
      <PagedTable<Row>
        {...bulletins}
        scroll={{ x: 760 }}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <div>{t.empty}</div>
                  <div>{t.emptyHint}</div>
                </>
              }
            />
          ),
        }}
        columns={[
          { title: t.endsOn, dataIndex: 'weekEndsOn', className: 'number' },
          {
            title: t.heading,
            dataIndex: 'title',
            render: (title: string, row) => <Link to={`/bulletins/${row.id}`}>{title}</Link>,
          },
          { title: words.platform, dataIndex: 'platformId', render: platform },
          {
            title: t.serial,
            dataIndex: 'number',
            render: (_, { year, number }) => (year == null || number == null ? '' : t.serialOf(year, number)),
          },
          {
            title: words.status,
            dataIndex: 'status',
            render: (status: Row['status']) => <Tag variant="outlined">{labels.BulletinStatus[status]}</Tag>,
          },
        ]}
      />
    </section>
  );
}
