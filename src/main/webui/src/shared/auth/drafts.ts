import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** A pause in typing after which the service is told; often enough for a lost page to lose little. */
const PAUSE = 1000;

/**
 * What is typed and not sent yet, as JSON, so that nothing of anybody stays in the browser: in memory, where it outlives
 * another screen and a session that ran out, and with the service, where it outlives the page. Signing out empties both.
 */
const drafts = new Map<string, string>();
const unsaved = new Map<string, ReturnType<typeof setTimeout>>();

/** Tombstones: what was discarded here is not looked for any more, whatever the service still has. */
const dropped = new Set<string>();
/** Those of which the service has not yet said that it dropped them. */
const undropped = new Set<string>();

/** Saving and dropping go out one after another: what was dropped must not come back. */
let sending: Promise<unknown> = Promise.resolve();

const save = (form: string, content: string, keepalive = false) =>
  api.PUT('/api/v1/me/drafts/{form}', { params: { path: { form } }, body: { content }, keepalive });

/** Outlives the page: whoever discards and leaves at once has discarded. */
const drop = async (form: string) => {
  const { response } = await api.DELETE('/api/v1/me/drafts/{form}', { params: { path: { form } }, keepalive: true });
  if (response.ok || response.status === 404) {
    undropped.delete(form);
  }
};

const send = (form: string) => {
  clearTimeout(unsaved.get(form));
  unsaved.delete(form);
  sending = sending
    .then((): Promise<unknown> => {
      // What it is by now: it may have been discarded, or typed anew, while others were on their way.
      const content = drafts.get(form);
      return content === undefined ? drop(form) : save(form, content);
    })
    // Memory has it still, and the next pause in typing tries again.
    .catch(() => undefined);
};

export const keepDraft = (form: string, values: unknown) => {
  drafts.set(form, JSON.stringify(values));
  dropped.delete(form);
  undropped.delete(form);
  clearTimeout(unsaved.get(form));
  unsaved.set(
    form,
    setTimeout(() => send(form), PAUSE),
  );
};

export const dropDraft = (form: string) => {
  drafts.delete(form);
  dropped.add(form);
  undropped.add(form);
  send(form);
};

/** Before signing out, which drops what the service has. */
export const dropAllDrafts = () => {
  unsaved.forEach(clearTimeout);
  unsaved.clear();
  drafts.clear();
  dropped.clear();
  undropped.clear();
  return sending;
};

window.addEventListener('pagehide', () => {
  unsaved.forEach((timer, form) => {
    clearTimeout(timer);
    void save(form, drafts.get(form) ?? '', true).catch(() => undefined);
  });
  unsaved.clear();
  undropped.forEach((form) => void drop(form).catch(() => undefined));
});

async function find(form: string) {
  if (!drafts.has(form) && !dropped.has(form)) {
    const { items } = await answer(api.GET('/api/v1/me/drafts'));
    const saved = items.find((one) => one.form === form);
    if (saved !== undefined && !drafts.has(form) && !dropped.has(form)) {
      drafts.set(form, saved.content);
    }
  }
}

/**
 * The draft of a form, looked for when its screen opens; that it cannot be looked for keeps nobody from working.
 *
 * @param revive as for JSON.parse: makes dates of what were dates
 */
export const useDraft = <T>(form: string, revive?: (key: string, value: unknown) => unknown) =>
  useQuery({
    queryKey: ['draft', form],
    queryFn: async () => {
      await find(form).catch(() => undefined);
      const content = drafts.get(form);
      return { kept: content === undefined ? undefined : (JSON.parse(content, revive) as T) };
    },
    gcTime: 0,
    staleTime: Infinity,
  });
