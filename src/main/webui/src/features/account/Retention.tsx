import { Button, Space, Table } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useText } from '../../shared/words/bilingual';
import { accountWords } from './words';

const run = (dryRun: boolean) => unwrap(api.POST('/api/v1/retention-runs', { body: { dryRun } }));

/** Retention run: first a dry run that counts the expired records, then the erasure after a confirmation. */
export function Retention() {
  const t = useText(accountWords);
  const [isErasing, setErasing] = useState(false);
  const [counted, setCounted] = useState<Schemas['RetentionRun']>();
  const count = useMutation({ mutationFn: () => run(true), onSuccess: setCounted });
  return (
    <>
      <p>{t.retentionHint}</p>
      <ProblemAlert error={count.error} />
      {counted !== undefined && (
        <Table
          size="small"
          className="spaced"
          rowKey="kind"
          pagination={false}
          dataSource={counted.items}
          columns={[
            { title: t.retentionKind, dataIndex: 'kind' },
            { title: t.period, dataIndex: 'period', render: (period: string | null) => period ?? t.notErased },
            { title: t.endedBefore, dataIndex: 'endedBefore' },
            { title: t.records, dataIndex: 'records', align: 'right', className: 'number' },
          ]}
        />
      )}
      <Space>
        <Button loading={count.isPending} onClick={() => count.mutate()}>
          {t.count}
        </Button>
        {counted?.dryRun === true && counted.items.some(({ records }) => records > 0) && (
          <Button danger onClick={() => setErasing(true)}>
            {t.erase}
          </Button>
        )}
      </Space>
      {isErasing && (
        <ActionDialog
          danger
          title={t.erase}
          hint={t.eraseHint}
          send={() => run(false)}
          onDone={setCounted}
          onClose={() => setErasing(false)}
        />
      )}
    </>
  );
}
