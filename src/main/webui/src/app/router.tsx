import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './NotFoundPage';
import { SCREENS } from './screens';
import { Shell } from './Shell';

export const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    HydrateFallback: () => null,
    children: [
      ...SCREENS.map(({ path, roles, lazy }) => ({ path, lazy, handle: { roles } })),
      { path: '*', Component: NotFoundPage },
    ],
  },
];

export const router = createBrowserRouter(routes);
