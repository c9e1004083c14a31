import { Descriptions } from 'antd';

/** What is known of something, each under its name; what is not known is left out. */
export function Facts({ facts }: { facts: [string, string | null | undefined][] }) {
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={facts
        .filter(([, value]) => value != null && value !== '')
        .map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}
