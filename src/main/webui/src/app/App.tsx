import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { ProblemError } from '../shared/api/client';
import { LanguageProvider } from '../shared/words/LanguageProvider';
import { AppearanceProvider } from './AppearanceProvider';
import { router } from './router';
import { sessionEnded } from './sessionEnded';

const MINUTE = 60_000;

/**
 * When the service refuses a request because the session has ended, the shell asks for the password again; the page stays open.
 */
const handleError = (error: Error) => {
  if (error instanceof ProblemError && error.hasCode('sign-in-required')) {
    sessionEnded.notify();
  }
};

const client = new QueryClient({
  queryCache: new QueryCache({ onError: handleError }),
  mutationCache: new MutationCache({ onError: handleError }),
  defaultOptions: {
    queries: {
      staleTime: MINUTE / 2,
      retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.status < 500),
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <AppearanceProvider>
          <RouterProvider router={router} />
        </AppearanceProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
