import { Input, type InputRef } from 'antd';
import { useState, type FocusEventHandler, type Ref } from 'react';
import { formatPartialDate, parsePartialDate } from '../format/partialDate';
import { useWords } from '../words/WordsContext';

interface PartialDateInputProps {
  id?: string;
  ref?: Ref<InputRef>;
  value?: string | null;
  onChange?: (typed: string) => void;
  onBlur?: FocusEventHandler;
}

/**
 * Text input for a partial date: a day, a month or a year, or one of them with 约. On blur, the parsed date is formatted.
 * Invalid text stays, and the field's rule shows the error.
 */
export function PartialDateInput({ value, onChange, onBlur, ...rest }: PartialDateInputProps) {
  const { words, language } = useWords();
  const [typing, setTyping] = useState<string>();
  const date = parsePartialDate(value ?? '');
  const shown = date === undefined ? (value ?? '') : formatPartialDate(date, language);
  return (
    <Input
      {...rest}
      value={typing !== undefined && typing === value ? typing : shown}
      placeholder={words.partialDateHint}
      autoComplete="off"
      maxLength={24}
      onChange={(event) => {
        setTyping(event.target.value);
        onChange?.(event.target.value);
      }}
      onBlur={(event) => {
        setTyping(undefined);
        if (date !== undefined && date !== value) {
          onChange?.(date);
        }
        onBlur?.(event);
      }}
    />
  );
}
