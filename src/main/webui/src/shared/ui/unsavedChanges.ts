import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

let isLeaving = false;

/** For a page that is left on purpose, such as by signing out: the browser does not ask once more. */
export const skipLeavePrompt = () => {
  isLeaving = true;
};

/** An empty field, an empty list and a box without its mark are nothing, however they came to be so. */
const omitEmpty = (_: string, value: unknown) =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value;

const serialized = (values: unknown) => JSON.stringify(values ?? {}, omitEmpty);

/**
 * Unsaved changes: whether a form holds anything other than what it was opened with, typed or pasted. While it does, the Back
 * key of the browser and every link wait for an answer.
 */
export function useUnsavedChanges(form: FormInstance, initial: object | undefined) {
  const isSent = useRef(false);
  const initialRef = useRef(initial);
  const isChanged = () => !isSent.current && serialized(form.getFieldsValue(true)) !== serialized(initialRef.current);
  const isChangedRef = useRef(isChanged);
  useEffect(() => {
    isChangedRef.current = isChanged;
  });
  const blocker = useBlocker(() => isChangedRef.current());
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (isChangedRef.current() && !isLeaving) {
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
    markSent: () => {
      isSent.current = true;
    },
  };
}
