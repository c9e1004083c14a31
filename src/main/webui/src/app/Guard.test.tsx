import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import type { Role } from '../shared/auth/SessionContext';
import { LiveRegion } from '../shared/ui/LiveRegion';
import { LanguageProvider } from '../shared/words/LanguageProvider';
import { zhLabels } from '../shared/api/labels';
import { account } from '../testing/bareRecords';
import { ok, service, type Asked } from '../testing/service';
import { AppearanceProvider } from './AppearanceContext';
import { routes } from './router';
import { isFor, SCREENS } from './screens';

function go(to: string, role: Role) {
  const asked = service({ 'GET /api/v1/me': ok({ ...account, roles: [role] }) });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <LanguageProvider>
        <AppearanceProvider>
          <LiveRegion>
            <RouterProvider router={createMemoryRouter(routes, { initialEntries: [to] })} />
          </LiveRegion>
        </AppearanceProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return asked;
}

/** The shell asks who is here, and how long the session lasts; the screen asks everything else. */
const beyondMe = (asked: Asked[]) =>
  asked.map(({ path }) => path).filter((path) => path !== '/api/v1/me' && path !== '/api/v1/me/sessions');

const ROLES = Object.keys(zhLabels.Role) as Role[];
const closed = SCREENS.flatMap((one) =>
  ROLES.filter((role) => !isFor([role], one)).map((role) => ({ role, path: one.path.replace(':id', 'some-id') })),
);

test.each(closed)('$path is refused to the $role without a request, with a way home', async ({ path, role }) => {
  const asked = go(path, role);
  expect(await screen.findByText('此页不对您的角色开放')).toBeTruthy();
  expect(screen.getByText('回到首页').getAttribute('href')).toBe('/');
  expect(beyondMe(asked)).toEqual([]);
});

test('an address written otherwise is refused, too', async () => {
  const asked = go('/%62ULLETINS/', 'BRANCH_LIAISON');
  expect(await screen.findByText('此页不对您的角色开放')).toBeTruthy();
  expect(beyondMe(asked)).toEqual([]);
});

test('the menu has what the role may use, and no more', async () => {
  go('/settings', 'AUDITOR');
  await screen.findByText('审计日志');
  const links = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/', '/audit']);
});

test('everybody who works with the register gets to its screens', () => {
  for (const path of ['/registrations', '/people/:id', '/bulletins', '/figures']) {
    const [found] = SCREENS.filter((one) => one.path === path);
    expect(isFor(['DIRECTOR'], found ?? { roles: [] })).toBe(true);
  }
});
