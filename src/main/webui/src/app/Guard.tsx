import { Result } from 'antd';
import { Link, Outlet, useMatches } from 'react-router';
import { useSession } from '../shared/auth/SessionContext';
import { PageTitle } from '../shared/ui/PageTitle';
import { useWords } from '../shared/words/WordsContext';
import { isAllowed, type Screen } from './screens';

/**
 * Route guard: a screen that the viewer's roles do not allow is not rendered, so it sends no requests. This avoids confusion
 * and needless audit entries; the service itself decides what is allowed.
 */
export function Guard() {
  const { viewer } = useSession();
  const screens = useMatches().map(({ handle }) => handle as Pick<Screen, 'needs'> | undefined);
  return screens.every((screen) => isAllowed(viewer.roles, screen ?? {})) ? <Outlet /> : <ForbiddenPage />;
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
