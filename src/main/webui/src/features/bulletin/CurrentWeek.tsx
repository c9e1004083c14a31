import { Alert, Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { formatDateTime, plusDays, today } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

/** The current reporting week, and the button to close it. */
export function CurrentWeek({ canClose }: { canClose: boolean }) {
  const t = useText(bulletinWords);
  const client = useQueryClient();
  const [closing, setClosing] = useState<string>();
  const current = useQuery({
    queryKey: ['week', 'current'],
    queryFn: () => unwrap(api.GET('/api/v1/reporting-weeks/current')),
  });
  // The latest closed week shows whether an earlier week is still open. While a backlog is being closed, it also shows the
  // progress.
  const latest = useQuery({
    queryKey: ['weeks', 'latest'],
    queryFn: () => unwrap(api.GET('/api/v1/reporting-weeks', { params: { query: { limit: 1 } } })),
    enabled: canClose,
    refetchInterval: closing === undefined ? false : 1000,
  });
  const closedUpTo = latest.data?.items[0]?.endsOn;
  return (
    <Panel title={t.currentWeek}>
      <Loading query={current}>
        {(week) => (
          <div className="heading">
            <span>
              {week.closedAt == null
                ? t.currentWeekOpen(week.startsOn, week.endsOn)
                : t.currentWeekClosed(week.startsOn, week.endsOn, formatDateTime(week.closedAt), week.closedBy ?? '')}
            </span>
            {canClose && week.closedAt == null && (
              <Button onClick={() => setClosing(week.endsOn)}>{t.closeWeek}</Button>
            )}
            {canClose && closedUpTo != null && closedUpTo < plusDays(week.startsOn, -1) && (
              <UnclosedWeek endsOn={plusDays(week.startsOn, -1)} onClose={setClosing} />
            )}
            {closing !== undefined && (
              <ActionDialog
                title={`${t.closeWeek} ${closing}`}
                okText={t.closeWeek}
                hint={
                  <>
                    {closing >= today() && (
                      <Alert type="warning" showIcon className="spaced" title={t.closeEarly(closing)} />
                    )}
                    {t.closeWeekHint}
                    {closedUpTo != null && <span role="status">{` ${t.closedUpTo(closedUpTo, closing)}`}</span>}
                  </>
                }
                send={() =>
                  unwrap(
                    api.POST('/api/v1/reporting-weeks/{endsOn}/close', {
                      // The user has seen the warning above.
                      body: closing >= today() ? { early: true } : {},
                      params: { path: { endsOn: closing } },
                    }),
                  )
                }
                onDone={() => void client.invalidateQueries()}
                onClose={() => setClosing(undefined)}
              />
            )}
          </div>
        )}
      </Loading>
    </Panel>
  );
}

/** An ended week that is still open, because weeks are not closed automatically or the closing has not run yet. */
function UnclosedWeek({ endsOn, onClose }: { endsOn: string; onClose: (endsOn: string) => void }) {
  const t = useText(bulletinWords);
  return (
    <span>
      {t.stillOpen(endsOn)} <Button onClick={() => onClose(endsOn)}>{`${t.closeWeek} ${endsOn}`}</Button>
    </span>
  );
}
