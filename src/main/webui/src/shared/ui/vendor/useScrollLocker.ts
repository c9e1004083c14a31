import { useEffect } from 'react';

let locks = 0;

/**
 * Keeps the page behind a dialog from scrolling. In place of the portal's own, which writes a style element that the policy of
 * the page refuses (see vite.config.ts).
 */
export default function useScrollLocker(isLocked?: boolean) {
  useEffect(() => {
    if (isLocked !== true) {
      return undefined;
    }
    locks++;
    document.body.classList.add('locked');
    return () => {
      locks--;
      document.body.classList.toggle('locked', locks > 0);
    };
  }, [isLocked]);
}
