import { Alert, Flex, Timeline } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../shared/api/client';
import { useAreaNames } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { money } from '../../shared/format/money';
import { moment } from '../../shared/format/time';
import { Loading } from '../../shared/ui/Loading';
import { Facts } from '../../shared/ui/Facts';
import { Panel } from '../../shared/ui/Panel';
import type { Labels } from '../../shared/api/labels';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { Evidence } from './Evidence';
import { RegistrationMoney } from './RegistrationMoney';
import { RegistrationSteps } from './RegistrationSteps';
import { StatusTag } from './RegisterListPage';
import { registrationWords } from './words';

/** One registration and the person behind it: what was said, what was lost, what happened. */
export function RegistrationPage() {
  const { id = '' } = useParams();
  const registration = useQuery({
    queryKey: ['registration', id],
    queryFn: () => answer(api.GET('/api/v1/registrations/{id}', { params: { path: { id } } })),
  });
  return <Loading query={registration}>{(found) => <Shown key={found.id} registration={found} />}</Loading>;
}

function Shown({ registration }: { registration: Schemas['Registration'] }) {
  const { words } = useWords();
  const roles = useRoles();
  const mayWrite = roles.is('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF');
  const isLive = registration.status === 'RECEIVED' || registration.status === 'VERIFIED';
  return (
    <Flex vertical gap={16}>
      <h1 style={{ marginBlockEnd: 0 }}>
        {registration.investor.name} <small className="number">{registration.number}</small>{' '}
        <StatusTag status={registration.status} />
      </h1>
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
      <HowItEnded registration={registration} />
      <Person registration={registration} />
      <RegistrationMoney registration={registration} />
      {mayWrite && <Evidence registration={registration} mayAttach={isLive} />}
      <History id={registration.id} version={registration.version} />
    </Flex>
  );
}

/** Somebody with the slip of an ended registration is told how it ended, and where it goes on. */
function HowItEnded({ registration }: { registration: Schemas['Registration'] }) {
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
      title={`${labels.RegistrationStatus[status]} · ${moment(endedAt)}`}
      description={
        <>
          {mergedIntoId != null && (
            <div>
              {t.livesOnIn} <Link to={`/registrations/${mergedIntoId}`}>{mergedIntoNumber}</Link>
            </div>
          )}
          {endReason != null && <div>{endReason}</div>}
        </>
      }
    />
  );
}

function Person({ registration }: { registration: Schemas['Registration'] }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const { investor } = registration;
  const areas = useAreaNames([investor.areaCode]);
  const others = investor.registrations.filter(({ id }) => id !== registration.id);
  const shown: [string, string | null | undefined][] = [
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
    [words.receivedOn, `${moment(registration.receivedAt)} ${registration.receivedBy}`],
    [t.agent, agentOf(registration, labels.Capacity)],
    [t.platformAccounts, registration.platformAccounts.map(({ username }) => username).join('、')],
    [t.salespersonName, registration.salespersonName],
    [t.actedAsSalesperson, registration.actedAsSalesperson ? t.yes : undefined],
    [t.policeReport, policeReportOf(registration)],
    [words.evidence, registration.evidenceShown.map((kind) => labels.EvidenceKind[kind]).join('、')],
    [words.notices, registration.noticesGiven.map((notice) => labels.Notice[notice]).join('、')],
    [words.remark, registration.remark],
  ];
  return (
    <Panel title={words.person}>
      <Facts facts={shown} />
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

function agentOf({ agent }: Schemas['Registration'], capacities: Labels['Capacity']): string | undefined {
  return agent == null
    ? undefined
    : [capacities[agent.capacity], agent.name, agent.relation, agent.documentNumber, agent.phone]
        .filter((part) => part != null)
        .join(' ');
}

function policeReportOf({ policeReport }: Schemas['Registration']): string | undefined {
  return policeReport == null
    ? undefined
    : [policeReport.reportedOn, policeReport.authority, policeReport.receiptNumber]
        .filter((part) => part != null)
        .join(' ');
}

function History({ id, version }: { id: string; version: number }) {
  const { words, labels } = useWords();
  const history = useQuery({
    queryKey: ['registration', id, 'history', version],
    queryFn: () => answer(api.GET('/api/v1/registrations/{id}/history', { params: { path: { id } } })),
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
                  <div>{`${moment(happenedAt)} ${labels.What[what]} · ${happenedBy} · ${words.netLoss} ${money(netLoss)}`}</div>
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
