import { Button, DatePicker, Empty, Select, Tag } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames, usePlatforms } from '../../shared/api/lists';
import { formatMoney } from '../../shared/format/money';
import { formatDay } from '../../shared/format/time';
import { PageTitle } from '../../shared/ui/PageTitle';
import { toOptions } from '../../shared/ui/toOptions';
import { PagedTable, usePages } from '../../shared/ui/PagedTable';
import { AreaSelect } from '../../shared/ui/AreaSelect';
import { useFilters } from '../../shared/ui/useFilters';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { type Column, ColumnPicker, columnsOf } from './ColumnPicker';
import { ColumnSets } from './ColumnSets';
import { ExportDialog, type RegisterFilters } from './ExportDialog';
import { LookUp } from './LookUp';
import { registrationWords } from './words';

/** Filters in the query string; none of them contains personal data. */
const FILTERS = ['platformId', 'status', 'areaCode', 'receivedFrom', 'receivedTo'] as const;

type Row = Schemas['RegistrationRow'];

export function RegisterListPage() {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const [search, setSearch] = useSearchParams();
  const { filters, set, clear, isFiltered } = useFilters(FILTERS);
  const platforms = usePlatforms();
  const registrations = usePages(['registrations', filters], (cursor) =>
    unwrap(api.GET('/api/v1/registrations', { params: { query: { ...filters, limit: 50, ...cursor } as never } })),
  );
  const [isExporting, setExporting] = useState(false);
  const shown = columnsOf(search.get('columns'));
  const setShown = (chosen: Column[]) => {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set('columns', chosen.join(','));
      return after;
    });
  };
  const areas = useAreaNames(shown.includes('AREA') ? registrations.rows.map(({ areaCode }) => areaCode) : []);
  const platform = (id: string) => platforms.data?.find((one) => one.id === id)?.name ?? '…';
  const columns: { key: Column; [rest: string]: unknown }[] = [
    {
      key: 'NUMBER',
      dataIndex: 'number',
      render: (number: string, row: Row) => <Link to={`/registrations/${row.id}`}>{number}</Link>,
    },
    {
      key: 'NAME',
      dataIndex: 'investorName',
      render: (name: string, row: Row) => <Link to={`/people/${row.investorId}`}>{name}</Link>,
    },
    { key: 'PLATFORM', dataIndex: 'platformId', render: platform },
    {
      key: 'AREA',
      dataIndex: 'areaCode',
      render: (code: string) => areas.get(code) ?? code,
    },
    { key: 'RECEIVED_ON', dataIndex: 'receivedAt', render: formatDay },
    {
      key: 'NET_LOSS',
      dataIndex: 'netLoss',
      align: 'right',
      className: 'number',
      render: formatMoney,
    },
    {
      key: 'STATUS',
      dataIndex: 'status',
      render: (status: Row['status']) => <StatusTag status={status} />,
    },
    {
      key: 'HELPER',
      dataIndex: 'actedAsSalesperson',
      render: (acted: boolean) => (acted ? t.yes : ''),
    },
  ];
  return (
    <>
      <div className="heading">
        <PageTitle>{words.registrations}</PageTitle>
        <Button onClick={() => setExporting(true)}>{t.exportTitle}</Button>
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
          onChange={(platformId: string | undefined) => set({ platformId })}
        />
        <Select
          allowClear
          aria-label={words.status}
          placeholder={words.status}
          style={{ minWidth: 130 }}
          value={filters.status}
          options={toOptions(labels.RegistrationStatus)}
          onChange={(status: string | undefined) => set({ status })}
        />
        <AreaSelect
          label={words.area}
          {...(filters.areaCode === undefined ? {} : { value: filters.areaCode })}
          onChange={(areaCode) => set({ areaCode })}
        />
        <DatePicker.RangePicker
          format={DAY_FORMATS}
          aria-label={words.receivedOn}
          allowEmpty={[true, true]}
          value={[
            filters.receivedFrom === undefined ? null : dayjs(filters.receivedFrom),
            filters.receivedTo === undefined ? null : dayjs(filters.receivedTo),
          ]}
          onChange={(days) =>
            set({ receivedFrom: days?.[0]?.format('YYYY-MM-DD'), receivedTo: days?.[1]?.format('YYYY-MM-DD') })
          }
        />
        <Button disabled={!isFiltered} onClick={clear}>
          {words.clearFilters}
        </Button>
      </div>
      <div className="filters to-end">
        <ColumnPicker shown={shown} onChange={setShown} />
        <ColumnSets shown={shown} onChange={setShown} />
      </div>
      <PagedTable<Row>
        {...registrations}
        scroll={{ x: 760 }}
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
        columns={columns
          .filter(({ key }) => shown.includes(key))
          .map((column) => ({ ...column, title: labels.RegisterColumn[column.key] }))}
      />
      {isExporting && <ExportDialog filters={filters as RegisterFilters} onClose={() => setExporting(false)} />}
    </>
  );
}

export function StatusTag({ status }: { status: Schemas['RegistrationStatus'] }) {
  const { labels } = useWords();
  const isActive = status === 'RECEIVED' || status === 'VERIFIED';
  return <Tag variant="outlined">{`${isActive ? '●' : '○'} ${labels.RegistrationStatus[status]}`}</Tag>;
}
