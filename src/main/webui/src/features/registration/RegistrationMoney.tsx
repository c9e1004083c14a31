import { Table } from 'antd';
import type { Schemas } from '../../shared/api/client';
import { formatMoney } from '../../shared/format/money';
import { formatPartialDate } from '../../shared/format/partialDate';
import { Panel } from '../../shared/ui/Panel';
import { ScrollArea } from '../../shared/ui/ScrollArea';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { hasOptionalValues } from './registerForm';
import { registrationWords } from './words';

/** Declared, verified and adjudicated totals, and the declared lines. */
export function RegistrationMoney({ registration }: { registration: Schemas['Registration'] }) {
  const { words, labels, language } = useWords();
  const date = { render: (known: string | null) => (known == null ? '' : formatPartialDate(known, language)) } as const;
  const totals = [
    { key: words.declared, ...registration.declared },
    ...(registration.verified == null ? [] : [{ key: words.verified, ...registration.verified }]),
    ...(registration.adjudicated == null ? [] : [{ key: words.adjudicated, ...registration.adjudicated }]),
  ];
  const t = useText(registrationWords);
  const right = { align: 'right', className: 'number', render: formatMoney } as const;
  const rareColumns = [
    { title: t.consumed, dataIndex: 'consumption', ...right },
    { title: t.goods, dataIndex: 'goodsReceived', ...right },
  ] as const;
  // Columns that are shown only if a line has a value.
  const optionalColumns = [
    {
      title: t.isRolledOver,
      dataIndex: 'rolledOver',
      render: (is: boolean | null) => (is === true ? t.yes : ''),
    },
    { title: t.contractNumber, dataIndex: 'contractNumber' },
    { title: t.annualRate, dataIndex: 'annualRatePercent', align: 'right', className: 'number' },
    {
      title: t.paymentMethod,
      dataIndex: 'paymentMethod',
      render: (method: Schemas['PaymentMethod'] | null) => (method == null ? '' : labels.PaymentMethod[method]),
    },
    { title: t.bankAccount, dataIndex: 'bankAccount', className: 'number' },
  ] as const;
  return (
    <Panel title={words.totals}>
      <ScrollArea label={words.totals}>
        <Table
          size="small"
          pagination={false}
          dataSource={totals}
          columns={[
            { title: '', dataIndex: 'key' },
            { title: words.principalTotal, dataIndex: 'principal', ...right },
            { title: words.returned, dataIndex: 'principalRepaid', ...right },
            { title: words.returns, dataIndex: 'returnsPaid', ...right },
            ...rareColumns.filter(({ dataIndex }) => totals.some((each) => Number(each[dataIndex]) !== 0)),
            { title: words.netLoss, dataIndex: 'netLoss', ...right },
          ]}
        />
      </ScrollArea>
      <h3>{words.investments}</h3>
      <ScrollArea label={words.investments}>
        <Table
          size="small"
          pagination={false}
          rowKey={(_, index) => String(index)}
          dataSource={registration.investments}
          columns={[
            { title: words.productName, dataIndex: 'product' },
            { title: words.investedOn, dataIndex: 'investedOn', ...date },
            { title: words.maturesOn, dataIndex: 'maturesOn', ...date },
            { title: words.principal, dataIndex: 'principal', ...right },
            ...optionalColumns.filter(({ dataIndex }) =>
              registration.investments.some((line) => hasOptionalValues({ [dataIndex]: line[dataIndex] })),
            ),
          ]}
        />
      </ScrollArea>
      {registration.repayments.length > 0 && (
        <>
          <h3>{words.repayments}</h3>
          <ScrollArea label={words.repayments}>
            {' '}
            <Table
              size="small"
              pagination={false}
              rowKey={(_, index) => String(index)}
              dataSource={registration.repayments}
              columns={[
                { title: words.repaidOn, dataIndex: 'repaidOn', ...date },
                {
                  title: words.repaymentKind,
                  dataIndex: 'kind',
                  render: (kind: Schemas['RepaymentKind']) => labels.RepaymentKind[kind],
                },
                { title: words.amount, dataIndex: 'amount', ...right },
              ]}
            />
          </ScrollArea>
        </>
      )}
    </Panel>
  );
}
