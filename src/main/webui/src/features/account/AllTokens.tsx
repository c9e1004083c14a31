import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { TokenTable } from '../../shared/ui/TokenTable';
import { useText } from '../../shared/words/bilingual';
import { accountWords } from './words';

/** Access tokens of all accounts. Owners issue tokens in their own settings. */
export function AllTokens() {
  const t = useText(accountWords);
  const client = useQueryClient();
  const tokens = useQuery({
    queryKey: ['all-tokens'],
    queryFn: () => unwrap(api.GET('/api/v1/access-tokens/all', { params: { query: { limit: 200 } } })),
    select: (page) => page.items,
  });
  return (
    <TokenTable
      hasOwners
      query={tokens}
      empty={t.noTokens}
      onRevoked={() => client.invalidateQueries({ queryKey: ['all-tokens'] })}
    />
  );
}
