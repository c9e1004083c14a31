import { Button, Checkbox, Form, Input, Table, Tag } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { useAreaNames, useBranches } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { oneLined } from '../../shared/format/typed';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { AreaSelect } from '../../shared/ui/AreaSelect';
import { Panel } from '../../shared/ui/Panel';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { ScrollArea } from '../../shared/ui/ScrollArea';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformWords } from './words';

type Branch = Schemas['Branch'];

/** The platform's branches in the district, with their contacts and whether they are closed. */
export function Branches({ platformId }: { platformId: string }) {
  const { words } = useWords();
  const t = useText(platformWords);
  const isChief = useRoles().has('SECTION_CHIEF');
  const [changed, setChanged] = useState<Branch | 'new'>();
  const branches = useBranches(platformId);
  const names = useAreaNames([
    ...new Set(branches.data?.flatMap(({ areaCode }) => (areaCode == null ? [] : [areaCode])) ?? []),
  ]);
  return (
    <Panel title={t.branches}>
      <ProblemAlert error={branches.error} />
      <ScrollArea label={t.branches}>
        <Table<Branch>
          rowKey="id"
          size="small"
          loading={branches.isPending}
          pagination={false}
          dataSource={branches.data ?? []}
          locale={{ emptyText: t.noBranches }}
          columns={[
            {
              title: t.branchName,
              dataIndex: 'name',
              render: (name: string, { closed }) => (
                <>
                  {name} {closed && <Tag variant="outlined">{t.closed}</Tag>}
                </>
              ),
            },
            {
              title: t.address,
              dataIndex: 'address',
              render: (address: string | null, { areaCode }) =>
                `${names.get(areaCode ?? '') ?? ''} ${address ?? ''}`.trim(),
            },
            { title: t.contactName, dataIndex: 'contactName' },
            { title: t.contactPhone, dataIndex: 'contactPhone' },
            {
              title: '',
              key: 'change',
              render: (_, branch) =>
                isChief && (
                  <Button size="small" aria-label={`${t.change} ${branch.name}`} onClick={() => setChanged(branch)}>
                    {t.change}
                  </Button>
                ),
            },
          ]}
        />
      </ScrollArea>
      {isChief && (
        <Button style={{ marginBlockStart: 12 }} onClick={() => setChanged('new')}>
          {t.enterBranch}
        </Button>
      )}
      {changed !== undefined && (
        <BranchDialog
          platformId={platformId}
          {...(changed === 'new' ? {} : { branch: branches.data?.find(({ id }) => id === changed.id) ?? changed })}
          name={words.name}
          onClose={() => setChanged(undefined)}
        />
      )}
    </Panel>
  );
}

export function BranchDialog(props: { platformId: string; branch?: Branch; name: string; onClose: () => void }) {
  const { platformId, branch } = props;
  const { words } = useWords();
  const t = useText(platformWords);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['branches', platformId] });
  return (
    <ActionDialog<Schemas['EnterBranch'], Branch>
      title={branch === undefined ? t.enterBranch : `${t.change} ${branch.name}`}
      okText={words.save}
      initialValues={branch ?? { closed: false }}
      version={branch?.version ?? 0}
      send={(form, version) => {
        const { name, creditCode, areaCode, address, contactName, contactPhone, closed } = form;
        const body = oneLined({ name, creditCode, areaCode, address, contactName, contactPhone, closed });
        return branch === undefined
          ? unwrap(api.POST('/api/v1/platforms/{id}/branches', { body, params: { path: { id: platformId } } }))
          : unwrap(
              api.PUT('/api/v1/platforms/{id}/branches/{branchId}', {
                body,
                params: { path: { id: platformId, branchId: branch.id }, ...ifMatch(version) },
              }),
            );
      }}
      compare={(form) =>
        branch === undefined
          ? []
          : [
              { label: words.name, mine: form.name, theirs: branch.name },
              { label: t.address, mine: form.address ?? '', theirs: branch.address ?? '' },
              { label: t.contactName, mine: form.contactName ?? '', theirs: branch.contactName ?? '' },
              { label: t.contactPhone, mine: form.contactPhone ?? '', theirs: branch.contactPhone ?? '' },
            ]
      }
      onDone={refresh}
      onStale={refresh}
      onClose={props.onClose}
    >
      <Form.Item name="name" label={t.branchName} rules={[{ required: true, message: words.required }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="creditCode" label={t.creditCode}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="areaCode" label={t.area}>
        <AreaSelect />
      </Form.Item>
      <Form.Item name="address" label={t.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="contactName" label={t.contactName}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contactPhone" label={t.contactPhone}>
        <Input maxLength={30} inputMode="tel" />
      </Form.Item>
      <Form.Item name="closed" valuePropName="checked">
        <Checkbox>{t.closed}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}
