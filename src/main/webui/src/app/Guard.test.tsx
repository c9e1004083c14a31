import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import type { Role } from '../shared/auth/SessionContext';
import { LiveRegion } from '../shared/ui/LiveRegion';
import { LanguageProvider } from '../shared/words/LanguageProvider';
import { zhLabels } from '../shared/api/labels';
import { account } from '../testing/minimalRecords';
import { mockService, ok, type RecordedRequest } from '../testing/service';
import { AppearanceProvider } from './AppearanceProvider';
import { routes } from './router';
import { isAllowed, SCREENS } from './screens';

function renderAt(to: string, role: Role) {
  const requests = mockService({ 'GET /api/v1/me': ok({ ...account, roles: [role] }) });
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
  return requests;
}

/** Requests of the screen: all but those of the shell, which asks for the viewer, their preferences, session and worklist. */
const OF_THE_SHELL = [
  '/api/v1/me',
  '/api/v1/me/account-changes',
  '/api/v1/me/preferences',
  '/api/v1/me/sessions',
  '/api/v1/worklist',
];
const screenRequests = (requests: RecordedRequest[]) =>
  requests.map(({ path }) => path).filter((path) => !OF_THE_SHELL.includes(path));

const ROLES = Object.keys(zhLabels.Role) as Role[];
const forbidden = SCREENS.flatMap((one) =>
  ROLES.filter((role) => !isAllowed([role], one)).map((role) => ({ role, path: one.path.replace(':id', 'some-id') })),
);

test.each(forbidden)(
  '$path is refused to the $role without a request, with a link to the start page',
  async ({ path, role }) => {
    const requests = renderAt(path, role);
    expect(await screen.findByText('此页不对您的角色开放')).toBeTruthy();
    expect(screen.getByText('回到首页').getAttribute('href')).toBe('/');
    expect(screenRequests(requests)).toEqual([]);
  },
);

test('an address in another spelling is refused too', async () => {
  const requests = renderAt('/%62ULLETINS/', 'BRANCH_LIAISON');
  expect(await screen.findByText('此页不对您的角色开放')).toBeTruthy();
  expect(screenRequests(requests)).toEqual([]);
});

test('the menu has only the screens of the role', async () => {
  renderAt('/settings', 'AUDITOR');
  await screen.findAllByText('审计日志');
  const links = [...document.querySelectorAll('.side-menu a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/', '/areas', '/approvals', '/audit', '/settings']);
});

test('a director may use the screens of the register', () => {
  for (const path of ['/registrations', '/people/:id', '/bulletins', '/figures']) {
    const [found] = SCREENS.filter((one) => one.path === path);
    expect(found !== undefined && isAllowed(['DIRECTOR'], found)).toBe(true);
  }
});
