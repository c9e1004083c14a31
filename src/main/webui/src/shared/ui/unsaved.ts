import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

let isLeaving = false;

/** For a page that is left on purpose, such as by signing out: the browser does not ask once more. */
export const leaveUnasked = () => {
  isLeaving = true;
};

/** An empty field, an empty list and a box without its mark are nothing, however they came to be so. */
const nothing = (_: string, value: unknown) =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value;

const written = (values: unknown) => JSON.stringify(values ?? {}, nothing);

/**
 * Unsaved changes: whether a form holds anything other than what it was opened with, typed or pasted. While it does, the Back
 * key of the browser and every link wait for an answer.
 */
export function useUnsaved(form: FormInstance, initial: object | undefined) {
  const isOver = useRef(false);
  const opened = useRef(initial);
  const isChanged = () => !isOver.current && written(form.getFieldsValue(true)) !== written(opened.current);
  const ask = useRef(isChanged);
  useEffect(() => {
    ask.current = isChanged;
  });
  const blocker = useBlocker(() => ask.current());
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (ask.current() && !isLeaving) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', unload);
    return () => window.removeEventListener('beforeunload', unload);
  }, []);
  return {
    isChanged,
    blocker,
    /** It was sent: nothing of it is unsaved any more. */
    sent: () => {
      isOver.current = true;
    },
  };
}
