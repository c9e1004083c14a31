import type { ComponentType } from 'react';
import { BUREAU_ROLES, type Role } from '../shared/auth/SessionContext';
import type { Words } from '../shared/words/zh';

type LabelKey = { [labelKey in keyof Words]: Words[labelKey] extends string ? labelKey : never }[keyof Words];

interface Screen {
  /** Route path, such as /people/:id. */
  path: string;
  /** Roles that may use the screen; all signed-in users when absent. */
  roles?: Role[];
  /** Key of the menu label; absent for screens that are opened from another screen. */
  labelKey?: LabelKey;
  lazy: () => Promise<{ Component: ComponentType }>;
}

const REGISTRARS: Role[] = ['CLERK', 'AREA_OFFICER', 'SECTION_CHIEF'];

/**
 * Route table: the menu, the routes and their guard are built from it. Each screen is loaded lazily, when the user first opens
 * it.
 */
export const SCREENS: Screen[] = [
  {
    path: '/',
    labelKey: 'home',
    lazy: async () => ({ Component: (await import('../features/worklist/HomePage')).HomePage }),
  },
  {
    path: '/register',
    roles: REGISTRARS,
    labelKey: 'register',
    lazy: async () => ({ Component: (await import('../features/registration/RegisterPage')).RegisterPage }),
  },
  {
    path: '/registrations',
    roles: BUREAU_ROLES,
    labelKey: 'registrations',
    lazy: async () => ({ Component: (await import('../features/registration/RegisterListPage')).RegisterListPage }),
  },
  {
    path: '/registrations/:id',
    roles: BUREAU_ROLES,
    lazy: async () => ({ Component: (await import('../features/registration/RegistrationPage')).RegistrationPage }),
  },
  {
    path: '/people/:id',
    roles: BUREAU_ROLES,
    lazy: async () => ({ Component: (await import('../features/registration/PersonPage')).PersonPage }),
  },
  {
    path: '/attention',
    roles: BUREAU_ROLES,
    labelKey: 'attention',
    lazy: async () => ({ Component: (await import('../features/attention/AttentionPage')).AttentionPage }),
  },
  {
    path: '/bulletins',
    roles: BUREAU_ROLES,
    labelKey: 'bulletins',
    lazy: async () => ({ Component: (await import('../features/bulletin/BulletinsPage')).BulletinsPage }),
  },
  {
    path: '/bulletins/:id',
    roles: BUREAU_ROLES,
    lazy: async () => ({ Component: (await import('../features/bulletin/BulletinPage')).BulletinPage }),
  },
  {
    path: '/figures',
    roles: BUREAU_ROLES,
    labelKey: 'figures',
    lazy: async () => ({ Component: (await import('../features/tally/FiguresPage')).FiguresPage }),
  },
  {
    path: '/platforms',
    roles: BUREAU_ROLES,
    labelKey: 'platforms',
    lazy: async () => ({ Component: (await import('../features/platform/PlatformsPage')).PlatformsPage }),
  },
  {
    path: '/platforms/:id',
    roles: BUREAU_ROLES,
    lazy: async () => ({ Component: (await import('../features/platform/PlatformPage')).PlatformPage }),
  },
  {
    path: '/areas',
    roles: BUREAU_ROLES,
    labelKey: 'areas',
    lazy: async () => ({ Component: (await import('../features/platform/AreasPage')).AreasPage }),
  },
  {
    path: '/accounts',
    roles: ['ADMIN'],
    labelKey: 'accounts',
    lazy: async () => ({ Component: (await import('../features/account/AccountsPage')).AccountsPage }),
  },
  {
    path: '/audit',
    roles: ['AUDITOR'],
    labelKey: 'audit',
    lazy: async () => ({ Component: (await import('../features/audit/AuditPage')).AuditPage }),
  },
  {
    path: '/settings',
    lazy: async () => ({ Component: (await import('../features/signin/SettingsPage')).SettingsPage }),
  },
];

export const isAllowed = (roles: Role[], screen: Pick<Screen, 'roles'>) =>
  screen.roles === undefined || screen.roles.some((role) => roles.includes(role));
