import { useEffect } from 'react';

let locks = 0;

/**
 * Prevents the page behind a dialog from scrolling. Replaces the module of @rc-component/portal, which adds a style element
 * that the content security policy blocks (see vite.config.ts).
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
