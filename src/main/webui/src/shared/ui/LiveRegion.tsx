import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const VISIBLE_SECONDS = 6;

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Announces a completed action: visibly, and to screen readers through a live region, without moving the focus. */
export const useAnnounce = () => useContext(AnnounceContext);

export function LiveRegion({ children }: { children: ReactNode }) {
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setAnnouncement('');
    }, VISIBLE_SECONDS * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [announcement]);
  const announce = useCallback((words: string) => {
    setAnnouncement(words);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" className={announcement === '' ? '' : 'announcement'}>
        {announcement}
      </div>
    </AnnounceContext.Provider>
  );
}
