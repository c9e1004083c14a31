import { theme } from 'antd';
import type { ReactNode } from 'react';

/** A part of a screen, with its heading. (antd's Card would bring its tabs along to the first screen.) */
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
