import type { ReactNode } from 'react';

/** Horizontal scroll area for content that may be wider than a phone; it can be scrolled with the keyboard. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="wide">
      {children}
    </div>
  );
}
