import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { isFilled } from './registerForm';

/** Disclosure (details) around what only some need: shut, unless what the form is filled with has something in it. */
export function Part({ title, fields, children }: { title: string; fields: string[][]; children: ReactNode }) {
  const form = Form.useFormInstance();
  const [isOpen] = useState(() => fields.some((field) => holds(form.getFieldValue(field))));
  return (
    <details className="spaced" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

const holds = (value: unknown) => (typeof value === 'object' && value !== null ? isFilled(value) : isFilled({ value }));
