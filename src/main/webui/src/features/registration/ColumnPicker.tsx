import { Select } from 'antd';
import type { Schemas } from '../../shared/api/client';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { registrationWords } from './words';

export type Column = Schemas['RegisterColumn'];

const COLUMNS: Column[] = ['NUMBER', 'NAME', 'PLATFORM', 'AREA', 'RECEIVED_ON', 'NET_LOSS', 'STATUS', 'HELPER'];

const DEFAULT_COLUMNS: Column[] = ['NUMBER', 'NAME', 'PLATFORM', 'RECEIVED_ON', 'NET_LOSS', 'STATUS'];

/** Columns from the query string, or the default columns. */
export function columnsOf(address: string | null): Column[] {
  const named = COLUMNS.filter((one) => address?.split(',').includes(one));
  return named.length === 0 ? DEFAULT_COLUMNS : named;
}

/** Selects the columns of the list. They are in the query string with the filters, so that a bookmark keeps them. */
export function ColumnPicker({ shown, onChange }: { shown: Column[]; onChange: (shown: Column[]) => void }) {
  const { labels } = useWords();
  const t = useText(registrationWords);
  return (
    <Select<Column[]>
      mode="multiple"
      aria-label={t.columns}
      maxTagCount={0}
      maxTagPlaceholder={t.columns}
      style={{ minWidth: 130 }}
      value={shown}
      options={COLUMNS.map((value) => ({ value, label: labels.RegisterColumn[value], disabled: value === 'NUMBER' }))}
      onChange={(chosen) => onChange(COLUMNS.filter((one) => chosen.includes(one)))}
    />
  );
}
