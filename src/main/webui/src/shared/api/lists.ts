import { useQuery } from '@tanstack/react-query';
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
