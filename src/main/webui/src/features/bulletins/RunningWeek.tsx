import { Alert, Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../shared/api/client';
import { moment, today } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { Panel } from '../../shared/ui/Panel';
import { Waiting } from '../../shared/ui/Waiting';
import { useOf } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

/** The week that is running, closed early or yet to be closed. */
export function RunningWeek({ mayClose }: { mayClose: boolean }) {
  const said = useOf(bulletinWords);
  const client = useQueryClient();
  const [isClosing, setClosing] = useState(false);
  const current = useQuery({
    queryKey: ['week', 'current'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks/current')),
  });
  // A backlog is closed week by week: while it is, the latest closed week tells how far it has come.
  const latest = useQuery({
    queryKey: ['weeks', 'latest'],
    queryFn: () => answer(api.GET('/api/v1/reporting-weeks', { params: { query: { limit: 1 } } })),
    enabled: isClosing,
    refetchInterval: 1000,
  });
  const closedUpTo = latest.data?.items[0]?.endsOn;
  return (
    <Panel title={said.running}>
      <Waiting query={current}>
        {(week) => (
          <div className="heading">
            <span>
              {week.closedAt == null
                ? said.runningIs(week.startsOn, week.endsOn)
                : said.runningClosed(week.startsOn, week.endsOn, moment(week.closedAt), week.closedBy ?? '')}
            </span>
            {mayClose && week.closedAt == null && <Button onClick={() => setClosing(true)}>{said.closeWeek}</Button>}
            {isClosing && (
              <ActionDialog
                title={`${said.closeWeek} ${week.endsOn}`}
                ok={said.closeWeek}
                hint={
                  <>
                    {week.endsOn >= today() && (
                      <Alert type="warning" showIcon className="spaced" title={said.closeEarly(week.endsOn)} />
                    )}
                    {said.closeWeekHint}
                    {closedUpTo != null && <span role="status">{` ${said.closedUpTo(closedUpTo, week.endsOn)}`}</span>}
                  </>
                }
                send={() =>
                  answer(
                    api.POST('/api/v1/reporting-weeks/{endsOn}/close', {
                      body: {},
                      params: { path: { endsOn: week.endsOn } },
                    }),
                  )
                }
                onDone={() => void client.invalidateQueries()}
                onClose={() => setClosing(false)}
              />
            )}
          </div>
        )}
      </Waiting>
    </Panel>
  );
}
