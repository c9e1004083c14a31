import { Button, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../shared/api/client';
import { SignInForm } from '../shared/auth/SignInForm';
import type { Viewer } from '../shared/auth/SessionContext';
import { PageTitle } from '../shared/ui/PageTitle';
import { Panel } from '../shared/ui/Panel';
import { useWords } from '../shared/words/WordsContext';

export function SignInPage({ onSignedIn }: { onSignedIn: (viewer: Viewer) => void }) {
  const { words, switchLanguage } = useWords();
  const oidcOffer = useQuery({
    queryKey: ['oidc-offer'],
    queryFn: () => unwrap(api.GET('/api/v1/session/oidc/offer')),
    staleTime: Infinity,
  });
  return (
    <main className="sign-in">
      <Panel>
        <Flex justify="space-between" align="baseline" gap={16}>
          <PageTitle className="sign-in-title" tab={words.signIn}>
            {words.product}
          </PageTitle>
          <Button size="small" onClick={switchLanguage}>
            {words.language}
          </Button>
        </Flex>
        <SignInForm onSignedIn={onSignedIn} />
        {oidcOffer.data?.offered === true && (
          <Button block size="large" href="/api/v1/session/oidc" style={{ marginBlockStart: 12 }}>
            {words.signInWithOidc}
          </Button>
        )}
        <p style={{ marginBlock: '12px 0', fontSize: '0.85em', textAlign: 'end' }}>
          <a href="/licenses.txt">{words.licences}</a>
        </p>
      </Panel>
    </main>
  );
}
