import { Button, Flex, Segmented, Space, Tag, Timeline } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatDateTime } from '../../shared/format/time';
import { PageTitle } from '../../shared/ui/PageTitle';
import { Panel } from '../../shared/ui/Panel';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { BulletinEditor } from './BulletinEditor';
import { BulletinFiles } from './BulletinFiles';
import { FigureTable } from './FigureTable';
import { MissingCharacters } from './MissingCharacters';
import { type Step, StepDialog } from './StepDialog';
import { bulletinWords } from './words';

type Bulletin = Schemas['Bulletin'];
const VIEWS = ['preview', 'edit', 'figures', 'files'] as const;
type View = (typeof VIEWS)[number];

/** One bulletin: its text, status, files and history, and the next steps that the viewer may take. */
export function BulletinPage() {
  const { id = '' } = useParams();
  const bulletin = useQuery({
    queryKey: ['bulletin', id],
    queryFn: () => unwrap(api.GET('/api/v1/bulletins/{id}', { params: { path: { id } } })),
  });
  return <Loading query={bulletin}>{(found) => <BulletinDetails key={found.id} bulletin={found} />}</Loading>;
}

function BulletinDetails({ bulletin }: { bulletin: Bulletin }) {
  const t = useText(bulletinWords);
  const { labels } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const steps = useSteps(bulletin);
  const [step, setStep] = useState<Step>();
  const [search, setSearch] = useSearchParams();
  const canEdit = useRoles().has('CLERK', 'SECTION_CHIEF') && bulletin.status === 'DRAFT';
  const views = VIEWS.filter((view) => view !== 'edit' || canEdit);
  const view = views.find((one) => one === search.get('view')) ?? 'preview';
  const showResult = (after: Bulletin) => {
    client.setQueryData(['bulletin', after.id], after);
    void client.invalidateQueries({ queryKey: ['bulletins'] });
    if (after.id !== bulletin.id) {
      void navigate(`/bulletins/${after.id}`);
    }
  };
  const refresh = () => client.invalidateQueries({ queryKey: ['bulletin', bulletin.id] });
  return (
    <Flex vertical gap={16}>
      <div className="heading">
        <PageTitle className="page-title tight" tab={bulletin.title}>
          {bulletin.title} <Tag variant="outlined">{labels.BulletinStatus[bulletin.status]}</Tag>
        </PageTitle>
        <Space wrap>
          {steps.map((one) => (
            <Button
              key={one}
              type={FORWARD_STEPS.includes(one) ? 'primary' : 'default'}
              danger={one === 'makeVoid'}
              onClick={() => setStep(one)}
            >
              {t[one]}
            </Button>
          ))}
        </Space>
      </div>
      <div>
        {`${bulletin.weekStartsOn} – ${bulletin.weekEndsOn}`}
        {bulletin.year != null && bulletin.number != null && ` · ${t.serialOf(bulletin.year, bulletin.number)}`}
        {bulletin.issuedOn != null && ` · ${t.issuedOn} ${bulletin.issuedOn}`}
        {bulletin.correctsId != null && (
          <>
            {' · '}
            <Link to={`/bulletins/${bulletin.correctsId}`}>{t.corrects}</Link>
          </>
        )}
        {bulletin.correctedById != null && (
          <>
            {' · '}
            <Link to={`/bulletins/${bulletin.correctedById}`}>{t.correctedBy}</Link>
          </>
        )}
      </div>
      <MissingCharacters missing={bulletin.missingCharacters} />
      <div style={{ overflowX: 'auto' }}>
        <Segmented<View>
          aria-label={t.views}
          value={view}
          options={views.map((value) => ({ value, label: t[value] }))}
          onChange={(value) => setSearch({ view: value }, { replace: true })}
        />
      </div>
      {view === 'preview' && (
        <iframe
          key={bulletin.version}
          title={t.preview}
          className="preview"
          src={`/api/v1/bulletins/${bulletin.id}.html`}
        />
      )}
      {view === 'edit' && <BulletinEditor bulletin={bulletin} onSaved={showResult} onStale={refresh} />}
      {view === 'figures' && <FigureTable figures={bulletin.figures} />}
      {view === 'files' && <BulletinFiles bulletin={bulletin} />}
      <Panel title={t.steps}>
        <Timeline
          items={bulletin.steps.map(({ action, takenBy, takenAt, reason }) => ({
            key: `${takenAt} ${action}`,
            content: (
              <>
                <div>{`${formatDateTime(takenAt)} ${labels.BulletinAction[action]} · ${takenBy}`}</div>
                {reason != null && <div>{reason}</div>}
              </>
            ),
          }))}
        />
        {bulletin.deliveries.length > 0 && <h3>{t.deliveries}</h3>}
        <ul>
          {bulletin.deliveries.map(({ occasion, reader, sentAt, attempts }) => (
            <li key={`${occasion} ${reader}`}>
              {sentAt == null ? t.notSent(reader, attempts) : t.sent(reader, formatDateTime(sentAt))}
            </li>
          ))}
        </ul>
      </Panel>
      {step !== undefined && (
        <StepDialog
          bulletin={bulletin}
          step={step}
          onDone={showResult}
          onStale={refresh}
          onClose={() => setStep(undefined)}
        />
      )}
    </Flex>
  );
}

const FORWARD_STEPS: Step[] = ['submit', 'review', 'issue'];

/** Steps that the viewer's roles allow in the current status. The service checks that nobody reviews their own bulletin. */
function useSteps({ status, correctedById }: Bulletin): Step[] {
  const roles = useRoles();
  const isWriter = roles.has('CLERK', 'SECTION_CHIEF');
  const isReviewer = roles.has('SECTION_CHIEF', 'DIRECTOR');
  const steps: Partial<Record<Bulletin['status'], [Step, boolean][]>> = {
    DRAFT: [
      ['submit', isWriter],
      ['regenerate', isWriter],
    ],
    SUBMITTED: [
      ['review', isReviewer],
      ['sendBack', isReviewer],
    ],
    REVIEWED: [
      ['issue', roles.has('DIRECTOR')],
      ['sendBack', isReviewer],
    ],
    ISSUED: [
      ['correct', isWriter && correctedById == null],
      ['makeVoid', isReviewer],
    ],
  };
  return (steps[status] ?? []).filter(([, may]) => may).map(([step]) => step);
}
