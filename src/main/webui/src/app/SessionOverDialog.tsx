import { Modal } from 'antd';
import { SignInForm } from '../shared/auth/SignInForm';
import type { Viewer } from '../shared/auth/SessionContext';
import { skipLeavePrompt } from '../shared/ui/unsavedChanges';
import { useWords } from '../shared/words/WordsContext';

/** Sign-in dialog over the open page. The same user signs in and continues; another user gets a fresh start page. */
export function SessionOverDialog({ viewer, onBack }: { viewer: Viewer; onBack: () => void }) {
  const { words } = useWords();
  return (
    <Modal open title={words.sessionOver} footer={null} closable={false} mask={{ closable: false }} keyboard={false}>
      <p>{words.sessionOverHint}</p>
      <SignInForm
        username={viewer.username}
        onSignedIn={(back) => {
          if (back.id === viewer.id) {
            onBack();
          } else {
            skipLeavePrompt();
            window.location.assign('/');
          }
        }}
      />
    </Modal>
  );
}
