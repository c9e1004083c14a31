import { Form } from 'antd';
import { useState, type ClipboardEvent } from 'react';
import type { ParsedRows } from '../../shared/format/pasted';
import { useWords } from '../../shared/words/WordsContext';
import { isFilled, type RegisterForm } from './registerForm';

/**
 * Rows pasted from a spreadsheet into any field of a list are appended to the existing rows. The result, with empty and skipped
 * cells, stays visible while the form is open, because the clerk has to work through it.
 */
export function usePaste<R extends object>(list: 'investments' | 'repayments', read: (text: string) => ParsedRows<R>) {
  const { words } = useWords();
  const [result, setResult] = useState<{ text: string; isComplete: boolean }>();
  const form = Form.useFormInstance<RegisterForm>();
  const paste = (event: ClipboardEvent) => {
    const { rows, unfinished, skipped, unused } = read(event.clipboardData.getData('text/plain'));
    if (rows.length === 0) {
      return;
    }
    event.preventDefault();
    const existing = ((form.getFieldValue(list) ?? []) as object[]).filter(hasInput);
    form.setFieldValue(list, [...existing, ...rows]);
    setResult({
      isComplete: unfinished === 0 && unused.length === 0 && skipped.length === 0,
      text: [
        words.pasted(String(rows.length)),
        ...(unfinished === 0 ? [] : [words.pastedUnfinished(String(unfinished))]),
        ...(unused.length === 0 ? [] : [words.pasteUnused(unused.join('、'))]),
        ...(skipped.length === 0 ? [] : [words.pasteSkipped(skipped.join('；'))]),
      ].join('，'),
    });
  };
  return { paste, result };
}

/** A row has input if a field other than the kind is filled in: new repayments start with a kind. */
const hasInput = (row: object) => isFilled({ ...row, kind: undefined });
