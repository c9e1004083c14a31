import { Input, type InputRef } from 'antd';
import type { FocusEventHandler, Ref } from 'react';
import { parseDay } from '../format/day';
import { useWords } from '../words/WordsContext';

interface DayInputProps {
  id?: string;
  ref?: Ref<InputRef>;
  value?: string;
  onChange?: (typed: string) => void;
  onBlur?: FocusEventHandler;
}

/**
 * Text input for a date. On blur, the input is formatted as 2019-04-10. Invalid text stays, and the field's rule shows the
 * error.
 */
export function DayInput({ value, onChange, onBlur, ...rest }: DayInputProps) {
  const { words } = useWords();
  return (
    <Input
      {...rest}
      value={value ?? ''}
      placeholder={words.dayHint}
      autoComplete="off"
      inputMode="numeric"
      maxLength={20}
      onChange={(event) => onChange?.(event.target.value)}
      onBlur={(event) => {
        const day = parseDay(value ?? '');
        if (day !== undefined && day !== value) {
          onChange?.(day);
        }
        onBlur?.(event);
      }}
    />
  );
}
