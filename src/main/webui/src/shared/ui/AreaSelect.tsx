import { Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, type Schemas, unwrap } from '../api/client';
import { OUTSIDE, useAreaNames } from '../api/lists';
import { useWords } from '../words/WordsContext';

const townOf = (code: string | null | undefined) => (code == null ? undefined : `${code.slice(0, 9)}000`);

interface AreaSelectProps {
  id?: string;
  label?: string;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

/** Select for a town or a village with search by name, including former names. The value is always a current code. */
export function AreaSelect({ id, label, value, onChange }: AreaSelectProps) {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const areas = useQuery({
    queryKey: ['areas', name],
    queryFn: () => unwrap(api.GET('/api/v1/areas', { params: { query: { name } } })),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const places = (areas.data?.items ?? []).filter(({ level }) => level === 'TOWN' || level === 'VILLAGE');
  const names = useAreaNames([
    ...(value == null ? [] : [value]),
    ...places.flatMap(({ parentCode, successorCode }) =>
      [parentCode, successorCode, townOf(successorCode)].filter((one) => one != null),
    ),
  ]);
  // Several towns have villages of the same name, so the label names the town. A former area is replaced by its successor.
  const choice = ({ code, successorCode, parentCode, level, name: called }: Schemas['Area']) => {
    const now = names.get(successorCode ?? '') ?? called;
    const town = names.get(townOf(successorCode) ?? parentCode ?? '') ?? '';
    return {
      value: successorCode ?? code,
      label: now !== called ? words.nowCalled(called, now) : level === 'VILLAGE' ? `${called}（${town}）` : called,
    };
  };
  const found = [
    ...new Map(places.map(choice).map((one) => [one.value, one])).values(),
    { value: OUTSIDE, label: words.outside },
  ];
  const chosen =
    value == null || found.some((one) => one.value === value) ? [] : [{ value, label: names.get(value) ?? value }];
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={label ?? words.areaHint}
      style={{ minWidth: 180 }}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...chosen, ...found]}
    />
  );
}
