import { Button, Layout, Space, Spin } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { NavLink } from 'react-router';
import { api, ProblemError, unwrap } from '../shared/api/client';
import { discardAllDrafts } from '../shared/auth/drafts';
import { SessionContext, type Viewer } from '../shared/auth/SessionContext';
import { skipLeavePrompt } from '../shared/ui/unsavedChanges';
import { useWords } from '../shared/words/WordsContext';
import { Guard } from './Guard';
import { IdleWarning } from './IdleWarning';
import { useAppearance } from './AppearanceProvider';
import { sessionEnded } from './sessionEnded';
import { isAllowed, SCREENS } from './screens';
import { SignInPage } from './SignInPage';

const ChangePasswordPage = lazy(async () => ({ default: (await import('./ChangePasswordPage')).ChangePasswordPage }));
const SessionOverDialog = lazy(async () => ({ default: (await import('./SessionOverDialog')).SessionOverDialog }));

/** Root of all routes: shows the sign-in page, the page to change an initial password, or the screens. */
export function Shell() {
  const client = useQueryClient();
  const { words } = useWords();
  const [hasSessionEnded, setSessionEnded] = useState(false);
  const me = useQuery({
    queryKey: ['me'],
    queryFn: () => unwrap(api.GET('/api/v1/me')),
    staleTime: Infinity,
    retry: false,
  });
  const signedIn = useCallback(
    (viewer: Viewer) => {
      client.setQueryData(['me'], viewer);
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
    const isSignedOut = me.error instanceof ProblemError && me.error.status === 401;
    return me.error === null || !isSignedOut ? (
      <Spin fullscreen description={words.loading} />
    ) : (
      <SignInPage onSignedIn={signedIn} />
    );
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
      <AppLayout />
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

function AppLayout() {
  const { words } = useWords();
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a href="#main" className="skip">
        {words.skipToContent}
      </a>
      <Header />
      <Layout.Content>
        <IdleWarning />
        <main id="main" tabIndex={-1} className="shell-main">
          <Guard />
        </main>
      </Layout.Content>
    </Layout>
  );
}

function Header() {
  const { words, switchLanguage, labels } = useWords();
  const { isDark, isLarge, setDark, setLarge } = useAppearance();
  const session = useContext(SessionContext);
  const roles = session?.viewer.roles ?? [];
  const menuScreens = SCREENS.filter((screen) => screen.labelKey !== undefined && isAllowed(roles, screen));
  return (
    <Layout.Header className="shell-header">
      <span className="shell-name">{words.product}</span>
      <nav aria-label={words.product} style={{ flex: 1 }}>
        <ul className="shell-menu">
          {menuScreens.map(({ path, labelKey }) => (
            <li key={path}>
              <NavLink to={path} end={path === '/'}>
                {labelKey !== undefined && words[labelKey]}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Space wrap>
        <Button className="shell-button" type="text" size="small" onClick={switchLanguage}>
          {words.language}
        </Button>
        <Button
          className="shell-button"
          type="text"
          size="small"
          aria-pressed={isDark}
          onClick={() => setDark(!isDark)}
        >
          {words.dark}
        </Button>
        <Button
          className="shell-button"
          type="text"
          size="small"
          aria-pressed={isLarge}
          onClick={() => setLarge(!isLarge)}
        >
          {words.large}
        </Button>
        <NavLink to="/settings" className="shell-me" title={words.settings}>
          {session?.viewer.name} · {session?.viewer.roles.map((role) => labels.Role[role]).join(' ')}
        </NavLink>
        <Button className="shell-button" type="text" size="small" onClick={session?.signOut}>
          {words.signOut}
        </Button>
      </Space>
    </Layout.Header>
  );
}
