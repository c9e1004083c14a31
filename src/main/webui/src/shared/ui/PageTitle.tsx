import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../words/WordsContext';

interface Props {
  children: ReactNode;
  /**
   * Title of the browser tab; the heading itself when absent. It stands in the history of the browser, so it must not name a
   * person.
   */
  tab?: string;
  className?: string;
}

/**
 * Heading of a screen. It also names the tab (WCAG 2.4.2). After navigation it takes the focus, so that a screen reader reads it
 * and the Tab key goes on from there; the first page of a visit and a field with autofocus keep theirs.
 */
export function PageTitle({ children, tab, className = 'page-title' }: Props) {
  const { words } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  useEffect(() => {
    document.title = `${tab ?? heading.current?.textContent ?? ''} · ${words.product}`;
  });
  useEffect(() => {
    const isInScreen = document.activeElement?.closest('main') != null;
    if (key !== 'default' && !isInScreen) {
      heading.current?.focus();
    }
    // A change of the filters in the address moves no focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
