import { Form } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ProblemError } from '../api/client';
import { clearFieldErrors, setFieldErrors, withoutNulls } from '../api/forms';
import { useWords } from '../words/WordsContext';
import { useAnnounce } from './LiveRegion';
import { type Difference, VersionComparison } from './VersionComparison';
import { FormDialog } from './FormDialog';
import { ProblemAlert } from './ProblemAlert';
import { useUnsavedChanges } from './unsavedChanges';

interface ActionDialogProps<V extends object, R> {
  title: string;
  hint?: ReactNode;
  okText?: string;
  danger?: boolean;
  width?: number;
  initialValues?: object;
  /** Version of the record that the action changes. */
  version?: number;
  /** Sends the request. The version is the one at opening, or the current one after the user has seen both versions. */
  send: (values: V, version: number) => Promise<R>;
  onDone?: (result: R) => void;
  /**
   * Called when another user has changed the record: refetches it, so that the user sees the new version before the next
   * attempt.
   */
  onStale?: () => unknown;
  /** Compares the input with the refetched record; shown when another user has changed it. */
  compare?: (values: V) => Difference[];
  onClose: () => void;
  children?: ReactNode;
}

/**
 * Dialog for one action on a record. It sends the request once, shows the service's errors at their fields, and keeps the input
 * after a refusal or a conflict with another user's change.
 */
export function ActionDialog<V extends object, R>(props: ActionDialogProps<V, R>) {
  const { title, hint, okText = title, danger = false, width, version = 0, send, onDone, onStale, compare } = props;
  const { words } = useWords();
  const announce = useAnnounce();
  const [form] = Form.useForm<V>();
  const [initial] = useState(() => withoutNulls(props.initialValues));
  const unsaved = useUnsavedChanges(form, initial);
  const [lines, setLines] = useState<string[]>();
  // The record may be refetched while the dialog is open. The version at opening prevents overwriting changes that the user has
  // not seen.
  const [openedVersion] = useState(version);
  const [hasSeenBoth, setSeenBoth] = useState(false);
  const action = useMutation({
    mutationFn: (values: V) => send(values, hasSeenBoth ? version : openedVersion),
    onSuccess: (result) => {
      unsaved.markSent();
      announce(words.done);
      onDone?.(result);
      props.onClose();
    },
    onError: (error) => {
      const wasStale = isStale(error);
      setLines(wasStale ? [words.staleHint] : setFieldErrors(form, error));
      if (wasStale) {
        setSeenBoth(true);
        void onStale?.();
      }
    },
  });
  return (
    <FormDialog
      form={form}
      unsaved={unsaved}
      title={title}
      okText={okText}
      cancelText={words.cancel}
      okButtonProps={{ danger, loading: action.isPending }}
      {...(width === undefined ? {} : { width })}
      onClose={props.onClose}
    >
      {hint !== undefined && <div className="spaced">{hint}</div>}
      <ProblemAlert error={action.error} lines={lines} />
      {isStale(action.error) && compare !== undefined && (
        <VersionComparison differences={compare(form.getFieldsValue(true) as V)} />
      )}
      <Form<V>
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError={{ focus: true }}
        onValuesChange={(changed) => clearFieldErrors(form, changed)}
        onFinish={() => {
          if (!action.isPending) {
            action.mutate(form.getFieldsValue(true) as V);
          }
        }}
      >
        {props.children}
      </Form>
    </FormDialog>
  );
}

export const isStale = (error: unknown) => error instanceof ProblemError && error.status === 412;
