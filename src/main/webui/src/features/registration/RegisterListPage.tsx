import { Button, DatePicker, Empty, Flex, Input, Select, Table, Tag } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { answer, api, ProblemError, type Schemas } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { money } from '../../shared/format/money';
import { day } from '../../shared/format/time';
import { options } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useAnnounce } from '../../shared/ui/Announcing';
import { useWords } from '../../shared/words/WordsContext';
import { LookUp } from './LookUp';

/** The filters, which stand in the address: none of them says anything of a person. */
const FILTERS = ['platformId', 'status', 'areaCode', 'receivedFrom', 'receivedTo'] as const;
type Filter = (typeof FILTERS)[number];

type Row = Schemas['RegistrationRow'];

export function RegisterListPage() {
  const { words, labels } = useWords();
  const [search, setSearch] = useSearchParams();
  const platforms = usePlatforms();
  const filters = Object.fromEntries(
    FILTERS.map((name) => [name, search.get(name)]).filter(([, value]) => value !== null),
  ) as Partial<Record<Filter, string>>;
  const set = (name: Filter, value: string | undefined) => {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value === undefined || value === '') {
        after.delete(name);
      } else {
        after.set(name, value);
      }
      return after;
    });
  };
  const rows = useInfiniteQuery({
    queryKey: ['registrations', filters],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/registrations', {
          params: { query: { ...filters, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } as never },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const platform = (id: string) => platforms.data?.find((one) => one.id === id)?.name ?? '…';
  return (
    <>
      <div className="heading">
        <h1>{words.registrations}</h1>
        <Export filters={filters} />
      </div>
      <LookUp />
      <div className="filters">
        <Select
          allowClear
          aria-label={words.platform}
          placeholder={words.platform}
          style={{ minWidth: 160 }}
          value={filters.platformId}
          options={platforms.data?.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string | undefined) => set('platformId', value)}
        />
        <Select
          allowClear
          aria-label={words.status}
          placeholder={words.status}
          style={{ minWidth: 130 }}
          value={filters.status}
          options={options(labels.status)}
          onChange={(value: string | undefined) => set('status', value)}
        />
        <Input
          allowClear
          aria-label={words.filterArea}
          placeholder={words.filterArea}
          style={{ width: 160 }}
          maxLength={12}
          defaultValue={filters.areaCode}
          key={filters.areaCode}
          onPressEnter={(event) => set('areaCode', event.currentTarget.value.trim())}
          onBlur={(event) => set('areaCode', event.currentTarget.value.trim())}
        />
        <DatePicker.RangePicker
          aria-label={words.receivedOn}
          allowEmpty={[true, true]}
          value={[
            filters.receivedFrom === undefined ? null : dayjs(filters.receivedFrom),
            filters.receivedTo === undefined ? null : dayjs(filters.receivedTo),
          ]}
          onChange={(days) => {
            set('receivedFrom', days?.[0]?.format('YYYY-MM-DD'));
            set('receivedTo', days?.[1]?.format('YYYY-MM-DD'));
          }}
        />
        <Button disabled={Object.keys(filters).length === 0} onClick={() => setSearch({})}>
          {words.clearFilters}
        </Button>
      </div>
      <ProblemAlert error={rows.error} />
      <Table<Row>
        rowKey="id"
        size="middle"
        loading={rows.isPending}
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={rows.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <div>{words.emptyRegister}</div>
                  <div>{words.emptyRegisterHint}</div>
                </>
              }
            />
          ),
        }}
        columns={[
          {
            title: words.number,
            dataIndex: 'number',
            render: (number: string, row) => <Link to={`/registrations/${row.id}`}>{number}</Link>,
          },
          { title: words.name, dataIndex: 'investorName' },
          { title: words.platform, dataIndex: 'platformId', render: platform },
          { title: words.receivedOn, dataIndex: 'receivedAt', render: day },
          {
            title: words.netLoss,
            dataIndex: 'netLoss',
            align: 'right',
            className: 'number',
            render: money,
          },
          {
            title: words.status,
            dataIndex: 'status',
            render: (status: Row['status']) => <StatusTag status={status} />,
          },
        ]}
      />
      {rows.hasNextPage && (
        <Flex justify="center" style={{ marginBlockStart: 16 }}>
          <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {words.next}
          </Button>
        </Flex>
      )}
    </>
  );
}

export function StatusTag({ status }: { status: Schemas['RegistrationStatus'] }) {
  const { labels } = useWords();
  const isLive = status === 'RECEIVED' || status === 'VERIFIED';
  return <Tag variant="outlined">{`${isLive ? '●' : '○'} ${labels.status[status]}`}</Tag>;
}

/** As the list is filtered; masked. In clear it is for chiefs, and a matter of its own. */
function Export({ filters }: { filters: Partial<Record<Filter, string>> }) {
  const { words } = useWords();
  const announce = useAnnounce();
  const take = async () => {
    try {
      const file = await answer(
        api.POST('/api/v1/registrations/exports', {
          body: { format: 'CSV', ...filters } as Schemas['ExportRegister'],
          parseAs: 'blob',
        }),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file as unknown as Blob);
      link.download = 'registrations.csv';
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      announce(error instanceof ProblemError ? error.problem.detail : String(error));
    }
  };
  return <Button onClick={() => void take()}>{words.exportCsv}</Button>;
}
