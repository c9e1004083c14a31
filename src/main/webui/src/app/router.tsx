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
      ...SCREENS.map(({ path, needs, lazy }) => ({ path, lazy, handle: { needs } })),
      { path: '*', Component: NotFoundPage },
    ],
  },
];

export const router = createBrowserRouter(routes);
