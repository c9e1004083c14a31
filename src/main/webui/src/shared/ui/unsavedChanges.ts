import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

let isLeaving = false;

/** Disables the browser's leave prompt, such as for signing out. */
export const skipLeavePrompt = () => {
  isLeaving = true;
};

/** Replacer for JSON.stringify: an empty field, an empty list and an unchecked checkbox equal a missing value. */
const omitEmpty = (_: string, value: unknown) =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value;

const serialized = (values: unknown) => JSON.stringify(values ?? {}, omitEmpty);

/**
 * Unsaved changes: compares the form with its initial values, including pasted values. With changes, the Back button and links
 * are blocked until the user confirms.
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
    /** Marks the input as sent; there are no unsaved changes any more. */
    markSent: () => {
      isSent.current = true;
    },
  };
}
