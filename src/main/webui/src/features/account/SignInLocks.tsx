import { Button, List } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { formatDateTime } from '../../shared/format/time';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { accountWords } from './words';

/** Usernames and addresses that are locked after failed sign-ins. */
export function SignInLocks() {
  const { labels } = useWords();
  const t = useText(accountWords);
  const client = useQueryClient();
  const locks = useQuery({
    queryKey: ['locks'],
    queryFn: () => unwrap(api.GET('/api/v1/sign-in-locks', { params: { query: { limit: 200 } } })),
  });
  const lift = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/sign-in-locks/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['locks'] }),
  });
  return (
    <>
      <p>{t.locksHint}</p>
      <ProblemAlert error={lift.error} />
      <Loading query={locks}>
        {(page) => (
          <List
            size="small"
            dataSource={page.items}
            locale={{ emptyText: t.noLocks }}
            renderItem={({ id, lane, username, address, failures, lockedUntil }) => (
              <List.Item
                actions={[
                  <Button
                    key="lift"
                    size="small"
                    aria-label={`${t.lift} ${username ?? address ?? ''}`}
                    onClick={() => lift.mutate(id)}
                  >
                    {t.lift}
                  </Button>,
                ]}
              >
                {`${labels.Lane[lane]} ${[username, address].filter((part) => part != null).join(' ')} · ${t.failures} ${String(failures)} · ${t.until} ${formatDateTime(lockedUntil)}`}
              </List.Item>
            )}
          />
        )}
      </Loading>
    </>
  );
}
