import { Button, Result, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/client';
import { useWords } from '../words/WordsContext';

/** Renders a query: a skeleton while it loads, an error with a retry button, or its data. */
export function Loading<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { words } = useWords();
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error !== null) {
    const problem = query.error instanceof ProblemError ? query.error.problem : undefined;
    return (
      <div role="alert">
        <Result
          status={problem?.status === 404 ? '404' : 'warning'}
          title={problem?.title ?? words.retry}
          subTitle={problem?.detail ?? String(query.error)}
          extra={<Button onClick={() => void query.refetch()}>{words.retry}</Button>}
        />
      </div>
    );
  }
  return (
    <div role="status" aria-label={words.loading}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}
