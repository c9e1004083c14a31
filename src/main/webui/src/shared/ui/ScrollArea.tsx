import type { ReactNode } from 'react';

/** What may be wider than a phone: it scrolls by itself, with the keyboard too. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="wide">
      {children}
    </div>
  );
}
