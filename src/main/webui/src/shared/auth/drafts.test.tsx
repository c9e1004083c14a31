import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mockService, type RecordedRequest, renderScreen } from '../../testing/service';
import { discardAllDrafts, discardDraft, saveDraft, useDraft } from './drafts';

/** Mock of the service's drafts; with isSlow each writing request takes 300 ms. */
function mockDraftService(isSlow = false) {
  const stored = new Map<string, string>();
  const requests: RecordedRequest[] = mockService({
    'GET /api/v1/me/drafts': () => ({
      status: 200,
      body: { items: [...stored].map(([form, content]) => ({ form, content, savedAt: '' })), next: null },
    }),
    'PUT /api/v1/me/drafts/register': ({ body }) => {
      stored.set('register', (body as { content: string }).content);
      return { status: 204, body: undefined };
    },
    'DELETE /api/v1/me/drafts/register': () => {
      stored.delete('register');
      return { status: 204, body: undefined };
    },
  });
  const originalFetch = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (isSlow && request.method !== 'GET') {
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return originalFetch(request);
  });
  return { stored, requests };
}

function Screen() {
  const draft = useDraft<{ name: string }>('register');
  return <p>{draft.data === undefined ? 'looking' : `kept: ${draft.data.savedDraft?.name ?? 'nothing'}`}</p>;
}

beforeEach(discardAllDrafts);
afterEach(() => vi.useRealTimers());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a discarded draft does not come back with a quick Back, while the service still has it', async () => {
  const { stored } = mockDraftService(true);
  stored.set('register', '{"name":"陈示例"}');
  const before = renderScreen(<Screen />);
  expect(await screen.findByText('kept: 陈示例')).toBeTruthy();
  discardDraft('register');
  before.unmount();
  renderScreen(<Screen />);
  expect(await screen.findByText('kept: nothing')).toBeTruthy();
  await waitFor(() => expect(stored.size).toBe(0));
});

test('a discarded draft is not saved afterwards, whether its request was pending or running', async () => {
  for (const typedBefore of [0, 1100]) {
    const { stored } = mockDraftService(true);
    saveDraft('register', { name: '陈示例' });
    await pause(typedBefore);
    discardDraft('register');
    await pause(2000);
    expect([...stored]).toEqual([]);
  }
});

test('a draft that was discarded offline stays discarded, and is deleted when the user leaves the page', async () => {
  const { stored } = mockDraftService();
  stored.set('register', '{"name":"陈示例"}');
  const originalFetch = globalThis.fetch;
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  discardDraft('register');
  await pause(50);
  vi.stubGlobal('fetch', originalFetch);
  const first = renderScreen(<Screen />);
  expect(await screen.findByText('kept: nothing')).toBeTruthy();
  first.unmount();
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(stored.size).toBe(0));
});

test('input after a discarded draft is saved', async () => {
  const { stored } = mockDraftService(true);
  discardDraft('register');
  saveDraft('register', { name: '林重来' });
  await waitFor(() => expect(stored.get('register')).toContain('林重来'), { timeout: 3000 });
  renderScreen(<Screen />);
  expect(await screen.findByText('kept: 林重来')).toBeTruthy();
});
