import { theme } from 'antd';
import type { ReactNode } from 'react';

/** Section of a screen with a heading. antd's Card would add its tabs to the bundle of the first screen. */
export function Panel({ title, children }: { title?: string; children: ReactNode }) {
  const { token } = theme.useToken();
  return (
    <section
      className="panel"
      style={{ background: token.colorBgContainer, borderColor: token.colorBorderSecondary, color: token.colorText }}
    >
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  );
}
