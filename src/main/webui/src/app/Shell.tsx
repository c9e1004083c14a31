import { Spin } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { api, ProblemError, unwrap } from '../shared/api/client';
import { discardAllDrafts } from '../shared/auth/drafts';
import { SessionContext, type Viewer } from '../shared/auth/SessionContext';
import { skipLeavePrompt } from '../shared/ui/unsavedChanges';
import { useWords } from '../shared/words/WordsContext';
import { AppLayout } from './AppLayout';
import { sessionEnded } from './sessionEnded';
import { SignInPage } from './SignInPage';
import { usePreferences } from './usePreferences';

const ChangePasswordPage = lazy(async () => ({ default: (await import('./ChangePasswordPage')).ChangePasswordPage }));
const SessionOverDialog = lazy(async () => ({ default: (await import('./SessionOverDialog')).SessionOverDialog }));

/** The service writes into the page whether the browser has sent a session: without one, asking for the user would be refused. */
const hasSession = () => document.querySelector<HTMLMetaElement>('meta[name=session]')?.content !== 'none';

/** Root of all routes: shows the sign-in page, the page to change an initial password, or the screens. */
export function Shell() {
  const client = useQueryClient();
  const { words } = useWords();
  const [hasSessionEnded, setSessionEnded] = useState(false);
  const [isAsking, setAsking] = useState(hasSession);
  const me = useQuery({
    enabled: isAsking,
    queryKey: ['me'],
    queryFn: () => unwrap(api.GET('/api/v1/me')),
    staleTime: Infinity,
    retry: false,
  });
  const signedIn = useCallback(
    (viewer: Viewer) => {
      client.setQueryData(['me'], viewer);
      setAsking(true);
    },
    [client],
  );
  const signOut = useCallback(() => {
    const leaving = discardAllDrafts().then(() => unwrap(api.DELETE('/api/v1/session')));
    void leaving.finally(() => {
      client.clear();
      skipLeavePrompt();
      window.location.assign('/');
    });
  }, [client]);
  useEffect(
    () =>
      sessionEnded.subscribe(() => {
        setSessionEnded(client.getQueryData(['me']) !== undefined);
      }),
    [client],
  );
  const session = useMemo(() => (me.data === undefined ? undefined : { viewer: me.data, signOut }), [me.data, signOut]);

  if (session === undefined) {
    const isSignedOut = !isAsking || (me.error instanceof ProblemError && me.error.status === 401);
    return !isSignedOut ? <Spin fullscreen description={words.loading} /> : <SignInPage onSignedIn={signedIn} />;
  }
  if (session.viewer.mustChangePassword) {
    return (
      <Suspense>
        <ChangePasswordPage onChanged={() => void client.invalidateQueries({ queryKey: ['me'] })} />
      </Suspense>
    );
  }
  return (
    <SessionContext.Provider value={session}>
      <SignedIn />
      {hasSessionEnded && (
        <Suspense>
          <SessionOverDialog
            viewer={session.viewer}
            onBack={() => {
              setSessionEnded(false);
              void client.invalidateQueries();
            }}
          />
        </Suspense>
      )}
    </SessionContext.Provider>
  );
}

function SignedIn() {
  usePreferences();
  return <AppLayout />;
}
