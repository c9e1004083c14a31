import { Form, Input } from 'antd';
import { useWords } from '../words/WordsContext';

/** Required reason, for actions that end or change a record. */
export function ReasonField({ name = 'reason', label }: { name?: string; label?: string }) {
  const { words } = useWords();
  return (
    <Form.Item name={name} label={label ?? words.reason} rules={[{ required: true, message: words.required }]}>
      <Input.TextArea maxLength={500} rows={2} />
    </Form.Item>
  );
}
