import type { ComponentType } from 'react';
import { mayCall, type Operation } from '../shared/auth/permissions';
import type { Role } from '../shared/auth/SessionContext';
import type { Words } from '../shared/words/zh';

type LabelKey = { [labelKey in keyof Words]: Words[labelKey] extends string ? labelKey : never }[keyof Words];

/** What people do: the headings of the menu, in this order. */
export const GROUPS = ['handling', 'reporting', 'reference', 'administration'] as const;

export interface Screen {
  /** Route path, such as /people/:id. */
  path: string;
  /** The screen is of use to whoever may call one of these operations of the contract; to all signed-in users when absent. */
  needs?: Operation | readonly Operation[];
  /** Place in the menu; absent for screens that are opened from another screen. */
  menu?: { group: (typeof GROUPS)[number]; labelKey: LabelKey; pinyin: string };
  lazy: () => Promise<{ Component: ComponentType }>;
}

/**
 * Route table: the menu, the routes and their guard are built from it. Each screen is loaded lazily, when the user first opens
 * it.
 */
export const SCREENS: Screen[] = [
  {
    path: '/',
    menu: { group: 'handling', labelKey: 'home', pinyin: 'shouye sy' },
    lazy: async () => ({ Component: (await import('../features/worklist/HomePage')).HomePage }),
  },
  {
    path: '/register',
    needs: 'POST /api/v1/registrations',
    menu: { group: 'handling', labelKey: 'register', pinyin: 'shoulidengji sldj' },
    lazy: async () => ({ Component: (await import('../features/registration/RegisterPage')).RegisterPage }),
  },
  {
    path: '/registrations',
    needs: 'GET /api/v1/registrations',
    menu: { group: 'handling', labelKey: 'registrations', pinyin: 'dengjimingce djmc' },
    lazy: async () => ({ Component: (await import('../features/registration/RegisterListPage')).RegisterListPage }),
  },
  {
    path: '/registrations/:id',
    needs: 'GET /api/v1/registrations/{id}',
    lazy: async () => ({ Component: (await import('../features/registration/RegistrationPage')).RegistrationPage }),
  },
  {
    path: '/people/:id',
    needs: 'GET /api/v1/investors/{id}',
    lazy: async () => ({ Component: (await import('../features/registration/PersonPage')).PersonPage }),
  },
  {
    path: '/attention',
    needs: 'GET /api/v1/attention-entries',
    menu: { group: 'handling', labelKey: 'attention', pinyin: 'zhongdianguanzhu zdgz' },
    lazy: async () => ({ Component: (await import('../features/attention/AttentionPage')).AttentionPage }),
  },
  {
    path: '/bulletins',
    needs: 'GET /api/v1/bulletins',
    menu: { group: 'reporting', labelKey: 'bulletins', pinyin: 'zhoubao zb' },
    lazy: async () => ({ Component: (await import('../features/bulletin/BulletinsPage')).BulletinsPage }),
  },
  {
    path: '/bulletins/:id',
    needs: 'GET /api/v1/bulletins/{id}',
    lazy: async () => ({ Component: (await import('../features/bulletin/BulletinPage')).BulletinPage }),
  },
  {
    path: '/figures',
    needs: 'GET /api/v1/figures',
    menu: { group: 'reporting', labelKey: 'figures', pinyin: 'tongjitubiao tjtb' },
    lazy: async () => ({ Component: (await import('../features/tally/FiguresPage')).FiguresPage }),
  },
  {
    path: '/platforms',
    needs: 'GET /api/v1/platforms',
    menu: { group: 'reference', labelKey: 'platforms', pinyin: 'pingtai pt' },
    lazy: async () => ({ Component: (await import('../features/platform/PlatformsPage')).PlatformsPage }),
  },
  {
    path: '/platforms/:id',
    needs: 'GET /api/v1/platforms/{id}',
    lazy: async () => ({ Component: (await import('../features/platform/PlatformPage')).PlatformPage }),
  },
  {
    path: '/areas',
    menu: { group: 'reference', labelKey: 'areas', pinyin: 'quhua qh' },
    lazy: async () => ({ Component: (await import('../features/platform/AreasPage')).AreasPage }),
  },
  {
    path: '/approvals',
    needs: ['GET /api/v1/account-changes', 'GET /api/v1/access-requests'],
    menu: { group: 'administration', labelKey: 'approvals', pinyin: 'shenpi sp' },
    lazy: async () => ({ Component: (await import('../features/approval/ApprovalsPage')).ApprovalsPage }),
  },
  {
    path: '/accounts',
    needs: 'GET /api/v1/accounts',
    menu: { group: 'administration', labelKey: 'accounts', pinyin: 'zhanghao zh' },
    lazy: async () => ({ Component: (await import('../features/account/AccountsPage')).AccountsPage }),
  },
  {
    path: '/audit',
    needs: 'GET /api/v1/audit-entries',
    menu: { group: 'administration', labelKey: 'audit', pinyin: 'shenjirizhi sjrz' },
    lazy: async () => ({ Component: (await import('../features/audit/AuditPage')).AuditPage }),
  },
  {
    path: '/settings',
    menu: { group: 'administration', labelKey: 'settings', pinyin: 'wodeshezhi wdsz' },
    lazy: async () => ({ Component: (await import('../features/signin/SettingsPage')).SettingsPage }),
  },
];

export type MenuScreen = Screen & Required<Pick<Screen, 'menu'>>;

export const isAllowed = (roles: readonly Role[], { needs }: Pick<Screen, 'needs'>) =>
  needs === undefined || [needs].flat().some((operation) => mayCall(roles, operation));

/** The screens that these roles have in the menu. */
export const menuOf = (roles: readonly Role[]): MenuScreen[] =>
  SCREENS.filter((screen): screen is MenuScreen => screen.menu !== undefined && isAllowed(roles, screen));

/** Paths of the bar at the bottom of a phone: what the role does most. */
const MOST_USED: Record<Role, readonly string[]> = {
  CLERK: ['/', '/register', '/registrations', '/attention'],
  AREA_OFFICER: ['/', '/registrations', '/attention', '/register'],
  SECTION_CHIEF: ['/', '/registrations', '/bulletins', '/attention'],
  DIRECTOR: ['/', '/bulletins', '/figures', '/registrations'],
  BRANCH_LIAISON: ['/', '/areas', '/settings'],
  TIP_HANDLER: ['/', '/areas', '/settings'],
  AUDITOR: ['/', '/audit', '/approvals', '/settings'],
  ADMIN: ['/', '/accounts', '/approvals', '/settings'],
};

export const mostUsedBy = (roles: readonly Role[]): MenuScreen[] => {
  const leading = (Object.keys(MOST_USED) as Role[]).reverse().find((role) => roles.includes(role));
  const menu = menuOf(roles);
  return (leading === undefined ? [] : MOST_USED[leading]).flatMap((path) =>
    menu.filter((screen) => screen.path === path),
  );
};
