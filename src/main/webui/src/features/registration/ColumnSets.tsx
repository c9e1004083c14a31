import { Button, Form, Input, Select, Tag } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import type { Column } from './ColumnPicker';
import { registrationWords } from './words';

const KEY = ['column-sets'];

/** Named sets of columns of each user. The service stores them, not the browser. */
export function ColumnSets({ shown, onChange }: { shown: Column[]; onChange: (shown: Column[]) => void }) {
  const t = useText(registrationWords);
  const [isSaving, setSaving] = useState(false);
  const sets =
    useQuery({
      queryKey: KEY,
      queryFn: () => unwrap(api.GET('/api/v1/me/column-sets')),
      staleTime: Infinity,
      select: ({ items }) => items,
    }).data ?? [];
  const chosen = sets.find(({ columns }) => columns.join() === shown.join())?.name;
  return (
    <>
      {sets.length > 0 && (
        <Select
          aria-label={t.columnSets}
          placeholder={t.columnSets}
          style={{ minWidth: 130 }}
          value={chosen}
          options={sets.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name: string) => onChange(sets.find((one) => one.name === name)?.columns ?? shown)}
        />
      )}
      <Button onClick={() => setSaving(true)}>{t.saveColumns}</Button>
      {isSaving && <SaveColumns shown={shown} names={sets.map(({ name }) => name)} onClose={() => setSaving(false)} />}
    </>
  );
}

function SaveColumns({ shown, names, onClose }: { shown: Column[]; names: string[]; onClose: () => void }) {
  const { words } = useWords();
  const t = useText(registrationWords);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  const remove = useMutation({
    mutationFn: (name: string) => unwrap(api.DELETE('/api/v1/me/column-sets/{name}', { params: { path: { name } } })),
    onSettled: refresh,
  });
  return (
    <ActionDialog<{ name: string }, unknown>
      title={t.saveColumns}
      hint={t.saveColumnsHint}
      send={({ name }) =>
        unwrap(api.PUT('/api/v1/me/column-sets/{name}', { params: { path: { name } }, body: { columns: shown } }))
      }
      onDone={refresh}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t.columnSetName}
        rules={[{ required: true, whitespace: true, message: words.required }]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <ProblemAlert error={remove.error} />
      {names.map((name) => (
        <Tag key={name}>
          {name}{' '}
          <Button size="small" type="text" aria-label={t.dropColumnSet(name)} onClick={() => remove.mutate(name)}>
            ×
          </Button>
        </Tag>
      ))}
    </ActionDialog>
  );
}
