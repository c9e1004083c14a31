import { Select } from 'antd';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { registrationWords } from './words';

export const COLUMNS = ['number', 'name', 'platform', 'area', 'receivedOn', 'netLoss', 'status', 'helper'] as const;
export type Column = (typeof COLUMNS)[number];

export const USUAL_COLUMNS: Column[] = ['number', 'name', 'platform', 'receivedOn', 'netLoss', 'status'];

/** Which columns the list shows; they stand in its address with the filters, to be kept as a bookmark. */
export function ColumnPicker({ shown, onChange }: { shown: Column[]; onChange: (shown: Column[]) => void }) {
  const { words } = useWords();
  const said = useOf(registrationWords);
  const label: Record<Column, string> = {
    number: words.number,
    name: words.name,
    platform: words.platform,
    area: words.area,
    receivedOn: words.receivedOn,
    netLoss: words.netLoss,
    status: words.status,
    helper: said.helper,
  };
  return (
    <Select<Column[]>
      mode="multiple"
      aria-label={said.columns}
      maxTagCount={0}
      maxTagPlaceholder={said.columns}
      style={{ minWidth: 130 }}
      value={shown}
      options={COLUMNS.map((value) => ({ value, label: label[value], disabled: value === 'number' }))}
      onChange={(chosen) => onChange(COLUMNS.filter((one) => chosen.includes(one)))}
    />
  );
}
