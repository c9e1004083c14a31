import { Button, Input, Space, Table } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames } from '../../shared/api/lists';
import { PageTitle } from '../../shared/ui/PageTitle';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { ScrollArea } from '../../shared/ui/ScrollArea';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformWords } from './words';

const GUANGDONG = '440000000000';

const fetchAreasBelow = (parent: string) => unwrap(api.GET('/api/v1/areas', { params: { query: { parent } } }));

/** First area with a choice: goes down from the province as long as an area has only one child. */
async function findStartArea(code = GUANGDONG): Promise<string> {
  const { items } = await fetchAreasBelow(code);
  const onlyArea = items.length === 1 ? items[0] : undefined;
  return onlyArea === undefined ? code : findStartArea(onlyArea.code);
}

/** Towns and villages, current and former. A former one names its successor. */
export function AreasPage() {
  const { words } = useWords();
  const t = useText(platformWords);
  const { labels } = useWords();
  const [search, setSearch] = useSearchParams();
  const name = search.get('name') ?? undefined;
  const startCode = useQuery({ queryKey: ['areas', 'top'], queryFn: () => findStartArea(), staleTime: Infinity }).data;
  const parent = search.get('parent') ?? startCode ?? '';
  const parentArea = useQuery({
    queryKey: ['area', parent],
    queryFn: () => unwrap(api.GET('/api/v1/areas/{code}', { params: { path: { code: parent } } })),
    staleTime: Infinity,
    enabled: parent !== '',
    retry: false,
  });
  const areas = useQuery({
    queryKey: ['areas', name ?? '', parent],
    queryFn: () =>
      name === undefined ? fetchAreasBelow(parent) : unwrap(api.GET('/api/v1/areas', { params: { query: { name } } })),
    enabled: name !== undefined || parent !== '',
    placeholderData: keepPreviousData,
  });
  const names = useAreaNames((areas.data?.items ?? []).flatMap(({ successorCode }) => successorCode ?? []));
  return (
    <>
      <PageTitle>{words.areas}</PageTitle>
      <Input.Search
        allowClear
        className="spaced"
        aria-label={t.searchArea}
        placeholder={t.searchArea}
        defaultValue={name}
        maxLength={100}
        onSearch={(typed) => setSearch(typed.trim() === '' ? {} : { name: typed.trim() })}
      />
      {name === undefined && parentArea.data !== undefined && (
        <Space className="spaced">
          <strong>{parentArea.data.name}</strong>
          {parentArea.data.parentCode != null && parentArea.data.level !== 'PROVINCE' && (
            <Button size="small" onClick={() => setSearch({ parent: parentArea.data.parentCode ?? GUANGDONG })}>
              {t.up}
            </Button>
          )}
        </Space>
      )}
      <ProblemAlert error={areas.error} />
      <ScrollArea label={words.areas}>
        <Table<Schemas['Area']>
          rowKey={({ code, validFrom }) => `${code} ${validFrom}`}
          size="small"
          loading={areas.isPending}
          pagination={false}
          dataSource={areas.data?.items ?? []}
          locale={{ emptyText: t.noAreas }}
          columns={[
            {
              title: t.name,
              dataIndex: 'name',
              render: (text: string, { code, level }) =>
                level === 'VILLAGE' || level === 'OUTSIDE' ? text : <Link to={`/areas?parent=${code}`}>{text}</Link>,
            },
            { title: t.code, dataIndex: 'code', className: 'number' },
            { title: t.level, dataIndex: 'level', render: (level: Schemas['AreaLevel']) => labels.AreaLevel[level] },
            {
              title: t.valid,
              dataIndex: 'validTo',
              render: (to: string | null, { validFrom }) => `${validFrom} ${to == null ? '' : t.until(to)}`.trim(),
            },
            {
              title: t.succeeded,
              dataIndex: 'successorCode',
              render: (code: string | null) => (code == null ? '' : `${names.get(code) ?? ''} ${code}`),
            },
          ]}
        />
      </ScrollArea>
    </>
  );
}
