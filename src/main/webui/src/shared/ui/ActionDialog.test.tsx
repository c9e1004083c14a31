import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '../api/client';
import { problem, renderScreen } from '../../testing/service';
import { ActionDialog } from './ActionDialog';
import { ReasonField } from './ReasonField';

const confirm = () =>
  userEvent.click(within(screen.getByRole('dialog')).getByText('改名', { selector: 'button span' }));

function RenameDialog({ send }: { send: (name: string, version: number) => Promise<string> }) {
  const [record, setRecord] = useState({ name: '甲平台', version: 1 });
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) {
    return <p>{record.name}</p>;
  }
  return (
    <ActionDialog<{ name: string; reason: string }, string>
      title="改名"
      initialValues={{ name: record.name }}
      version={record.version}
      send={({ name }, version) => send(name, version)}
      compare={({ name }) => [{ label: '名称', mine: name, theirs: record.name }]}
      onStale={() => setRecord({ name: '乙平台', version: 2 })}
      onDone={(name) => setRecord({ name, version: 3 })}
      onClose={() => setOpen(false)}
    >
      <Form.Item name="name" label="名称">
        <Input />
      </Form.Item>
      <ReasonField />
      <button type="button" onClick={() => setRecord({ name: '乙平台', version: 2 })}>
        别人改了
      </button>
    </ActionDialog>
  );
}

test('nothing is sent without a reason', async () => {
  const send = vi.fn(() => Promise.resolve(''));
  renderScreen(<RenameDialog send={send} />);
  await confirm();
  expect(await screen.findByText('必须填写。')).toBeTruthy();
  expect(send).not.toHaveBeenCalled();
});

test('the error of a refusal appears at its field, and the input is kept', async () => {
  const refused = problem(422, 'invalid-request', '请求内容有误', [{ pointer: '/name', message: '已有同名平台。' }]);
  renderScreen(<RenameDialog send={() => Promise.reject(new ProblemError(refused))} />);
  await userEvent.type(screen.getByLabelText('原因'), '登记有误');
  await confirm();
  expect(await screen.findByText('已有同名平台。')).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('原因').value).toBe('登记有误');
});

test('after a conflict the slower user sees both versions, and then decides', async () => {
  const send = vi.fn((name: string, version: number) =>
    version === 1 ? Promise.reject(new ProblemError(problem(412, 'stale', '已被修改'))) : Promise.resolve(name),
  );
  renderScreen(<RenameDialog send={send} />);
  await userEvent.clear(screen.getByLabelText('名称'));
  await userEvent.type(screen.getByLabelText('名称'), '丙平台');
  await userEvent.type(screen.getByLabelText('原因'), '登记有误');
  await confirm();
  const row = await screen.findByRole('row', { name: '名称 丙平台 乙平台' });
  expect(row).toBeTruthy();
  await confirm();
  await waitFor(() => {
    expect(screen.getByText('丙平台')).toBeTruthy();
  });
  expect(send.mock.calls).toEqual([
    ['丙平台', 1],
    ['丙平台', 2],
  ]);
});

test('two clicks send once', async () => {
  const send = vi.fn(() => new Promise<string>(() => undefined));
  renderScreen(<RenameDialog send={send} />);
  await userEvent.type(screen.getByLabelText('原因'), '登记有误');
  await confirm();
  await confirm();
  expect(send).toHaveBeenCalledTimes(1);
});

test('a version that was refetched while the dialog is open is not overwritten unseen', async () => {
  const send = vi.fn(() => Promise.resolve('丙平台'));
  renderScreen(<RenameDialog send={send} />);
  await userEvent.type(screen.getByLabelText('原因'), '登记有误');
  await userEvent.click(screen.getByText('别人改了'));
  await confirm();
  expect(send).toHaveBeenCalledWith('甲平台', 1);
});
