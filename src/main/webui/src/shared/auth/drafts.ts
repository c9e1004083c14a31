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

/** Saving and dropping go out one after another: what was dropped must not come back. */
let sending: Promise<unknown> = Promise.resolve();

const send = (form: string, keepalive = false) => {
  clearTimeout(unsaved.get(form));
  unsaved.delete(form);
  const content = drafts.get(form);
  const params = { path: { form } };
  sending = sending
    .then(() =>
      content === undefined
        ? api.DELETE('/api/v1/me/drafts/{form}', { params })
        : api.PUT('/api/v1/me/drafts/{form}', { params, body: { content }, keepalive }),
    )
    // Memory has it still, and the next pause in typing tries again.
    .catch(() => undefined);
};

export const keepDraft = (form: string, values: unknown) => {
  drafts.set(form, JSON.stringify(values));
  clearTimeout(unsaved.get(form));
  unsaved.set(
    form,
    setTimeout(() => send(form), PAUSE),
  );
};

export const dropDraft = (form: string) => {
  drafts.delete(form);
  send(form);
};

/** Before signing out, which drops what the service has. */
export const dropAllDrafts = () => {
  unsaved.forEach(clearTimeout);
  unsaved.clear();
  drafts.clear();
  return sending;
};

window.addEventListener('pagehide', () => {
  [...unsaved.keys()].forEach((form) => send(form, true));
});

async function find(form: string) {
  if (!drafts.has(form)) {
    const { items } = await answer(api.GET('/api/v1/me/drafts'));
    const saved = items.find((one) => one.form === form);
    if (saved !== undefined && !drafts.has(form)) {
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
