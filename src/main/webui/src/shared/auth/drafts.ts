/**
 * What is typed and not sent yet, as long as this page lives and its person is signed in: in memory alone, so that nothing of
 * anybody stays in the browser. It outlives going to another screen and a session that ran out; signing out empties it.
 */
const drafts = new Map<string, unknown>();

export const keepDraft = (form: string, values: unknown) => drafts.set(form, values);

export const draftOf = <T>(form: string) => drafts.get(form) as T | undefined;

export const dropDraft = (form: string) => drafts.delete(form);

export const dropAllDrafts = () => {
  drafts.clear();
};
