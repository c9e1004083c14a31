import { Alert, Button, DatePicker, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { answer, api } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { Panel } from '../../shared/ui/Panel';
import { Waiting } from '../../shared/ui/Waiting';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { figureWords } from './words';

/** A year held against its weeks: whether what was reported week by week adds up to the year. */
export function YearAgainstWeeks({ usual }: { usual: number }) {
  const said = useOf(figureWords);
  const [year, setYear] = useState(usual);
  const [asked, setAsked] = useState<number>();
  return (
    <Panel title={said.reconciliation}>
      <p>{said.reconciliationHint}</p>
      <Space wrap>
        <DatePicker
          picker="year"
          aria-label={said.year}
          allowClear={false}
          value={dayjs(`${String(year)}-01-01`)}
          onChange={(picked) => setYear(picked?.year() ?? usual)}
        />
        <Button onClick={() => setAsked(year)}>{said.reconcile}</Button>
      </Space>
      <div aria-live="polite" style={{ marginBlockStart: 12 }}>
        {asked !== undefined && <Reconciled year={asked} />}
      </div>
    </Panel>
  );
}

function Reconciled({ year }: { year: number }) {
  const { labels } = useWords();
  const said = useOf(figureWords);
  const platforms = usePlatforms();
  const found = useQuery({
    queryKey: ['reconciliation', year],
    queryFn: () => answer(api.GET('/api/v1/figures/reconciliation', { params: { query: { year } } })),
  });
  return (
    <Waiting query={found}>
      {({ balanced, items }) =>
        balanced ? (
          <Alert type="success" showIcon title={said.balanced(String(year), String(items.length))} />
        ) : (
          <Alert
            type="error"
            showIcon
            title={said.unbalanced(String(year))}
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
    </Waiting>
  );
}
