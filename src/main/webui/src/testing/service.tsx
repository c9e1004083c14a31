import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import type { Problem, Schemas } from '../shared/api/client';
import { SessionContext } from '../shared/auth/SessionContext';
import { LiveRegion } from '../shared/ui/LiveRegion';
import { LanguageProvider } from '../shared/words/LanguageProvider';

export interface RecordedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Reply = { status: number; body: unknown };

/** Mock of the service: replies from a table, and records the requests. */
export function mockService(replies: Record<string, (request: RecordedRequest) => Reply>) {
  const requests: RecordedRequest[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname: path, searchParams: query } = new URL(request.url);
    const text = await request.text();
    const recorded = {
      method: request.method,
      path,
      query,
      headers: request.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
    requests.push(recorded);
    const { status, body } = replies[`${request.method} ${path}`]?.(recorded) ?? {
      status: 404,
      body: problem(404, 'not-found', '没有'),
    };
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  });
  return requests;
}

export const ok = (body: unknown) => () => ({ status: 200, body });

export const problem = (
  status: number,
  code: string,
  detail: string,
  errors: Schemas['FieldError'][] = [],
): Problem => ({
  type: `/problems/${code}`,
  title: detail,
  status,
  detail,
  errors,
});

const clerk: Schemas['Account'] = {
  id: '0198c0de-0000-4000-8000-000000000001',
  username: 'clerk',
  name: '林登记',
  roles: ['CLERK'],
  disabled: false,
  mustChangePassword: false,
  version: 0,
};

/** Renders a screen at every path, after another history entry, so that tests can go back. */
export function renderScreen(screen: ReactNode, viewer: Partial<Schemas['Account']> = {}) {
  const router = createMemoryRouter(
    [
      { path: '/before', element: <p>前一页</p> },
      { path: '*', element: screen },
    ],
    { initialEntries: ['/before', '/'], initialIndex: 1 },
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const shown = render(
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}>
          <LiveRegion>
            <SessionContext.Provider value={{ viewer: { ...clerk, ...viewer }, signOut: () => undefined }}>
              <RouterProvider router={router} />
            </SessionContext.Provider>
          </LiveRegion>
        </ConfigProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return { ...shown, router };
}
