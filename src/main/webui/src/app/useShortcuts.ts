import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;

/**
 * Keys for every screen: `/` or Ctrl+K searches, `?` shows the shortcuts. Single characters do nothing while the user types or
 * answers a dialog (WCAG 2.1.4).
 */
export function useShortcuts(onSearch: () => void, onHelp: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSingle = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (isSearch || (isSingle && event.key === '/')) {
        event.preventDefault();
        onSearch();
      } else if (isSingle && event.key === '?') {
        event.preventDefault();
        onHelp();
      }
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  });
}
