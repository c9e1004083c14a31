import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { service, show, type Asked } from '../../testing/service';
import { dropAllDrafts, dropDraft, keepDraft, useDraft } from './drafts';

/** Drafts as the service keeps them; each request takes as long as the test lets it. */
function workspace(isSlow = false) {
  const kept = new Map<string, string>();
  const asked: Asked[] = service({
    'GET /api/v1/me/drafts': () => ({
      status: 200,
      body: { items: [...kept].map(([form, content]) => ({ form, content, savedAt: '' })), next: null },
    }),
    'PUT /api/v1/me/drafts/register': ({ body }) => {
      kept.set('register', (body as { content: string }).content);
      return { status: 204, body: undefined };
    },
    'DELETE /api/v1/me/drafts/register': () => {
      kept.delete('register');
      return { status: 204, body: undefined };
    },
  });
  const fetched = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (isSlow && request.method !== 'GET') {
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return fetched(request);
  });
  return { kept, asked };
}

function Screen() {
  const draft = useDraft<{ name: string }>('register');
  return <p>{draft.data === undefined ? 'looking' : `kept: ${draft.data.kept?.name ?? 'nothing'}`}</p>;
}

beforeEach(dropAllDrafts);
afterEach(() => vi.useRealTimers());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('what was discarded does not come back with a quick Back, while the service still has it', async () => {
  const { kept } = workspace(true);
  kept.set('register', '{"name":"陈示例"}');
  const before = show(<Screen />);
  expect(await screen.findByText('kept: 陈示例')).toBeTruthy();
  dropDraft('register');
  before.unmount();
  show(<Screen />);
  expect(await screen.findByText('kept: nothing')).toBeTruthy();
  await waitFor(() => expect(kept.size).toBe(0));
});

test('what was discarded is not saved afterwards, whether its saving waited or was on its way', async () => {
  for (const typedBefore of [0, 1100]) {
    const { kept } = workspace(true);
    keepDraft('register', { name: '陈示例' });
    await pause(typedBefore);
    dropDraft('register');
    await pause(2000);
    expect([...kept]).toEqual([]);
  }
});

test('a draft that was discarded while the network was away stays discarded, and is dropped as the page is left', async () => {
  const { kept } = workspace();
  kept.set('register', '{"name":"陈示例"}');
  const fetched = globalThis.fetch;
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  dropDraft('register');
  await pause(50);
  vi.stubGlobal('fetch', fetched);
  const first = show(<Screen />);
  expect(await screen.findByText('kept: nothing')).toBeTruthy();
  first.unmount();
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(kept.size).toBe(0));
});

test('what is typed after something was discarded is kept', async () => {
  const { kept } = workspace(true);
  dropDraft('register');
  keepDraft('register', { name: '林重来' });
  await waitFor(() => expect(kept.get('register')).toContain('林重来'), { timeout: 3000 });
  show(<Screen />);
  expect(await screen.findByText('kept: 林重来')).toBeTruthy();
});
