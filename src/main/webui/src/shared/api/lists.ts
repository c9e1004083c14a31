import { useQueries, useQuery } from '@tanstack/react-query';
import { answer, api } from './client';

const HOUR = 3_600_000;

/** Platforms are few and change seldom. */
export const usePlatforms = () =>
  useQuery({
    queryKey: ['platforms'],
    queryFn: () => answer(api.GET('/api/v1/platforms', { params: { query: { limit: 200 } } })),
    staleTime: HOUR,
    select: (page) => page.items,
  });

const readArea = (code: string) => ({
  queryKey: ['area', code],
  queryFn: () => answer(api.GET('/api/v1/areas/{code}', { params: { path: { code } } })),
  staleTime: Infinity,
});

/** The names of some areas by their codes; divisions change with a law, not within a day. */
export const useAreaNames = (codes: string[]) =>
  useQueries({
    queries: codes.map(readArea),
    combine: (found) =>
      new Map(
        found.flatMap(({ data }, place) => (data === undefined ? [] : [[codes[place] ?? '', data.name] as const])),
      ),
  });

export const useBranches = (platformId: string | undefined) =>
  useQuery({
    queryKey: ['branches', platformId],
    queryFn: () => answer(api.GET('/api/v1/platforms/{id}/branches', { params: { path: { id: platformId ?? '' } } })),
    enabled: platformId !== undefined,
    select: (page) => page.items,
  });
