import { Button, Input, Space, Table } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformLabels, platformWords } from './words';

/** Where the register begins to look: the province. */
const TOP = '440000000000';

/** Towns and villages as they are and as they were: what was abolished says what it is now. */
export function AreasPage() {
  const { words } = useWords();
  const said = useOf(platformWords);
  const labels = useOf(platformLabels);
  const [search, setSearch] = useSearchParams();
  const name = search.get('name') ?? undefined;
  const parent = search.get('parent') ?? TOP;
  const above = useQuery({
    queryKey: ['area', parent],
    queryFn: () => answer(api.GET('/api/v1/areas/{code}', { params: { path: { code: parent } } })),
    staleTime: Infinity,
    retry: false,
  });
  const areas = useQuery({
    queryKey: ['areas', name ?? '', parent],
    queryFn: () => answer(api.GET('/api/v1/areas', { params: { query: name === undefined ? { parent } : { name } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>{words.areas}</h1>
      <Input.Search
        allowClear
        className="spaced"
        aria-label={said.searchArea}
        placeholder={said.searchArea}
        defaultValue={name}
        maxLength={100}
        onSearch={(typed) => setSearch(typed.trim() === '' ? {} : { name: typed.trim() })}
      />
      {name === undefined && above.data !== undefined && (
        <Space className="spaced">
          <strong>{above.data.name}</strong>
          {above.data.parentCode != null && parent !== TOP && (
            <Button size="small" onClick={() => setSearch({ parent: above.data.parentCode ?? TOP })}>
              {said.up}
            </Button>
          )}
        </Space>
      )}
      <ProblemAlert error={areas.error} />
      <Table<Schemas['Area']>
        rowKey={({ code, validFrom }) => `${code} ${validFrom}`}
        size="small"
        loading={areas.isPending}
        pagination={false}
        scroll={{ x: 560 }}
        dataSource={areas.data?.items ?? []}
        locale={{ emptyText: said.noAreas }}
        columns={[
          {
            title: words.name,
            dataIndex: 'name',
            render: (text: string, { code, level }) =>
              level === 'VILLAGE' || level === 'OUTSIDE' ? text : <Link to={`/areas?parent=${code}`}>{text}</Link>,
          },
          { title: said.code, dataIndex: 'code', className: 'number' },
          { title: said.level, dataIndex: 'level', render: (level: Schemas['AreaLevel']) => labels.level[level] },
          {
            title: said.valid,
            dataIndex: 'validTo',
            render: (to: string | null, { validFrom }) => `${validFrom} ${to == null ? '' : said.until(to)}`.trim(),
          },
          { title: said.succeeded, dataIndex: 'successorCode', className: 'number' },
        ]}
      />
    </>
  );
}
