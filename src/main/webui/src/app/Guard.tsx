import { Result } from 'antd';
import { Link, Outlet, useMatches } from 'react-router';
import type { Role } from '../shared/auth/SessionContext';
import { useSession } from '../shared/auth/SessionContext';
import { useWords } from '../shared/words/WordsContext';
import { isAllowed } from './screens';

/**
 * Route guard: a screen that the viewer's roles do not allow is not rendered, so it sends no requests. This avoids confusion
 * and needless audit entries; the service itself decides what is allowed.
 */
export function Guard() {
  const { viewer } = useSession();
  const roles = useMatches().flatMap(({ handle }) => (handle as { roles?: Role[] } | undefined)?.roles ?? []);
  return roles.length === 0 || isAllowed(viewer.roles, { roles }) ? <Outlet /> : <ForbiddenPage />;
}

function ForbiddenPage() {
  const { words } = useWords();
  return (
    <div role="alert">
      <Result
        status="403"
        title={<h1 style={{ fontSize: '1em', margin: 0 }}>{words.forbidden}</h1>}
        subTitle={words.forbiddenHint}
        extra={<Link to="/">{words.backHome}</Link>}
      />
    </div>
  );
}
