import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unwrap, api, lastResponseAt } from '../shared/api/client';
import { useWords } from '../shared/words/WordsContext';

const SECOND = 1000;
const CHECK_INTERVAL = 15 * SECOND;
const WARN_BEFORE = 3 * 60 * SECOND;

/** Says in time that the session is about to end for want of use, and lets whoever is still there go on. */
export function IdleWarning() {
  const { words } = useWords();
  const [isEndingSoon, setEndingSoon] = useState(false);
  // How long a session may lie idle, learnt once from the session that is in use.
  const idleTimeout = useQuery({
    queryKey: ['idle'],
    queryFn: () => unwrap(api.GET('/api/v1/me/sessions')),
    staleTime: Infinity,
    select: (page) => {
      const own = page.items.find(({ current }) => current);
      return own === undefined ? Infinity : Date.parse(own.expiresAt) - Date.parse(own.lastSeenAt);
    },
  }).data;
  useEffect(() => {
    if (idleTimeout === undefined) {
      return undefined;
    }
    const timer = setInterval(() => {
      const left = lastResponseAt() + idleTimeout - Date.now();
      setEndingSoon(left > 0 && left < Math.min(WARN_BEFORE, idleTimeout / 2));
    }, CHECK_INTERVAL);
    return () => {
      clearInterval(timer);
    };
  }, [idleTimeout]);
  if (!isEndingSoon) {
    return null;
  }
  return (
    <div role="alert" className="idle">
      <span>{words.idleWarning}</span>
      <Button
        onClick={() => {
          void unwrap(api.GET('/api/v1/me')).then(() => {
            setEndingSoon(false);
          });
        }}
      >
        {words.staySignedIn}
      </Button>
    </div>
  );
}
