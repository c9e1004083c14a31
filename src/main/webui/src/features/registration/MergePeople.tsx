import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { Panel } from '../../shared/ui/Panel';
import { ReasonField } from '../../shared/ui/ReasonField';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { OtherRecordSearch } from './OtherRecordSearch';
import { registrationWords } from './words';

type Investor = Schemas['Investor'];
type Merge = Schemas['InvestorMerge'];

interface MergeProps {
  person: Investor;
  onDone: (after: Investor) => void;
  onStale: () => unknown;
  onClose: () => void;
}

/**
 * Merges two records of one person. The user finds the other record by a document or registration number and sees its name
 * before merging.
 */
export function MergePeopleDialog({ person, ...rest }: MergeProps) {
  const { labels } = useWords();
  const t = useText(registrationWords);
  const [into, setInto] = useState<Investor>();
  return (
    <ActionDialog<{ reason: string }, Investor>
      {...rest}
      danger
      title={t.mergePeople}
      hint={t.mergePeopleHint}
      version={person.version}
      send={({ reason }, version) =>
        unwrap(
          api.POST('/api/v1/investors/{id}/merge', {
            body: { intoId: into?.id ?? '', reason },
            params: { path: { id: person.id }, ...ifMatch(version) },
          }),
        )
      }
    >
      <OtherRecordSearch
        label={t.mergePeopleInto}
        describe={(one) => `${one.name} ${labels.DocumentType[one.documentType]} ${one.documentNumber}`}
        emptyText={t.mergePeopleNone}
        maxLength={40}
        found={into}
        find={async (typed) => {
          const isRegistration = /^\d{4}-\d{6}-\d$/.test(typed);
          const body = isRegistration ? { registrationNumber: typed } : { documentNumber: typed };
          const page = await unwrap(api.POST('/api/v1/investors/lookup', { body }));
          return page.items.find(({ id }) => id !== person.id);
        }}
        onFound={setInto}
      />
      <ReasonField label={t.mergePeopleGrounds} />
    </ActionDialog>
  );
}

/**
 * Other documents of the person, from merged records, with date and reason. Another section chief than the one who merged may
 * undo a merge.
 */
export function OtherDocuments({ person }: { person: Investor }) {
  const { labels } = useWords();
  const t = useText(registrationWords);
  const roles = useRoles();
  const client = useQueryClient();
  const [undoing, setUndoing] = useState<Merge>();
  const merges = useQuery({
    queryKey: ['person', person.id, 'merges'],
    queryFn: () => unwrap(api.GET('/api/v1/investors/{id}/merges', { params: { path: { id: person.id } } })),
  });
  const found = merges.data?.items ?? [];
  if (found.length === 0) {
    return null;
  }
  const refresh = () => client.invalidateQueries({ queryKey: ['person'] });
  return (
    <Panel title={t.otherDocuments}>
      <ul className="plain">
        {found.map((merge) => (
          <li key={merge.id}>
            <div>
              {`${labels.DocumentType[merge.documentType]} ${merge.documentNumber} ${merge.name} `}
              {merge.undoneAt == null && roles.has('SECTION_CHIEF') && (
                <Button size="small" onClick={() => setUndoing(merge)}>
                  {t.undoMerge}
                </Button>
              )}
            </div>
            <div>{t.mergedBy(formatDateTime(merge.mergedAt), merge.mergedBy, merge.reason ?? '')}</div>
            {merge.undoneAt != null && (
              <div>{t.undoneBy(formatDateTime(merge.undoneAt), merge.undoneBy ?? '', merge.undoReason ?? '')}</div>
            )}
          </li>
        ))}
      </ul>
      {undoing !== undefined && (
        <UndoMergeDialog merge={undoing} onDone={refresh} onStale={refresh} onClose={() => setUndoing(undefined)} />
      )}
    </Panel>
  );
}

export function UndoMergeDialog({
  merge,
  ...rest
}: {
  merge: Merge;
  onDone: (after: Investor) => void;
  onStale: () => unknown;
  onClose: () => void;
}) {
  const t = useText(registrationWords);
  return (
    <ActionDialog<{ reason: string }, Investor>
      {...rest}
      danger
      title={t.undoMerge}
      hint={t.undoMergeHint}
      version={merge.version}
      send={({ reason }, version) =>
        unwrap(
          api.POST('/api/v1/investors/merges/{mergeId}/undo', {
            body: { reason },
            params: { path: { mergeId: merge.id }, ...ifMatch(version) },
          }),
        )
      }
    >
      <ReasonField />
    </ActionDialog>
  );
}
