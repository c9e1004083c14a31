import { Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { answer, api } from '../../shared/api/client';
import { AreaSelect } from '../../shared/ui/AreaSelect';
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
