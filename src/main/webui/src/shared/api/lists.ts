import { useQueries, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { useWords } from '../words/WordsContext';

const HOUR = 3_600_000;

/** Pseudo area code for residents of other districts. */
export const OUTSIDE = 'OUTSIDE';

/** All platforms: they are few and rarely change. */
export const usePlatforms = (isAllowed = true) =>
  useQuery({
    enabled: isAllowed,
    queryKey: ['platforms'],
    queryFn: () => unwrap(api.GET('/api/v1/platforms', { params: { query: { limit: 200 } } })),
    staleTime: HOUR,
    select: (page) => page.items,
  });

const areasBelow = (parent: string) => ({
  queryKey: ['areas', '', parent],
  queryFn: () => unwrap(api.GET('/api/v1/areas', { params: { query: { parent } } })),
  staleTime: Infinity,
});

/**
 * Administrative codes are hierarchical: a village shares the first nine digits with its town, a town the first six with its
 * county.
 */
const parentCodeOf = (code: string) => `${code.slice(0, code.endsWith('000') ? 6 : 9)}000000`.slice(0, 12);

/**
 * Names of areas by code, fetched town by town. Cached without expiry: administrative divisions change by law, not within a
 * day.
 */
export function useAreaNames(codes: string[]): Map<string, string> {
  const { words } = useWords();
  return useQueries({
    queries: [...new Set(codes.filter((code) => code !== OUTSIDE).map(parentCodeOf))].map(areasBelow),
    combine: (found) =>
      new Map([
        [OUTSIDE, words.outside],
        ...found.flatMap(({ data }) => (data?.items ?? []).map(({ code, name }) => [code, name] as const)),
      ]),
  });
}

export const useBranches = (platformId: string | undefined) =>
  useQuery({
    queryKey: ['branches', platformId],
    queryFn: () => unwrap(api.GET('/api/v1/platforms/{id}/branches', { params: { path: { id: platformId ?? '' } } })),
    enabled: platformId !== undefined,
    select: (page) => page.items,
  });
