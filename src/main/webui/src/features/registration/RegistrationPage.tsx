import { Alert, Flex, Timeline } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { formatMoney } from '../../shared/format/money';
import { formatDateTime } from '../../shared/format/time';
import { Loading } from '../../shared/ui/Loading';
import { DescriptionList } from '../../shared/ui/DescriptionList';
import { PageTitle } from '../../shared/ui/PageTitle';
import { Panel } from '../../shared/ui/Panel';
import type { Labels } from '../../shared/api/labels';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { Evidence } from './Evidence';
import { RegistrationMoney } from './RegistrationMoney';
import { RegistrationSteps } from './RegistrationSteps';
import { StatusTag } from './RegisterListPage';
import { registrationWords } from './words';

/** One registration: the investor, the amounts, the evidence and the history. */
export function RegistrationPage() {
  const { id = '' } = useParams();
  const registration = useQuery({
    queryKey: ['registration', id],
    queryFn: () => unwrap(api.GET('/api/v1/registrations/{id}', { params: { path: { id } } })),
  });
  return (
    <Loading query={registration}>{(found) => <RegistrationDetails key={found.id} registration={found} />}</Loading>
  );
}

function RegistrationDetails({ registration }: { registration: Schemas['Registration'] }) {
  const { words } = useWords();
  const roles = useRoles();
  const canWrite = roles.has('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF');
  const isActive = registration.status === 'RECEIVED' || registration.status === 'VERIFIED';
  return (
    <Flex vertical gap={16}>
      <PageTitle className="page-title tight" tab={registration.number}>
        {registration.investor.name} <small className="number">{registration.number}</small>{' '}
        <StatusTag status={registration.status} />
      </PageTitle>
      <RegistrationSteps registration={registration} />
      {registration.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={words.warnings}
          description={registration.warnings.map(({ code, message }) => (
            <div key={code}>{message}</div>
          ))}
        />
      )}
      <EndedNotice registration={registration} />
      <PersonPanel registration={registration} />
      <RegistrationMoney registration={registration} />
      {canWrite && <Evidence registration={registration} canAttach={isActive} />}
      <HistoryPanel id={registration.id} version={registration.version} />
    </Flex>
  );
}

/** Notice for an ended registration: the status, the reason, and the registration that it was merged into. */
function EndedNotice({ registration }: { registration: Schemas['Registration'] }) {
  const { labels } = useWords();
  const t = useText(registrationWords);
  const { status, endedAt, endReason, mergedIntoId, mergedIntoNumber } = registration;
  if (endedAt == null) {
    return null;
  }
  return (
    <Alert
      type="info"
      showIcon
      title={`${labels.RegistrationStatus[status]} · ${formatDateTime(endedAt)}`}
      description={
        <>
          {mergedIntoId != null && (
            <div>
              {t.mergedInto} <Link to={`/registrations/${mergedIntoId}`}>{mergedIntoNumber}</Link>
            </div>
          )}
          {endReason != null && <div>{endReason}</div>}
        </>
      }
    />
  );
}

function PersonPanel({ registration }: { registration: Schemas['Registration'] }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const { investor } = registration;
  const areas = useAreaNames([investor.areaCode]);
  const others = investor.registrations.filter(({ id }) => id !== registration.id);
  const entries: [string, string | null | undefined][] = [
    [words.documentNumber, `${labels.DocumentType[investor.documentType]} ${investor.documentNumber}`],
    [words.phone, investor.phone],
    [words.otherPhone, investor.otherPhone],
    [words.address, `${areas.get(investor.areaCode) ?? investor.areaCode} ${investor.streetAddress ?? ''}`.trim()],
    [
      words.emergencyContact,
      [investor.emergencyName, investor.emergencyRelation, investor.emergencyPhone]
        .filter((part) => part != null)
        .join(' '),
    ],
    [words.platform, registration.platformName],
    [words.channel, labels.Channel[registration.channel]],
    [words.receivedOn, `${formatDateTime(registration.receivedAt)} ${registration.receivedBy}`],
    [t.agent, describeAgent(registration, labels.Capacity)],
    [t.platformAccounts, registration.platformAccounts.map(({ username }) => username).join('、')],
    [t.salespersonName, registration.salespersonName],
    [t.actedAsSalesperson, registration.actedAsSalesperson ? t.yes : undefined],
    [t.policeReport, describePoliceReport(registration)],
    [words.evidence, registration.evidenceShown.map((kind) => labels.EvidenceKind[kind]).join('、')],
    [words.notices, registration.noticesGiven.map((notice) => labels.Notice[notice]).join('、')],
    [words.remark, registration.remark],
  ];
  return (
    <Panel title={words.person}>
      <DescriptionList entries={entries} />
      <p>
        <Link to={`/people/${investor.id}`}>{t.personPage}</Link>
      </p>
      {others.length > 0 && (
        <p>
          {`${words.otherRegistrations}：`}
          {others.map(({ id, number, status }) => (
            <Link key={id} to={`/registrations/${id}`} style={{ marginInlineEnd: 12 }}>
              {`${number} ${labels.RegistrationStatus[status]}`}
            </Link>
          ))}
        </p>
      )}
    </Panel>
  );
}

function describeAgent({ agent }: Schemas['Registration'], capacities: Labels['Capacity']): string | undefined {
  return agent == null
    ? undefined
    : [capacities[agent.capacity], agent.name, agent.relation, agent.documentNumber, agent.phone]
        .filter((part) => part != null)
        .join(' ');
}

function describePoliceReport({ policeReport }: Schemas['Registration']): string | undefined {
  return policeReport == null
    ? undefined
    : [policeReport.reportedOn, policeReport.authority, policeReport.receiptNumber]
        .filter((part) => part != null)
        .join(' ');
}

function HistoryPanel({ id, version }: { id: string; version: number }) {
  const { words, labels } = useWords();
  const history = useQuery({
    queryKey: ['registration', id, 'history', version],
    queryFn: () => unwrap(api.GET('/api/v1/registrations/{id}/history', { params: { path: { id } } })),
  });
  return (
    <Panel title={words.history}>
      <Loading query={history}>
        {(page) => (
          <Timeline
            items={page.items.map(({ what, happenedAt, happenedBy, reason, netLoss }) => ({
              key: `${happenedAt} ${what}`,
              content: (
                <>
                  <div>{`${formatDateTime(happenedAt)} ${labels.What[what]} · ${happenedBy} · ${words.netLoss} ${formatMoney(netLoss)}`}</div>
                  {reason != null && <div>{reason}</div>}
                </>
              ),
            }))}
          />
        )}
      </Loading>
    </Panel>
  );
}
