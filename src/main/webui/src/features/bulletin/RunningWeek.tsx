import { Alert, Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../shared/api/client';
import { moment, plusDays, today } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

/** The week that is running, closed early or yet to be closed. */
export function RunningWeek({ mayClose }: { mayClose: boolean }) {
  const t = useText(bulletinWords);
  const client = useQueryClient();
  const [closing, setClosing] = useState<string>();
  const current = useQuery({
    queryKey: ['week', 'current'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks/current')),
  });
  // It tells whether a week that is over was left open; and, as a backlog is closed week by week, how far that has come.
  const latest = useQuery({
    queryKey: ['weeks', 'latest'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks', { params: { query: { limit: 1 } } })),
    enabled: mayClose,
    refetchInterval: closing === undefined ? false : 1000,
  });
  const closedUpTo = latest.data?.items[0]?.endsOn;
  return (
    <Panel title={t.running}>
      <Loading query={current}>
        {(week) => (
          <div className="heading">
            <span>
              {week.closedAt == null
                ? t.runningIs(week.startsOn, week.endsOn)
                : t.runningClosed(week.startsOn, week.endsOn, moment(week.closedAt), week.closedBy ?? '')}
            </span>
            {mayClose && week.closedAt == null && (
              <Button onClick={() => setClosing(week.endsOn)}>{t.closeWeek}</Button>
            )}
            {mayClose && closedUpTo != null && closedUpTo < plusDays(week.startsOn, -1) && (
              <LeftOpen last={plusDays(week.startsOn, -1)} onClose={setClosing} />
            )}
            {closing !== undefined && (
              <ActionDialog
                title={`${t.closeWeek} ${closing}`}
                ok={t.closeWeek}
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
                  answer(
                    api.POST('/api/v1/reporting-weeks/{endsOn}/close', {
                      // only with the warning above in sight
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

/** A week that is over, where weeks do not close by themselves or have not yet. */
function LeftOpen({ last, onClose }: { last: string; onClose: (endsOn: string) => void }) {
  const t = useText(bulletinWords);
  return (
    <span>
      {t.stillOpen(last)} <Button onClick={() => onClose(last)}>{`${t.closeWeek} ${last}`}</Button>
    </span>
  );
}
