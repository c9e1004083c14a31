import { Descriptions } from 'antd';

/** Description list of labels and values; empty values are left out. */
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
