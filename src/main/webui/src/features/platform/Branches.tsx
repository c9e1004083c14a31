import { Button, Checkbox, Form, Input, Table, Tag } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, ifMatch, type Schemas } from '../../shared/api/client';
import { useAreaNames, useBranches } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { oneLined } from '../../shared/format/typed';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { AreaSelect } from '../../shared/ui/AreaSelect';
import { Panel } from '../../shared/ui/Panel';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Wide } from '../../shared/ui/Wide';
import { useOf } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformWords } from './words';

type Branch = Schemas['Branch'];

/** The platform's branches in the district, who answers for them, and whether they are still open. */
export function Branches({ platformId }: { platformId: string }) {
  const { words } = useWords();
  const said = useOf(platformWords);
  const isChief = useRoles().is('SECTION_CHIEF');
  const [changed, setChanged] = useState<Branch | 'new'>();
  const branches = useBranches(platformId);
  const names = useAreaNames([
    ...new Set(branches.data?.flatMap(({ areaCode }) => (areaCode == null ? [] : [areaCode])) ?? []),
  ]);
  return (
    <Panel title={said.branches}>
      <ProblemAlert error={branches.error} />
      <Wide label={said.branches}>
        <Table<Branch>
          rowKey="id"
          size="small"
          loading={branches.isPending}
          pagination={false}
          dataSource={branches.data ?? []}
          locale={{ emptyText: said.noBranches }}
          columns={[
            {
              title: said.branchName,
              dataIndex: 'name',
              render: (name: string, { closed }) => (
                <>
                  {name} {closed && <Tag variant="outlined">{said.closed}</Tag>}
                </>
              ),
            },
            {
              title: said.address,
              dataIndex: 'address',
              render: (address: string | null, { areaCode }) =>
                `${names.get(areaCode ?? '') ?? ''} ${address ?? ''}`.trim(),
            },
            { title: said.contactName, dataIndex: 'contactName' },
            { title: said.contactPhone, dataIndex: 'contactPhone' },
            {
              title: '',
              key: 'change',
              render: (_, branch) =>
                isChief && (
                  <Button size="small" aria-label={`${said.change} ${branch.name}`} onClick={() => setChanged(branch)}>
                    {said.change}
                  </Button>
                ),
            },
          ]}
        />
      </Wide>
      {isChief && (
        <Button style={{ marginBlockStart: 12 }} onClick={() => setChanged('new')}>
          {said.enterBranch}
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
  const said = useOf(platformWords);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['branches', platformId] });
  return (
    <ActionDialog<Schemas['EnterBranch'], Branch>
      title={branch === undefined ? said.enterBranch : `${said.change} ${branch.name}`}
      ok={words.save}
      initial={branch ?? { closed: false }}
      version={branch?.version ?? 0}
      send={(form, version) => {
        const { name, creditCode, areaCode, address, contactName, contactPhone, closed } = form;
        const body = oneLined({ name, creditCode, areaCode, address, contactName, contactPhone, closed });
        return branch === undefined
          ? answer(api.POST('/api/v1/platforms/{id}/branches', { body, params: { path: { id: platformId } } }))
          : answer(
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
              { label: said.address, mine: form.address ?? '', theirs: branch.address ?? '' },
              { label: said.contactName, mine: form.contactName ?? '', theirs: branch.contactName ?? '' },
              { label: said.contactPhone, mine: form.contactPhone ?? '', theirs: branch.contactPhone ?? '' },
            ]
      }
      onDone={refresh}
      onStale={refresh}
      onClose={props.onClose}
    >
      <Form.Item name="name" label={said.branchName} rules={[{ required: true, message: words.required }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="creditCode" label={said.creditCode}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="areaCode" label={said.area}>
        <AreaSelect />
      </Form.Item>
      <Form.Item name="address" label={said.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="contactName" label={said.contactName}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contactPhone" label={said.contactPhone}>
        <Input maxLength={30} inputMode="tel" />
      </Form.Item>
      <Form.Item name="closed" valuePropName="checked">
        <Checkbox>{said.closed}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}
