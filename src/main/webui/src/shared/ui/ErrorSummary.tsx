import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { focusField, type InvalidField } from '../api/forms';

interface ErrorSummaryProps {
  title: string;
  fields: InvalidField[];
  /** What is wrong and has no field here. */
  lines: string[];
}

/** Everything that keeps a form from being sent, each a way to its field; where it is only one, that is gone to at once. */
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
    // Once for each try to send: what is put right meanwhile leaves the list, and the cursor where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
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
                  onClick={(click) => {
                    click.preventDefault();
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
