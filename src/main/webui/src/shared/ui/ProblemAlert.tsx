import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { ProblemError } from '../api/client';
import { useWords } from '../words/WordsContext';

/** Error alert above a form or a list. It takes the focus, so that screen readers read it. */
export function ProblemAlert({ error, lines, title }: { error: unknown; lines?: string[]; title?: string }) {
  const container = useRef<HTMLDivElement>(null);
  const { words } = useWords();
  useEffect(() => {
    if (error !== null && error !== undefined) {
      container.current?.focus();
    }
  }, [error]);
  if (error === null || error === undefined) {
    return null;
  }
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const isStale = problem?.type === '/problems/stale';
  const details = lines ?? (problem === undefined ? [String(error)] : [isStale ? words.staleHint : problem.detail]);
  return (
    <div ref={container} tabIndex={-1} role="alert" className="spaced">
      <Alert
        type={isStale ? 'warning' : 'error'}
        showIcon
        title={title ?? (isStale ? words.stale : (problem?.title ?? 'Redress'))}
        description={details.map((line) => (
          <div key={line}>{line}</div>
        ))}
      />
    </div>
  );
}
