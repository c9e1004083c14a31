import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { isFilled } from './registerForm';

/** Disclosure widget (details) for optional fields: closed, unless the form starts with a value in one of them. */
export function CollapsibleSection({
  title,
  fields,
  children,
}: {
  title: string;
  fields: string[][];
  children: ReactNode;
}) {
  const form = Form.useFormInstance();
  const [isOpen] = useState(() => fields.some((field) => isValueFilled(form.getFieldValue(field))));
  return (
    <details className="spaced" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

const isValueFilled = (value: unknown) =>
  typeof value === 'object' && value !== null ? isFilled(value) : isFilled({ value });
