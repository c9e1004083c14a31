import { Alert, Button, DatePicker, Descriptions, Flex, Input, Select, Table, Tag } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import { useMutation } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { formatDateTime } from '../../shared/format/time';
import { PageTitle } from '../../shared/ui/PageTitle';
import { toOptions } from '../../shared/ui/toOptions';
import { PagedTable, usePages } from '../../shared/ui/PagedTable';
import { Panel } from '../../shared/ui/Panel';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useFilters } from '../../shared/ui/useFilters';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { auditWords } from './words';

const FILTERS = ['from', 'to', 'action', 'outcome', 'effect', 'recordType', 'recordId', 'account'] as const;
const TYPED = ['action', 'recordType', 'recordId', 'account'] as const;
type Entry = Schemas['AuditEntryView'];

/** Audit trail: its entries, and the verification that nobody has altered them. */
export function AuditPage() {
  const { words } = useWords();
  const t = useText(auditWords);
  const { labels } = useWords();
  const { filters, set, clear, isFiltered } = useFilters(FILTERS);
  const entries = usePages(['audit', filters], (cursor) =>
    unwrap(api.GET('/api/v1/audit-entries', { params: { query: { ...filters, limit: 50, ...cursor } as never } })),
  );
  const typed = { action: t.action, recordType: t.recordType, recordId: t.recordId, account: t.account };
  return (
    <Flex vertical gap={16}>
      <PageTitle className="page-title tight">{words.audit}</PageTitle>
      <Verification />
      <div className="filters" style={{ marginBlockEnd: 0 }}>
        <DatePicker.RangePicker
          format={DAY_FORMATS}
          aria-label={t.days}
          allowEmpty={[true, true]}
          value={[
            filters.from === undefined ? null : dayjs(filters.from),
            filters.to === undefined ? null : dayjs(filters.to),
          ]}
          onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
        <Select
          allowClear
          aria-label={t.outcome}
          placeholder={t.outcome}
          style={{ minWidth: 120 }}
          value={filters.outcome}
          options={toOptions(labels.AuditOutcome)}
          onChange={(outcome: string | undefined) => set({ outcome })}
        />
        <Select
          allowClear
          aria-label={t.effect}
          placeholder={t.effect}
          style={{ minWidth: 120 }}
          value={filters.effect}
          options={toOptions(labels.AuditEffect)}
          onChange={(effect: string | undefined) => set({ effect })}
        />
        {TYPED.map((name) => (
          <Input
            key={`${name} ${filters[name] ?? ''}`}
            allowClear
            aria-label={typed[name]}
            placeholder={typed[name]}
            style={{ width: 170 }}
            maxLength={100}
            defaultValue={filters[name]}
            onPressEnter={(event) => set({ [name]: event.currentTarget.value.trim() })}
            onBlur={(event) => set({ [name]: event.currentTarget.value.trim() })}
          />
        ))}
        <Button disabled={!isFiltered} onClick={clear}>
          {words.clearFilters}
        </Button>
      </div>
      <PagedTable<Entry>
        {...entries}
        size="small"
        scroll={{ x: 800 }}
        locale={{ emptyText: t.empty }}
        expandable={{ expandedRowRender: (entry) => <EntryDetails entry={entry} /> }}
        columns={[
          { title: t.when, dataIndex: 'occurredAt', render: formatDateTime, className: 'number' },
          { title: t.who, dataIndex: 'actor' },
          { title: t.action, dataIndex: 'action' },
          {
            title: t.outcome,
            dataIndex: 'outcome',
            render: (outcome: Entry['outcome']) => <Tag variant="outlined">{labels.AuditOutcome[outcome]}</Tag>,
          },
          {
            title: t.effect,
            dataIndex: 'effect',
            render: (effect: Entry['effect']) => (effect == null ? '' : labels.AuditEffect[effect]),
          },
          { title: t.record, dataIndex: 'recordType' },
          { title: t.purpose, dataIndex: 'purpose' },
        ]}
      />
    </Flex>
  );
}

function Verification() {
  const t = useText(auditWords);
  const verify = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/audit-verifications')) });
  const result = verify.data;
  return (
    <Panel title={t.verify}>
      <p>{t.verifyHint}</p>
      <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t.verify}
      </Button>
      <div aria-live="polite" style={{ marginBlockStart: 12 }}>
        <ProblemAlert error={verify.error} />
        {result !== undefined && (
          <Alert
            showIcon
            type={result.intact ? 'success' : 'error'}
            title={result.intact ? t.intact(String(result.entries), String(result.seals)) : t.broken}
            description={
              <>
                {result.fault != null && <div>{result.fault.words}</div>}
                {result.pending > 0 && <div>{t.pending(String(result.pending))}</div>}
                {!result.anchored && <div>{t.notAnchored}</div>}
                <div style={{ overflowWrap: 'anywhere' }}>{`${t.head} ${result.headCode}`}</div>
              </>
            }
          />
        )}
      </div>
    </Panel>
  );
}

function EntryDetails({ entry }: { entry: Entry }) {
  const t = useText(auditWords);
  const value = (hidden: boolean, text: string | null | undefined) => (hidden ? t.hidden : (text ?? ''));
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'recordId', label: t.recordId, children: entry.recordId },
          { key: 'address', label: t.address, children: entry.address },
          ...Object.entries(entry.details).map(([label, children]) => ({ key: `detail ${label}`, label, children })),
        ].filter(({ children }) => children != null)}
      />
      {entry.changes.length > 0 && (
        <Table
          size="small"
          pagination={false}
          rowKey="field"
          dataSource={entry.changes}
          columns={[
            { title: t.field, dataIndex: 'field' },
            {
              title: t.before,
              dataIndex: 'before',
              render: (before: string | null | undefined, { hidden }) => value(hidden, before),
            },
            {
              title: t.after,
              dataIndex: 'after',
              render: (after: string | null | undefined, { hidden }) => value(hidden, after),
            },
          ]}
        />
      )}
    </>
  );
}
