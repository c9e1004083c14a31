import { Descriptions } from 'antd';

/** What is known of something, each under its name; what is not known is left out. */
export function DescriptionList({ entries }: { entries: [string, string | null | undefined][] }) {
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={entries
        .filter(([, value]) => value != null && value !== '')
        .map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}
