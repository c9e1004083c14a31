import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { mayCall } from '../../shared/auth/permissions';
import { useSession } from '../../shared/auth/SessionContext';
import { WORK_PATHS } from './workPaths';

/** What waits for the viewer; nothing for roles without a worklist. */
export function useWorklist() {
  const { viewer } = useSession();
  return useQuery({
    queryKey: ['worklist'],
    queryFn: () => unwrap(api.GET('/api/v1/worklist')),
    enabled: mayCall(viewer.roles, 'GET /api/v1/worklist'),
  });
}

/** How many items wait on each screen. */
export function useWaitingByScreen(): Record<string, number> {
  const waiting: Record<string, number> = {};
  for (const { kind, count } of useWorklist().data?.items ?? []) {
    const screen = WORK_PATHS[kind].split('?')[0] ?? '';
    waiting[screen] = (waiting[screen] ?? 0) + count;
  }
  return waiting;
}
