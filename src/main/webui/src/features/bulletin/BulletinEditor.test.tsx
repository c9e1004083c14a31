import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Schemas } from '../../shared/api/client';
import { discardAllDrafts } from '../../shared/auth/drafts';
import { mockService, problem, type RecordedRequest, renderScreen } from '../../testing/service';
import { BulletinEditor } from './BulletinEditor';

const ID = '0198c0de-0000-4000-8000-000000000009';

const bulletin = (body: string, version: number) =>
  ({
    id: ID,
    title: '周报',
    status: 'DRAFT',
    version,
    sections: [
      {
        key: 'basics',
        level: 1,
        heading: '一、基本情况',
        body,
        prefilled: '共登记 3 人。',
        edited: body !== '共登记 3 人。',
      },
    ],
  }) as unknown as Schemas['Bulletin'];

const saveRequests = (requests: RecordedRequest[]) =>
  requests.filter(({ path }) => path.startsWith('/api/v1/bulletins'));

beforeEach(async () => {
  await discardAllDrafts();
});

test('the text is sent with the version that the user has seen', async () => {
  const requests = mockService({
    [`PUT /api/v1/bulletins/${ID}`]: () => ({ status: 200, body: bulletin('情绪平稳。', 5) }),
  });
  const saved = vi.fn();
  renderScreen(<BulletinEditor bulletin={bulletin('共登记 3 人。', 4)} onSaved={saved} onStale={() => undefined} />);
  const text = await screen.findByLabelText('第 1 节正文');
  await userEvent.clear(text);
  await userEvent.type(text, '情绪平稳。');
  expect(screen.getByText('有未保存的修改')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  await vi.waitFor(() => {
    expect(saved).toHaveBeenCalled();
  });
  expect(saveRequests(requests)[0]?.headers.get('If-Match')).toBe('"4"');
  expect(saveRequests(requests)[0]?.body).toEqual({
    title: '周报',
    sections: [{ key: 'basics', heading: '一、基本情况', body: '情绪平稳。' }],
  });
});

test('after a conflict both texts are shown, and the user’s text stays in the field', async () => {
  mockService({ [`PUT /api/v1/bulletins/${ID}`]: () => ({ status: 412, body: problem(412, 'stale', '已被修改') }) });
  const refresh = vi.fn();
  const editor = (body: string, version: number) => (
    <BulletinEditor bulletin={bulletin(body, version)} onSaved={() => undefined} onStale={refresh} />
  );
  renderScreen(editor('共登记 3 人。', 4));
  await userEvent.type(await screen.findByLabelText('第 1 节正文'), '我加的。');
  await userEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  expect(await screen.findByRole('row', { name: /共登记 3 人。我加的。/ })).toBeTruthy();
  expect(refresh).toHaveBeenCalled();
  expect((await screen.findByLabelText<HTMLTextAreaElement>('第 1 节正文')).value).toBe('共登记 3 人。我加的。');
});

test('an edited section can be reset to the proposed text', async () => {
  mockService({});
  renderScreen(
    <BulletinEditor bulletin={bulletin('改过的。', 4)} onSaved={() => undefined} onStale={() => undefined} />,
  );
  await userEvent.click(await screen.findByText('系统拟的文字'));
  await userEvent.click(screen.getByRole('button', { name: '恢复系统拟的文字' }));
  expect((await screen.findByLabelText<HTMLTextAreaElement>('第 1 节正文')).value).toBe('共登记 3 人。');
});

test('unsaved text is restored after leaving the page', async () => {
  mockService({});
  const editor = (
    <BulletinEditor bulletin={bulletin('共登记 3 人。', 4)} onSaved={() => undefined} onStale={() => undefined} />
  );
  const { unmount } = renderScreen(editor);
  await userEvent.type(await screen.findByLabelText('第 1 节正文'), '还没保存。');
  unmount();
  renderScreen(editor);
  expect((await screen.findByLabelText<HTMLTextAreaElement>('第 1 节正文')).value).toBe('共登记 3 人。还没保存。');
});

test('text that was written on an older version does not overwrite a newer one unseen', async () => {
  const requests = mockService({
    [`PUT /api/v1/bulletins/${ID}`]: () => ({ status: 412, body: problem(412, 'stale', '已被修改') }),
  });
  const editor = (body: string, version: number) => (
    <BulletinEditor bulletin={bulletin(body, version)} onSaved={() => undefined} onStale={() => undefined} />
  );
  const { unmount } = renderScreen(editor('共登记 3 人。', 4));
  await userEvent.type(await screen.findByLabelText('第 1 节正文'), '我加的。');
  unmount();
  renderScreen(editor('别人写的。', 5));
  await userEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  expect(await screen.findByRole('row', { name: /我加的。[\s\S]*别人写的。/ })).toBeTruthy();
  expect(saveRequests(requests)[0]?.headers.get('If-Match')).toBe('"4"');
  await userEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  await vi.waitFor(() => {
    expect(saveRequests(requests)[1]?.headers.get('If-Match')).toBe('"5"');
  });
});
