import { Alert, Button, Flex } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { Facts } from '../../shared/ui/Facts';
import { Panel } from '../../shared/ui/Panel';
import { Waiting } from '../../shared/ui/Waiting';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { Branches } from './Branches';
import { Disclosures } from './Disclosures';
import { PlatformDialog } from './PlatformDialog';
import { platformWords } from './words';

/** One platform: who runs it, where its case stands, its branches here and what it has disclosed. */
export function PlatformPage() {
  const { id = '' } = useParams();
  const platform = useQuery({
    queryKey: ['platform', id],
    queryFn: () => answer(api.GET('/api/v1/platforms/{id}', { params: { path: { id } } })),
  });
  return <Waiting query={platform}>{(found) => <Shown key={found.id} platform={found} />}</Waiting>;
}

function Shown({ platform }: { platform: Schemas['Platform'] }) {
  const { words } = useWords();
  const said = useOf(platformWords);
  const { labels } = useWords();
  const roles = useRoles();
  const client = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const window = (days: Schemas['RegistrationWindow'] | null | undefined) =>
    days == null ? undefined : `${days.opensOn ?? ''} – ${days.closesOn ?? ''}`;
  const shown: [string, string | null | undefined][] = [
    [said.company, platform.company],
    [said.creditCode, platform.companyCreditCode],
    [said.aliases, platform.aliases.join('、')],
    [said.kind, labels.PlatformKind[platform.kind]],
    [said.stage, labels.PlatformStage[platform.stage]],
    [said.police, platform.policeAuthority],
    [said.caseNumber, platform.policeCaseNumber],
    [said.firstWindow, window(platform.firstWindow)],
    [said.supplementaryWindow, window(platform.supplementaryWindow)],
    [said.lossFormula, said.formula(platform.setOff.map((part) => labels.SetOff[part]))],
    [said.watched, platform.watchedSince == null ? undefined : said.watchedSince(platform.watchedSince)],
  ];
  return (
    <Flex vertical gap={16}>
      <div className="heading">
        <h1 style={{ marginBlockEnd: 0 }}>{platform.name}</h1>
        {roles.is('SECTION_CHIEF') && <Button onClick={() => setChanging(true)}>{said.change}</Button>}
      </div>
      {platform.warnings.length > 0 && <Alert type="warning" showIcon title={said.creditCodeFails} />}
      <Panel title={words.platform}>
        <Facts facts={shown} />
      </Panel>
      <Branches platformId={platform.id} />
      <Disclosures platformId={platform.id} />
      {isChanging && (
        <PlatformDialog
          platform={platform}
          onClose={() => setChanging(false)}
          onStale={() => client.invalidateQueries({ queryKey: ['platform', platform.id] })}
          onDone={(after) => {
            client.setQueryData(['platform', platform.id], after);
            void client.invalidateQueries({ queryKey: ['platforms'] });
          }}
        />
      )}
    </Flex>
  );
}
