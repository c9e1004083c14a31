import { Form, Input, Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { answer, api, type Schemas } from '../../shared/api/client';
import { useWords } from '../../shared/words/WordsContext';
import type { RegisterForm } from './registerForm';

/** Where they live: as people say it, old names too, and the village it belongs to; or the village chosen by name. */
export function AddressFields() {
  const { words } = useWords();
  const form = Form.useFormInstance<RegisterForm>();
  const text = (Form.useWatch(['investor', 'address', 'text'], form) as string | undefined) ?? '';
  const code = Form.useWatch(['investor', 'address', 'areaCode'], form) as string | undefined;
  const said = useDeferredValue(text.trim());
  const resolved = useQuery({
    queryKey: ['resolve', said],
    queryFn: () => answer(api.POST('/api/v1/areas/resolve', { body: { text: said } })),
    enabled: said.length >= 4 && code === undefined,
    retry: false,
  });
  const area = resolved.data?.area;
  return (
    <div className="columns">
      <Form.Item
        name={['investor', 'address', 'text']}
        label={words.address}
        extra={
          <span aria-live="polite">
            {area !== undefined && code === undefined
              ? words.resolvedTo(area.name)
              : resolved.isError && code === undefined
                ? words.unresolved
                : words.addressHint}
          </span>
        }
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name={['investor', 'address', 'areaCode']} label={words.area}>
        <AreaSelect />
      </Form.Item>
    </div>
  );
}

interface AreaSelectProps {
  id?: string;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

function AreaSelect({ id, value, onChange }: AreaSelectProps) {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const areas = useQuery({
    queryKey: ['areas', name],
    queryFn: () => answer(api.GET('/api/v1/areas', { params: { query: { name } } })),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const places = (areas.data?.items ?? []).filter(({ level }) => level === 'TOWN' || level === 'VILLAGE');
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...places.map(choice), { value: 'OUTSIDE', label: words.outside }]}
    />
  );
}

const choice = ({ code, successorCode, name }: Schemas['Area']) => ({ value: successorCode ?? code, label: name });
