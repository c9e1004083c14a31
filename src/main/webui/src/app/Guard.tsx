import { Result } from 'antd';
import { Link, Outlet, useMatches } from 'react-router';
import type { Operation } from '../shared/auth/permissions';
import { useSession } from '../shared/auth/SessionContext';
import { PageTitle } from '../shared/ui/PageTitle';
import { useWords } from '../shared/words/WordsContext';
import { isAllowed } from './screens';

/**
 * Route guard: a screen that the viewer's roles do not allow is not rendered, so it sends no requests. This avoids confusion
 * and needless audit entries; the service itself decides what is allowed.
 */
export function Guard() {
  const { viewer } = useSession();
  const needed = useMatches().flatMap(({ handle }) => (handle as { needs?: Operation } | undefined)?.needs ?? []);
  return needed.every((needs) => isAllowed(viewer.roles, { needs })) ? <Outlet /> : <ForbiddenPage />;
}

function ForbiddenPage() {
  const { words } = useWords();
  return (
    <div role="alert">
      <Result
        status="403"
        title={<PageTitle className="result-title">{words.forbidden}</PageTitle>}
        subTitle={words.forbiddenHint}
        extra={<Link to="/">{words.backHome}</Link>}
      />
    </div>
  );
}
