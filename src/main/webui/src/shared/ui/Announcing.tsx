import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const SECONDS = 6;

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Says that something was done, to eyes and ears, without taking the focus. */
export const useAnnounce = () => useContext(AnnounceContext);

export function Announcing({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid('');
    }, SECONDS * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  const announce = useCallback((words: string) => {
    setSaid(words);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" className={said === '' ? '' : 'announcement'}>
        {said}
      </div>
    </AnnounceContext.Provider>
  );
}
