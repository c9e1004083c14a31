import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api, lastAnsweredAt } from '../shared/api/client';
import { useWords } from '../shared/words/WordsContext';

const SECOND = 1000;
const LOOK_EVERY = 15 * SECOND;
const WARN_BEFORE = 3 * 60 * SECOND;

/** Says in time that the session is about to end for want of use, and lets whoever is still there go on. */
export function IdleWarning() {
  const { words } = useWords();
  const [isNear, setNear] = useState(false);
  // How long a session may lie idle, learnt once from the session that is in use.
  const idle = useQuery({
    queryKey: ['idle'],
    queryFn: () => answer(api.GET('/api/v1/me/sessions')),
    staleTime: Infinity,
    select: (page) => {
      const own = page.items.find(({ current }) => current);
      return own === undefined ? Infinity : Date.parse(own.expiresAt) - Date.parse(own.lastSeenAt);
    },
  }).data;
  useEffect(() => {
    if (idle === undefined) {
      return undefined;
    }
    const timer = setInterval(() => {
      const left = lastAnsweredAt() + idle - Date.now();
      setNear(left > 0 && left < Math.min(WARN_BEFORE, idle / 2));
    }, LOOK_EVERY);
    return () => {
      clearInterval(timer);
    };
  }, [idle]);
  if (!isNear) {
    return null;
  }
  return (
    <div role="alert" className="idle">
      <span>{words.idle}</span>
      <Button
        onClick={() => {
          void answer(api.GET('/api/v1/me')).then(() => {
            setNear(false);
          });
        }}
      >
        {words.stayHere}
      </Button>
    </div>
  );
}
