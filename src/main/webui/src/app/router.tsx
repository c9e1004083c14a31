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
      {
        path: 'people/:id',
        lazy: async () => ({ Component: (await import('../features/registration/PersonPage')).PersonPage }),
      },
      {
        path: 'bulletins',
        lazy: async () => ({ Component: (await import('../features/bulletins/BulletinsPage')).BulletinsPage }),
      },
      {
        path: 'bulletins/:id',
        lazy: async () => ({ Component: (await import('../features/bulletins/BulletinPage')).BulletinPage }),
      },
      {
        path: 'figures',
        lazy: async () => ({ Component: (await import('../features/figures/FiguresPage')).FiguresPage }),
      },
      {
        path: 'platforms',
        lazy: async () => ({ Component: (await import('../features/platforms/PlatformsPage')).PlatformsPage }),
      },
      {
        path: 'platforms/:id',
        lazy: async () => ({ Component: (await import('../features/platforms/PlatformPage')).PlatformPage }),
      },
      {
        path: 'areas',
        lazy: async () => ({ Component: (await import('../features/platforms/AreasPage')).AreasPage }),
      },
      {
        path: 'accounts',
        lazy: async () => ({ Component: (await import('../features/accounts/AccountsPage')).AccountsPage }),
      },
      {
        path: 'audit',
        lazy: async () => ({ Component: (await import('../features/audit/AuditPage')).AuditPage }),
      },
      {
        path: 'settings',
        lazy: async () => ({ Component: (await import('../features/settings/SettingsPage')).SettingsPage }),
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
