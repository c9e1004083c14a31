import { Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { condensed, isBlank } from '../../shared/format/typed';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { registrationWords } from './words';

/** Finds the other record of a merge by its number, and shows it before the merge. */
export function OtherRecordSearch<T>(props: {
  label: string;
  /** Text that describes the found record. */
  describe: (found: T) => string;
  emptyText: string;
  maxLength: number;
  found: T | undefined;
  find: (number: string) => Promise<T | undefined>;
  onFound: (found: T | undefined) => void;
}) {
  const { label, describe, emptyText, maxLength, found, find, onFound } = props;
  const { words } = useWords();
  const t = useText(registrationWords);
  const search = useMutation({
    mutationFn: async (number: string) => (await find(number)) ?? null,
    onSuccess: (other) => onFound(other ?? undefined),
  });

  return (
    <Form.Item
      name="intoId"
      label={label}
      extra={
        <span role="status">{found !== undefined ? describe(found) : search.data !== undefined && emptyText}</span>
      }
      rules={[
        { validator: () => (found === undefined ? Promise.reject(new Error(words.required)) : Promise.resolve()) },
      ]}
    >
      <Input.Search
        maxLength={maxLength}
        enterButton={t.mergeFind}
        loading={search.isPending}
        onSearch={(typed) => {
          onFound(undefined);
          if (!isBlank(typed)) {
            search.mutate(condensed(typed));
          }
        }}
      />
    </Form.Item>
  );
}
