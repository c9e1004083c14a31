import { render, screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { PageTitle } from './PageTitle';

const showing = (path: string) => {
  const router = createMemoryRouter(
    [
      { path: '/', element: <PageTitle>首页</PageTitle> },
      { path: '/list', element: <PageTitle>登记名册</PageTitle> },
      { path: '/person', element: <PageTitle tab="来访人">陈示例</PageTitle> },
      {
        path: '/form',
        element: (
          <main>
            <PageTitle>登记</PageTitle>
            <input aria-label="姓名" autoFocus />
          </main>
        ),
      },
    ],
    { initialEntries: [path] },
  );
  render(<RouterProvider router={router} />);
  return router;
};

test('the heading names the tab', async () => {
  const router = showing('/');
  expect(document.title).toBe('首页 · 受损投资人登记');
  await act(() => router.navigate('/list'));
  expect(document.title).toBe('登记名册 · 受损投资人登记');
});

test('the tab, which stands in the history of the browser, does not name a person', () => {
  showing('/person');
  expect(document.title).toBe('来访人 · 受损投资人登记');
});

test('after navigation the heading has the focus', async () => {
  const router = showing('/');
  expect(document.activeElement).toBe(document.body);
  await act(() => router.navigate('/list'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('登记名册')));
});

test('a field that takes the focus by itself keeps it', async () => {
  const router = showing('/');
  await act(() => router.navigate('/form'));
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
});
