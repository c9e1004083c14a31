import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type DialogCase, DIALOGS } from './dialogs';
import { mockService, ok, renderScreen } from './service';

const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
const page = ok({ items: [], next: null });
const defaultReplies = {
  'GET /api/v1/platforms': page,
  'GET /api/v1/areas': page,
  'GET /api/v1/me/column-sets': page,
  'GET /api/v1/me/sessions': page,
  'GET /api/v1/access-tokens': page,
  'GET /api/v1/access-tokens/scopes': page,
  'GET /api/v1/bulletin-template': ok({ builtIn: true, version: 1 }),
};
const lists = ({ file }: DialogCase) => ({
  ...defaultReplies,
  ...(file.includes('Evidence') && { 'GET /api/v1/registrations/0198c0de-0000-4000-8000-000000000003/evidence': page }),
  ...(file.includes('Disclosures') && {
    'GET /api/v1/platforms/0198c0de-0000-4000-8000-000000000003/disclosures': page,
    'GET /api/v1/platforms/0198c0de-0000-4000-8000-000000000003/branches': page,
  }),
});

async function open(one: DialogCase, replies = {}) {
  const requests = mockService({ ...lists(one), ...replies });
  const close = vi.fn();
  const { router } = renderScreen(one.screen(close), { roles: ['SECTION_CHIEF'] });
  if (one.opener !== undefined) {
    await user.click(await button(one.opener));
  }
  return {
    requests,
    close,
    router,
    dialog: within(await waitFor(() => document.querySelector<HTMLElement>('[role=dialog]') ?? failWithoutDialog())),
  };
}

const failWithoutDialog = () => {
  throw new Error('no dialog');
};

async function change(field: HTMLElement) {
  if (field.matches('[type=radio]')) {
    await user.click(field);
  } else if (field.matches('[type=file]')) {
    await user.upload(field, new File(['%PDF-'], 'contract.pdf', { type: 'application/pdf' }));
  } else {
    await user.click(field);
    await user.paste('7');
  }
}

const DISCARD_QUESTION = '放弃填写的内容？';

// Searched by text: jsdom takes a second to search one of these pages by role.
const button = (name: string) => screen.findByText(name, { selector: 'button span' });
const keepEditing = async () => {
  await screen.findByText(DISCARD_QUESTION);
  await user.click(await button('继续填写'));
  await waitFor(() => expect(screen.queryByText(DISCARD_QUESTION)).toBeNull());
};

test.each(DIALOGS)('$name asks before it discards input', async (one) => {
  const { close, router, dialog } = await open(one);
  await change(dialog.getByLabelText(one.field));
  await user.keyboard('{Escape}');
  await keepEditing();
  await user.click(document.querySelector('.ant-modal-wrap') as HTMLElement);
  await keepEditing();
  await router.navigate(-1);
  expect(await screen.findByText(DISCARD_QUESTION)).toBeTruthy();
  expect(screen.queryByText('前一页')).toBeNull();
  expect(dialog.getByLabelText(one.field)).toBeTruthy();
  expect(close).not.toHaveBeenCalled();
  await user.click(await button('放弃'));
  expect(await screen.findByText('前一页')).toBeTruthy();
});

test.each(DIALOGS)('$name without input closes at once', async (one) => {
  const { close, router } = await open(one);
  await user.keyboard('{Escape}');
  expect(screen.queryByText(DISCARD_QUESTION)).toBeNull();
  if (one.opener === undefined) {
    await waitFor(() => expect(close).toHaveBeenCalled());
  } else {
    await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull());
  }
  await router.navigate(-1);
  expect(await screen.findByText('前一页')).toBeTruthy();
});

const filled = DIALOGS.flatMap((one) => (one.sends === undefined ? [] : [{ ...one, sends: one.sends }]));

test.each(filled)('$name is sent for a record whose optional fields are all null', async (one) => {
  const { request, press, body, fill = {} } = one.sends;
  const { requests, dialog } = await open(one, { [request]: ok({ items: [] }) });
  for (const [label, text] of Object.entries(fill)) {
    await user.click(dialog.getByLabelText(label));
    await user.paste(text);
  }
  await user.click(dialog.getByText(press, { selector: '.ant-modal-footer button span' }));
  await waitFor(() => expect(requests.map(({ method, path }) => `${method} ${path}`)).toContain(request));
  expect(requests.find(({ method }) => method !== 'GET')?.body).toMatchObject(body);
});

const sources = import.meta.glob<string>(['../app/**/*.tsx', '../features/**/*.tsx', '../shared/**/*.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const screens = Object.entries(sources)
  .filter(([file]) => !file.endsWith('.test.tsx'))
  .map(([file, source]) => ({ file: file.slice('../'.length), source }));

/** The sign-in dialog cannot be closed. */
const NEVER_CLOSED = ['app/SessionOverDialog.tsx'];

/** What is typed there is a question, and sends nothing that could be lost. */
const SEARCH = 'app/SearchDialog.tsx';

test('every dialog with a form asks before it discards input', () => {
  const unguarded = screens
    .filter(({ source }) => /<(Modal|Drawer)\b/.test(source) && /<(Form|Input|Select|TextArea)\b/.test(source))
    .map(({ file }) => file)
    .filter((file) => !NEVER_CLOSED.includes(file) && file !== SEARCH);
  expect(unguarded).toEqual([]);
  const withForms = screens
    .filter(({ source }) => /<(ActionDialog|FormDialog)\b/.test(source) && /<(Form\.Item|ReasonField)\b/.test(source))
    .map(({ file }) => file)
    .filter((file) => !file.startsWith('shared/ui/'));
  expect([...new Set(DIALOGS.map(({ file }) => file))].sort()).toEqual(withForms.sort());
});
