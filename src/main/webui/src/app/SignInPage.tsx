import { Button, Flex } from 'antd';
import { SignInForm } from '../shared/auth/SignInForm';
import type { Viewer } from '../shared/auth/SessionContext';
import { Panel } from '../shared/ui/Panel';
import { useWords } from '../shared/words/WordsContext';

export function SignInPage({ onSignedIn }: { onSignedIn: (viewer: Viewer) => void }) {
  const { words, switchLanguage } = useWords();
  return (
    <main className="sign-in">
      <Panel>
        <Flex justify="space-between" align="baseline" gap={16}>
          <h1 style={{ fontSize: '1.4em', marginBlockStart: 0 }}>{words.product}</h1>
          <Button size="small" onClick={switchLanguage}>
            {words.language}
          </Button>
        </Flex>
        <SignInForm onSignedIn={onSignedIn} />
      </Panel>
    </main>
  );
}
