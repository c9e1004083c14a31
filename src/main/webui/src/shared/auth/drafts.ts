import { useQuery } from '@tanstack/react-query';
import { unwrap, api } from '../api/client';

/** A pause in typing after which the service is told; often enough for a lost page to lose little. */
const SAVE_DELAY = 1000;

/**
 * What is typed and not sent yet, as JSON, so that nothing of anybody stays in the browser: in memory, where it outlives
 * another screen and a session that ran out, and with the service, where it outlives the page. Signing out empties both.
 */
const drafts = new Map<string, string>();
const saveTimers = new Map<string, ReturnType<typeof setTimeout>>();

/** Tombstones: what was discarded here is not looked for any more, whatever the service still has. */
const discarded = new Set<string>();
/** Those of which the service has not yet said that it dropped them. */
const pendingDeletes = new Set<string>();

/** Saving and dropping go out one after another: what was dropped must not come back. */
let queue: Promise<unknown> = Promise.resolve();

const putDraft = (form: string, content: string, keepalive = false) =>
  api.PUT('/api/v1/me/drafts/{form}', { params: { path: { form } }, body: { content }, keepalive });

/** Outlives the page: whoever discards and leaves at once has discarded. */
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
      // What it is by now: it may have been discarded, or typed anew, while others were on their way.
      const content = drafts.get(form);
      return content === undefined ? deleteDraft(form) : putDraft(form, content);
    })
    // Memory has it still, and the next pause in typing tries again.
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

/** Before signing out, which drops what the service has. */
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
 * The draft of a form, looked for when its screen opens; that it cannot be looked for keeps nobody from working.
 *
 * @param reviver as for JSON.parse: makes dates of what were dates
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
