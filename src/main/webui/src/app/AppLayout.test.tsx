import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import type { Role } from '../shared/auth/SessionContext';
import { LanguageProvider } from '../shared/words/LanguageProvider';
import { account, ID, investor, platform } from '../testing/minimalRecords';
import { mockService, ok } from '../testing/service';
import { AppearanceProvider } from './AppearanceProvider';
import { routes } from './router';

const user = userEvent.setup();
const nothing = ok({ items: [], next: null });
const none = { language: null, dark: null, largeType: null, compact: null, menuFolded: null };

function renderClient(role: Role, replies = {}) {
  sessionStorage.clear();
  const requests = mockService({
    'GET /api/v1/me': ok({ ...account, roles: [role] }),
    'GET /api/v1/me/preferences': ok(none),
    'PUT /api/v1/me/preferences': () => ({ status: 204, body: undefined }),
    'GET /api/v1/me/sessions': nothing,
    'GET /api/v1/worklist': nothing,
    'GET /api/v1/areas': nothing,
    'GET /api/v1/platforms': ok({ items: [{ ...platform, name: '团贷网', pinyin: 'tuandaiwang tdw' }], next: null }),
    ...replies,
  });
  const router = createMemoryRouter(routes, { initialEntries: ['/nowhere'] });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <LanguageProvider>
        <AppearanceProvider>
          <RouterProvider router={router} />
        </AppearanceProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return { requests, router };
}

const menuLinks = (menu: string) =>
  [...document.querySelectorAll(`${menu} a`)].map((link) => link.getAttribute('href'));

async function search(role: Role, replies = {}) {
  const client = renderClient(role, replies);
  await screen.findByText('没有这一页');
  await user.keyboard('/');
  return { ...client, field: await screen.findByLabelText('查找', { selector: '[role=combobox]' }) };
}

test('the menu has the screens of the role in groups, and the bar of a phone those used most', async () => {
  renderClient('AREA_OFFICER');
  await screen.findByText('没有这一页');
  expect([...document.querySelectorAll('.side-menu .menu-group')].map((group) => group.textContent)).toEqual([
    '办理',
    '报告',
    '基础',
    '管理',
  ]);
  expect(menuLinks('.side-menu')).not.toContain('/accounts');
  expect(menuLinks('.phone-bar')).toEqual(['/', '/registrations', '/attention', '/register']);
});

test('what waits is counted at its screen', async () => {
  renderClient('SECTION_CHIEF', {
    'GET /api/v1/worklist': ok({
      items: [
        { kind: 'BULLETINS_TO_REVIEW', count: 2, earliestOn: '2021-03-07' },
        { kind: 'BULLETINS_MISSING', count: 1, earliestOn: '2021-03-07' },
      ],
    }),
  });
  await waitFor(() => {
    expect(document.querySelector('.side-menu a[href="/bulletins"] .menu-badge')?.textContent).toBe('3 3 项待办');
  });
  expect(document.querySelector('.side-menu a[href="/attention"] .menu-badge')).toBeNull();
});

test('a role without a worklist asks for none', async () => {
  const { requests } = renderClient('TIP_HANDLER');
  await screen.findByText('没有这一页');
  expect(requests.map(({ path }) => path)).not.toContain('/api/v1/worklist');
});

test('a platform is found by its initials and opened with Enter; nothing is looked up meanwhile', async () => {
  const { requests, router, field } = await search('SECTION_CHIEF');
  await user.type(field, 'tdw');
  await screen.findByText('团贷网');
  expect(requests.some(({ path }) => path.endsWith('/lookup'))).toBe(false);
  await user.click(screen.getByText('团贷网'));
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/platforms/${platform.id}`);
  });
});

test('people are looked up with Enter, in the body of the request, and opened with the next one', async () => {
  const { requests, router, field } = await search('CLERK', {
    'POST /api/v1/investors/lookup': ok({ items: [investor], next: null }),
  });
  await user.type(field, '445102198001010018');
  expect(requests.some(({ path }) => path.endsWith('/lookup'))).toBe(false);
  await user.keyboard('{Enter}');
  await screen.findByText(/陈示例/);
  const looked = requests.filter(({ path }) => path.endsWith('/lookup'));
  expect(looked.map(({ body }) => body)).toEqual([{ documentNumber: '445102198001010018' }]);
  expect(requests.some(({ query }) => query.toString().includes('445102'))).toBe(false);
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/people/${ID}`);
  });
});

test('who may not look up people searches screens alone', async () => {
  const { requests, router, field } = await search('ADMIN');
  await user.type(field, 'zh{Enter}');
  await waitFor(() => {
    expect(router.state.location.pathname).toBe('/accounts');
  });
  expect(requests.map(({ path }) => path)).not.toContain('/api/v1/platforms');
});

test('single keys are letters while the user types, and the question mark shows the shortcuts elsewhere', async () => {
  const { field } = await search('CLERK');
  await user.type(field, '?/');
  expect((field as HTMLInputElement).value).toBe('?/');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(document.querySelector('[role=combobox]')).toBeNull();
  });
  await user.keyboard('?');
  expect(await screen.findByText('显示本说明')).toBeTruthy();
});

test('language and appearance become those of the account, and a change is kept there', async () => {
  const { requests } = renderClient('CLERK', {
    'GET /api/v1/me/preferences': ok({ ...none, language: 'en', menuFolded: true }),
  });
  await screen.findByText('There is no such page');
  expect(document.querySelector('.layout')?.hasAttribute('data-folded')).toBe(true);
  await user.click(screen.getByLabelText(/Account and display/));
  await user.click(screen.getByText('Dark'));
  await waitFor(() => {
    expect(requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { language: 'en', dark: true, largeType: false, compact: false, menuFolded: true },
    ]);
  });
});
