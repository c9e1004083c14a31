import { Alert, Button, Flex } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { DescriptionList } from '../../shared/ui/DescriptionList';
import { PageTitle } from '../../shared/ui/PageTitle';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { Branches } from './Branches';
import { Disclosures } from './Disclosures';
import { PlatformDialog } from './PlatformDialog';
import { platformWords } from './words';

/** One platform: its company, the stage of its case, its branches in the district and its disclosures. */
export function PlatformPage() {
  const { id = '' } = useParams();
  const platform = useQuery({
    queryKey: ['platform', id],
    queryFn: () => unwrap(api.GET('/api/v1/platforms/{id}', { params: { path: { id } } })),
  });
  return <Loading query={platform}>{(found) => <PlatformDetails key={found.id} platform={found} />}</Loading>;
}

function PlatformDetails({ platform }: { platform: Schemas['Platform'] }) {
  const { words } = useWords();
  const t = useText(platformWords);
  const { labels } = useWords();
  const roles = useRoles();
  const client = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const window = (days: Schemas['RegistrationWindow'] | null | undefined) =>
    days == null ? undefined : `${days.opensOn ?? ''} – ${days.closesOn ?? ''}`;
  const entries: [string, string | null | undefined][] = [
    [t.company, platform.company],
    [t.creditCode, platform.companyCreditCode],
    [t.aliases, platform.aliases.join('、')],
    [t.kind, labels.PlatformKind[platform.kind]],
    [t.stage, labels.PlatformStage[platform.stage]],
    [t.police, platform.policeAuthority],
    [t.caseNumber, platform.policeCaseNumber],
    [t.firstWindow, window(platform.firstWindow)],
    [t.supplementaryWindow, window(platform.supplementaryWindow)],
    [t.lossFormula, t.formula(platform.setOff.map((part) => labels.SetOff[part]))],
    [t.watched, platform.watchedSince == null ? undefined : t.watchedSince(platform.watchedSince)],
  ];
  return (
    <Flex vertical gap={16}>
      <div className="heading">
        <PageTitle className="page-title tight">{platform.name}</PageTitle>
        {roles.has('SECTION_CHIEF') && <Button onClick={() => setChanging(true)}>{t.change}</Button>}
      </div>
      {platform.warnings.length > 0 && <Alert type="warning" showIcon title={t.creditCodeFails} />}
      <Panel title={words.platform}>
        <DescriptionList entries={entries} />
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
