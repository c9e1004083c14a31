import { Alert, Button, Descriptions, Flex, Form, Input, Modal, Space, Table, Timeline } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { answer, api, ifMatch, ProblemError, type Schemas } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { money } from '../../shared/format/money';
import { moment } from '../../shared/format/time';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Wide } from '../../shared/ui/Wide';
import { Waiting } from '../../shared/ui/Waiting';
import { Panel } from '../../shared/ui/Panel';
import { useAnnounce } from '../../shared/ui/Announcing';
import { useWords } from '../../shared/words/WordsContext';
import { ProposeAttention } from './ProposeAttention';
import { RevealDialog } from './RevealDialog';
import { StatusTag } from './RegisterListPage';

/** One registration and the person behind it: what was said, what was lost, what happened. */
export function RegistrationPage() {
  const { id = '' } = useParams();
  const registration = useQuery({
    queryKey: ['registration', id],
    queryFn: () => answer(api.GET('/api/v1/registrations/{id}', { params: { path: { id } } })),
  });
  return <Waiting query={registration}>{(found) => <Shown key={found.id} registration={found} />}</Waiting>;
}

function Shown({ registration }: { registration: Schemas['Registration'] }) {
  const { words } = useWords();
  const roles = useRoles();
  const [dialog, setDialog] = useState<'reveal' | 'attention' | 'withdraw'>();
  const isLive = registration.status === 'RECEIVED' || registration.status === 'VERIFIED';
  const mayWrite = roles.is('CLERK', 'AREA_OFFICER', 'SECTION_CHIEF');
  const close = () => setDialog(undefined);
  return (
    <Flex vertical gap={16}>
      <div className="heading">
        <h1 style={{ marginBlockEnd: 0 }}>
          {registration.investor.name} <small className="number">{registration.number}</small>{' '}
          <StatusTag status={registration.status} />
        </h1>
        <Space wrap>
          {isLive && (
            <Button href={`/api/v1/registrations/${registration.id}/slip`} target="_blank">
              {words.printSlip}
            </Button>
          )}
          {mayWrite && <Button onClick={() => setDialog('reveal')}>{words.reveal}</Button>}
          {mayWrite && isLive && <Button onClick={() => setDialog('attention')}>{words.proposeAttention}</Button>}
          {mayWrite && isLive && (
            <Button danger onClick={() => setDialog('withdraw')}>
              {words.withdraw}
            </Button>
          )}
        </Space>
      </div>
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
      <Person registration={registration} />
      <Money registration={registration} />
      <History id={registration.id} version={registration.version} />
      {dialog === 'reveal' && <RevealDialog investorId={registration.investor.id} onClose={close} />}
      {dialog === 'attention' && <ProposeAttention registrationId={registration.id} onClose={close} />}
      {dialog === 'withdraw' && <Withdraw registration={registration} onClose={close} />}
    </Flex>
  );
}

function Person({ registration }: { registration: Schemas['Registration'] }) {
  const { words, labels } = useWords();
  const { investor } = registration;
  const others = investor.registrations.filter(({ id }) => id !== registration.id);
  const shown: [string, string | null | undefined][] = [
    [words.documentNumber, `${labels.documentType[investor.documentType]} ${investor.documentNumber}`],
    [words.phone, investor.phone],
    [words.otherPhone, investor.otherPhone],
    [words.address, [investor.areaCode, investor.streetAddress].filter((part) => part != null).join(' ')],
    [
      words.emergencyContact,
      [investor.emergencyName, investor.emergencyRelation, investor.emergencyPhone]
        .filter((part) => part != null)
        .join(' '),
    ],
    [words.platform, registration.platformName],
    [words.channel, labels.channel[registration.channel]],
    [words.receivedOn, `${moment(registration.receivedAt)} ${registration.receivedBy}`],
    [words.remark, registration.remark],
  ];
  return (
    <Panel title={words.person}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={shown
          .filter(([, value]) => value != null && value !== '')
          .map(([label, children]) => ({ key: label, label, children }))}
      />
      {others.length > 0 && (
        <p>
          {`${words.otherRegistrations}：`}
          {others.map(({ id, number, status }) => (
            <Link key={id} to={`/registrations/${id}`} style={{ marginInlineEnd: 12 }}>
              {`${number} ${labels.status[status]}`}
            </Link>
          ))}
        </p>
      )}
    </Panel>
  );
}

function Money({ registration }: { registration: Schemas['Registration'] }) {
  const { words, labels } = useWords();
  const totals = [
    { key: words.declared, ...registration.declared },
    ...(registration.verified == null ? [] : [{ key: words.verified, ...registration.verified }]),
    ...(registration.adjudicated == null ? [] : [{ key: words.adjudicated, ...registration.adjudicated }]),
  ];
  const right = { align: 'right', className: 'number', render: money } as const;
  return (
    <Panel title={words.totals}>
      <Wide label={words.totals}>
        {' '}
        <Table
          size="small"
          pagination={false}
          dataSource={totals}
          columns={[
            { title: '', dataIndex: 'key' },
            { title: words.principalTotal, dataIndex: 'principal', ...right },
            { title: words.returned, dataIndex: 'principalRepaid', ...right },
            { title: words.returns, dataIndex: 'returnsPaid', ...right },
            { title: words.netLoss, dataIndex: 'netLoss', ...right },
          ]}
        />
      </Wide>
      <h3>{words.investments}</h3>
      <Wide label={words.investments}>
        {' '}
        <Table
          size="small"
          pagination={false}
          rowKey={(_, index) => String(index)}
          dataSource={registration.investments}
          columns={[
            { title: words.productName, dataIndex: 'product' },
            { title: words.investedOn, dataIndex: 'investedOn' },
            { title: words.maturesOn, dataIndex: 'maturesOn' },
            { title: words.principal, dataIndex: 'principal', ...right },
          ]}
        />
      </Wide>
      {registration.repayments.length > 0 && (
        <>
          <h3>{words.repayments}</h3>
          <Wide label={words.repayments}>
            {' '}
            <Table
              size="small"
              pagination={false}
              rowKey={(_, index) => String(index)}
              dataSource={registration.repayments}
              columns={[
                { title: words.repaidOn, dataIndex: 'repaidOn' },
                {
                  title: words.repaymentKind,
                  dataIndex: 'kind',
                  render: (kind: Schemas['RepaymentKind']) => labels.repaymentKind[kind],
                },
                { title: words.amount, dataIndex: 'amount', ...right },
              ]}
            />
          </Wide>
        </>
      )}
    </Panel>
  );
}

function History({ id, version }: { id: string; version: number }) {
  const { words, labels } = useWords();
  const history = useQuery({
    queryKey: ['registration', id, 'history', version],
    queryFn: () => answer(api.GET('/api/v1/registrations/{id}/history', { params: { path: { id } } })),
  });
  return (
    <Panel title={words.history}>
      <Waiting query={history}>
        {(page) => (
          <Timeline
            items={page.items.map(({ what, happenedAt, happenedBy, reason, netLoss }) => ({
              key: `${happenedAt} ${what}`,
              content: (
                <>
                  <div>{`${moment(happenedAt)} ${labels.what[what]} · ${happenedBy} · ${words.netLoss} ${money(netLoss)}`}</div>
                  {reason != null && <div>{reason}</div>}
                </>
              ),
            }))}
          />
        )}
      </Waiting>
    </Panel>
  );
}

/** The reason is asked for; somebody else's change in between is shown before anything is done. */
function Withdraw({ registration, onClose }: { registration: Schemas['Registration']; onClose: () => void }) {
  const { words } = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [form] = Form.useForm<Schemas['EndRegistration']>();
  const { id, version } = registration;
  const withdraw = useMutation({
    mutationFn: (body: Schemas['EndRegistration']) =>
      answer(api.POST('/api/v1/registrations/{id}/withdraw', { body, params: { path: { id }, ...ifMatch(version) } })),
    onSuccess: (after) => {
      client.setQueryData(['registration', id], after);
      announce(words.done);
      onClose();
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 412) {
        void client.invalidateQueries({ queryKey: ['registration', id] });
      }
    },
  });
  return (
    <Modal
      open
      title={words.withdraw}
      okText={words.withdraw}
      okButtonProps={{ danger: true, loading: withdraw.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{words.withdrawHint}</p>
      <ProblemAlert error={withdraw.error} />
      <Form form={form} layout="vertical" onFinish={withdraw.mutate}>
        <Form.Item name="reason" label={words.reason} rules={[{ required: true, message: words.required }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
