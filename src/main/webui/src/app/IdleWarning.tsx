import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, lastResponseAt, unwrap } from '../shared/api/client';
import { useWords } from '../shared/words/WordsContext';

const SECOND = 1000;
const CHECK_INTERVAL = 15 * SECOND;
const WARN_BEFORE = 3 * 60 * SECOND;

/** Warning before the session times out; the user can extend the session. */
export function IdleWarning() {
  const { words } = useWords();
  const [isEndingSoon, setEndingSoon] = useState(false);
  // The idle timeout, computed once from the current session.
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
