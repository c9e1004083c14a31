import { Result } from 'antd';
import { Link, Outlet, useMatches } from 'react-router';
import type { Role } from '../shared/auth/SessionContext';
import { useSession } from '../shared/auth/SessionContext';
import { useWords } from '../shared/words/WordsContext';
import { isAllowed } from './screens';

/**
 * Route guard: a screen that is not for the roles of the viewer is not drawn, so that it asks the service nothing. It spares
 * confusion and entries in the audit trail; what may be done is decided by the service.
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
