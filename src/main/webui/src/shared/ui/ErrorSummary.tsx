import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { focusField, type InvalidField } from '../api/forms';

interface ErrorSummaryProps {
  title: string;
  fields: InvalidField[];
  /** Errors that belong to no field. */
  lines: string[];
}

/** Error summary: the errors of the form, each with a link to its field. A single error focuses its field at once. */
export function ErrorSummary({ title, fields, lines }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [only, another] = fields;
    if (only !== undefined && another === undefined && lines.length === 0) {
      focusField(only.id);
    } else {
      summary.current?.focus();
      summary.current?.scrollIntoView({ block: 'center' });
    }
    // Only on mount, once for each attempt to submit: corrected fields leave the list without moving the focus.
  }, []);
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="spaced">
      <Alert
        type="error"
        showIcon
        title={title}
        description={
          <ul className="plain">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {fields.map(({ id, label, message }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(id);
                  }}
                >
                  {label === '' ? message : `${label}：${message}`}
                </a>
              </li>
            ))}
          </ul>
        }
      />
    </div>
  );
}
