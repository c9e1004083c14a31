import { Button, Flex, Table, type TableProps } from 'antd';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useWords } from '../words/WordsContext';
import { ProblemAlert } from './ProblemAlert';

interface Page<T> {
  items: T[];
  next?: string | null;
}

/** Cursor pagination: the next page is fetched on request. */
export function usePages<T>(queryKey: QueryKey, fetchPage: (cursor: { cursor?: string }) => Promise<Page<T>>) {
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam === '' ? {} : { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { pages, rows: pages.data?.pages.flatMap((page) => page.items) ?? [] };
}

export function PagedTable<T extends { id: string }>(
  props: ReturnType<typeof usePages<T>> & Omit<TableProps<T>, 'dataSource' | 'pagination' | 'loading' | 'rowKey'>,
) {
  const { pages, rows, ...table } = props;
  const { words } = useWords();
  return (
    <>
      <ProblemAlert error={pages.error} />
      <Table<T> rowKey="id" loading={pages.isPending} pagination={false} dataSource={rows} {...table} />
      {pages.hasNextPage && (
        <Flex justify="center" style={{ marginBlockStart: 16 }}>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {words.next}
          </Button>
        </Flex>
      )}
    </>
  );
}
