import { Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { AreaSelect } from '../../shared/ui/AreaSelect';
import { VALIDATE_TRIGGER } from '../../shared/ui/rules';
import { useWords } from '../../shared/words/WordsContext';
import type { RegisterForm } from './registerForm';

const TEXT = ['investor', 'address', 'text'];

/**
 * Home address as free text, which the service resolves to a village; former place names work too. The clerk can also choose
 * the village by name.
 */
export function AddressFields({ isRequired = false }: { isRequired?: boolean }) {
  const { words } = useWords();
  const form = Form.useFormInstance<RegisterForm>();
  const text = (Form.useWatch(TEXT, form) as string | undefined) ?? '';
  const code = Form.useWatch(['investor', 'address', 'areaCode'], form) as string | undefined;
  const deferredText = useDeferredValue(text.trim());
  const resolved = useQuery({
    queryKey: ['resolve', deferredText],
    queryFn: () => unwrap(api.POST('/api/v1/areas/resolve', { body: { text: deferredText } })),
    enabled: deferredText.length >= 2 && code === undefined,
    retry: false,
  });
  const area = resolved.data?.area;
  const isUnknown = resolved.isError && code === undefined && deferredText !== '';
  useEffect(() => {
    const isLeft = document.activeElement?.id !== TEXT.join('_');
    if (isLeft && (isUnknown || code !== undefined)) {
      void form.validateFields([TEXT]).catch(() => undefined);
    }
  }, [isUnknown, code, form]);
  return (
    <div className="columns">
      <Form.Item
        name={TEXT}
        label={words.address}
        required={isRequired}
        rules={[
          {
            validateTrigger: 'onBlur',
            validator: () => (isUnknown ? Promise.reject(new Error(words.unresolved)) : Promise.resolve()),
          },
          {
            validateTrigger: 'onSubmit',
            validator: () =>
              isRequired && text.trim() === '' && code === undefined
                ? Promise.reject(new Error(words.required))
                : Promise.resolve(),
          },
        ]}
        validateTrigger={VALIDATE_TRIGGER}
        extra={
          <span aria-live="polite">
            {area !== undefined && code === undefined ? words.resolvedTo(area.name) : words.addressHint}
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
