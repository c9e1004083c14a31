import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';

/** Debounce: milliseconds without typing before a draft is saved. Short, so that a lost page loses little. */
const SAVE_DELAY = 1000;

/**
 * Drafts as JSON. They are in memory, where they survive navigation and an expired session, and with the service, where they
 * survive the page. Browser storage is not used, so that no personal data stays in the browser. Signing out empties both.
 */
const drafts = new Map<string, string>();
const saveTimers = new Map<string, ReturnType<typeof setTimeout>>();

/** Tombstones: a discarded draft is not loaded again, even if the service still has it. */
const discarded = new Set<string>();
/** Discarded drafts whose deletion the service has not confirmed yet. */
const pendingDeletes = new Set<string>();

/** Requests are sent one after the other, so that a late save does not restore a deleted draft. */
let queue: Promise<unknown> = Promise.resolve();

const putDraft = (form: string, content: string, keepalive = false) =>
  api.PUT('/api/v1/me/drafts/{form}', { params: { path: { form } }, body: { content }, keepalive });

/** keepalive: the request completes even if the user discards the draft and leaves at once. */
const deleteDraft = async (form: string) => {
  const { response } = await api.DELETE('/api/v1/me/drafts/{form}', { params: { path: { form } }, keepalive: true });
  if (response.ok || response.status === 404) {
    pendingDeletes.delete(form);
  }
};

const sync = (form: string) => {
  clearTimeout(saveTimers.get(form));
  saveTimers.delete(form);
  queue = queue
    .then((): Promise<unknown> => {
      // Reads the current content: the user may have discarded or changed the draft while earlier requests were running.
      const content = drafts.get(form);
      return content === undefined ? deleteDraft(form) : putDraft(form, content);
    })
    // The draft is still in memory; the next pause in typing retries.
    .catch(() => undefined);
};

export const saveDraft = (form: string, values: unknown) => {
  drafts.set(form, JSON.stringify(values));
  discarded.delete(form);
  pendingDeletes.delete(form);
  clearTimeout(saveTimers.get(form));
  saveTimers.set(
    form,
    setTimeout(() => sync(form), SAVE_DELAY),
  );
};

export const discardDraft = (form: string) => {
  drafts.delete(form);
  discarded.add(form);
  pendingDeletes.add(form);
  sync(form);
};

/** Called before signing out, which deletes the drafts of the service. */
export const discardAllDrafts = () => {
  saveTimers.forEach(clearTimeout);
  saveTimers.clear();
  drafts.clear();
  discarded.clear();
  pendingDeletes.clear();
  return queue;
};

window.addEventListener('pagehide', () => {
  saveTimers.forEach((timer, form) => {
    clearTimeout(timer);
    void putDraft(form, drafts.get(form) ?? '', true).catch(() => undefined);
  });
  saveTimers.clear();
  pendingDeletes.forEach((form) => void deleteDraft(form).catch(() => undefined));
});

async function load(form: string) {
  if (!drafts.has(form) && !discarded.has(form)) {
    const { items } = await unwrap(api.GET('/api/v1/me/drafts'));
    const saved = items.find((one) => one.form === form);
    if (saved !== undefined && !drafts.has(form) && !discarded.has(form)) {
      drafts.set(form, saved.content);
    }
  }
}

/**
 * Loads the draft of a form when its screen opens. If loading fails, the user can still work with an empty form.
 *
 * @param reviver as for JSON.parse, such as to restore dates
 */
export const useDraft = <T>(form: string, reviver?: (key: string, value: unknown) => unknown) =>
  useQuery({
    queryKey: ['draft', form],
    queryFn: async () => {
      await load(form).catch(() => undefined);
      const content = drafts.get(form);
      return { savedDraft: content === undefined ? undefined : (JSON.parse(content, reviver) as T) };
    },
    gcTime: 0,
    staleTime: Infinity,
  });
