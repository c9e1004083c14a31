import { Button, DatePicker, Empty, Flex, Select, Table, Tag } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { useAreaNames, usePlatforms } from '../../shared/api/lists';
import { money } from '../../shared/format/money';
import { day } from '../../shared/format/time';
import { options } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { AreaSelect } from '../../shared/ui/AreaSelect';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { ColumnPicker, USUAL_COLUMNS, type Column } from './ColumnPicker';
import { ExportDialog } from './ExportDialog';
import { LookUp } from './LookUp';
import { registrationWords } from './words';

/** The filters, which stand in the address: none of them says anything of a person. */
const FILTERS = ['platformId', 'status', 'areaCode', 'receivedFrom', 'receivedTo'] as const;
type Filter = (typeof FILTERS)[number];

type Row = Schemas['RegistrationRow'];

export function RegisterListPage() {
  const { words, labels } = useWords();
  const said = useOf(registrationWords);
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
  const [isExporting, setExporting] = useState(false);
  const shown = (search.get('columns')?.split(',') ?? USUAL_COLUMNS) as Column[];
  const setShown = (chosen: Column[]) => {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set('columns', chosen.join(','));
      return after;
    });
  };
  const areas = useAreaNames(
    shown.includes('area')
      ? (rows.data?.pages.flatMap((page) => page.items.map(({ areaCode }) => areaCode)) ?? [])
      : [],
  );
  const platform = (id: string) => platforms.data?.find((one) => one.id === id)?.name ?? '…';
  const columns: { key: Column; title: string; [rest: string]: unknown }[] = [
    {
      key: 'number',
      title: words.number,
      dataIndex: 'number',
      render: (number: string, row: Row) => <Link to={`/registrations/${row.id}`}>{number}</Link>,
    },
    {
      key: 'name',
      title: words.name,
      dataIndex: 'investorName',
      render: (name: string, row: Row) => <Link to={`/people/${row.investorId}`}>{name}</Link>,
    },
    { key: 'platform', title: words.platform, dataIndex: 'platformId', render: platform },
    {
      key: 'area',
      title: words.area,
      dataIndex: 'areaCode',
      render: (code: string) => areas.get(code) ?? code,
    },
    { key: 'receivedOn', title: words.receivedOn, dataIndex: 'receivedAt', render: day },
    {
      key: 'netLoss',
      title: words.netLoss,
      dataIndex: 'netLoss',
      align: 'right',
      className: 'number',
      render: money,
    },
    {
      key: 'status',
      title: words.status,
      dataIndex: 'status',
      render: (status: Row['status']) => <StatusTag status={status} />,
    },
    {
      key: 'helper',
      title: said.helper,
      dataIndex: 'actedAsSalesperson',
      render: (acted: boolean) => (acted ? said.yes : ''),
    },
  ];
  return (
    <>
      <div className="heading">
        <h1>{words.registrations}</h1>
        <Button onClick={() => setExporting(true)}>{said.exportTitle}</Button>
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
        <AreaSelect
          label={words.area}
          {...(filters.areaCode === undefined ? {} : { value: filters.areaCode })}
          onChange={(code) => set('areaCode', code)}
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
        <ColumnPicker shown={shown} onChange={setShown} />
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
        columns={columns.filter(({ key }) => shown.includes(key))}
      />
      {rows.hasNextPage && (
        <Flex justify="center" style={{ marginBlockStart: 16 }}>
          <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {words.next}
          </Button>
        </Flex>
      )}
      {isExporting && <ExportDialog filters={filters} onClose={() => setExporting(false)} />}
    </>
  );
}

export function StatusTag({ status }: { status: Schemas['RegistrationStatus'] }) {
  const { labels } = useWords();
  const isLive = status === 'RECEIVED' || status === 'VERIFIED';
  return <Tag variant="outlined">{`${isLive ? '●' : '○'} ${labels.status[status]}`}</Tag>;
}
