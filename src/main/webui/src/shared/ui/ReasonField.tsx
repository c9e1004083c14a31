import { Form, Input } from 'antd';
import { useWords } from '../words/WordsContext';

/** Why it is done; every step that ends or changes something for somebody asks for it. */
export function ReasonField({ name = 'reason', label }: { name?: string; label?: string }) {
  const { words } = useWords();
  return (
    <Form.Item name={name} label={label ?? words.reason} rules={[{ required: true, message: words.required }]}>
      <Input.TextArea maxLength={500} rows={2} />
    </Form.Item>
  );
}
