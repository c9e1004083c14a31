import { Form } from 'antd';
import type { ClipboardEvent } from 'react';
import type { Pasted } from '../../shared/format/pasted';
import { useAnnounce } from '../../shared/ui/Announcing';
import { useWords } from '../../shared/words/WordsContext';
import { isFilled, type RegisterForm } from './registerForm';

/** Rows pasted from a sheet into any field of a list: added below what is there, and told, with all that stayed empty. */
export function usePaste<R extends object>(list: 'investments' | 'repayments', read: (text: string) => Pasted<R>) {
  const { words } = useWords();
  const announce = useAnnounce();
  const form = Form.useFormInstance<RegisterForm>();
  return (event: ClipboardEvent) => {
    const { rows, unfinished, skipped, unused } = read(event.clipboardData.getData('text/plain'));
    if (rows.length === 0) {
      return;
    }
    event.preventDefault();
    const kept = ((form.getFieldValue(list) ?? []) as object[]).filter(isTyped);
    form.setFieldValue(list, [...kept, ...rows]);
    announce(
      [
        words.pasted(String(rows.length)),
        ...(unfinished === 0 ? [] : [words.pastedUnfinished(String(unfinished))]),
        ...(unused.length === 0 ? [] : [words.pasteUnused(unused.join('、'))]),
        ...(skipped.length === 0 ? [] : [words.pasteSkipped(skipped.join('；'))]),
      ].join('，'),
    );
  };
}

/** A new row of repayments has a kind by itself. */
const isTyped = (row: object) => isFilled({ ...row, kind: undefined });
