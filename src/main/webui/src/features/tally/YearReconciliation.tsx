import { Alert, Button, DatePicker, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { figureWords } from './words';

/** Reconciliation: checks that the weekly figures of a year add up to the figures of the whole year. */
export function YearReconciliation({ initialYear }: { initialYear: number }) {
  const t = useText(figureWords);
  const [year, setYear] = useState(initialYear);
  const [reconciledYear, setReconciledYear] = useState<number>();
  return (
    <Panel title={t.reconciliation}>
      <p>{t.reconciliationHint}</p>
      <Space wrap>
        <DatePicker
          picker="year"
          aria-label={t.year}
          allowClear={false}
          value={dayjs(`${String(year)}-01-01`)}
          onChange={(picked) => setYear(picked?.year() ?? initialYear)}
        />
        <Button onClick={() => setReconciledYear(year)}>{t.reconcile}</Button>
      </Space>
      <div aria-live="polite" style={{ marginBlockStart: 12 }}>
        {reconciledYear !== undefined && <ReconciliationResult year={reconciledYear} />}
      </div>
    </Panel>
  );
}

function ReconciliationResult({ year }: { year: number }) {
  const { labels } = useWords();
  const t = useText(figureWords);
  const platforms = usePlatforms();
  const reconciliation = useQuery({
    queryKey: ['reconciliation', year],
    queryFn: () => unwrap(api.GET('/api/v1/figures/reconciliation', { params: { query: { year } } })),
  });
  return (
    <Loading query={reconciliation}>
      {({ balanced, items }) =>
        balanced ? (
          <Alert type="success" showIcon title={t.balanced(String(year), String(items.length))} />
        ) : (
          <Alert
            type="error"
            showIcon
            title={t.unbalanced(String(year))}
            description={items
              .filter(({ countDifference, amountDifference }) => countDifference != null || amountDifference != null)
              .map(({ platformId, measure }) => (
                <div key={`${platformId ?? ''} ${measure}`}>
                  {`${platforms.data?.find(({ id }) => id === platformId)?.name ?? ''} ${labels.Measure[measure]}`}
                </div>
              ))}
          />
        )
      }
    </Loading>
  );
}
