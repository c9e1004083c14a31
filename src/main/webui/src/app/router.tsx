import { createBrowserRouter } from 'react-router';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

/** Each screen is fetched when it is first gone to. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    HydrateFallback: () => null,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/home/HomePage')).HomePage }) },
      {
        path: 'register',
        lazy: async () => ({ Component: (await import('../features/registration/RegisterPage')).RegisterPage }),
      },
      {
        path: 'registrations',
        lazy: async () => ({ Component: (await import('../features/registration/RegisterListPage')).RegisterListPage }),
      },
      {
        path: 'registrations/:id',
        lazy: async () => ({ Component: (await import('../features/registration/RegistrationPage')).RegistrationPage }),
      },
      {
        path: 'attention',
        lazy: async () => ({ Component: (await import('../features/attention/AttentionPage')).AttentionPage }),
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
