import { expect, type APIRequestContext, type Page } from '@playwright/test';

export type User = 'clerk' | 'officer' | 'chief' | 'director' | 'admin' | 'auditor' | 'tips' | 'liaison';

/** Passwords of the demonstration's accounts. */
export const passwordOf = (user: User) => `demo-${user}-2021`;

async function fillSignInForm(page: Page, user: User) {
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(passwordOf(user));
  await page.locator('#password').press('Enter');
}

/** Signs in with the form, as a user does. */
export async function signIn(page: Page, user: User, to = '/') {
  await page.goto(to);
  await fillSignInForm(page, user);
  await expect(page.locator('main#main')).toBeVisible();
}

/** Fetches JSON with the session of the page, such as the id of a record to open. */
export async function json<T>(request: APIRequestContext, path: string): Promise<T> {
  const response = await request.get(path);
  expect(response.ok(), `${path} answers ${response.status()}`).toBe(true);
  return (await response.json()) as T;
}

export interface ListPage<T> {
  items: T[];
}

export interface Screen {
  name: string;
  user: User;
  path: (request: APIRequestContext) => Promise<string> | string;
  /** Steps before the check, such as opening a dialog. */
  prepare?: (page: Page) => Promise<void>;
}

const first =
  (list: string, show: (id: string) => string) =>
  async (request: APIRequestContext): Promise<string> => {
    const page = await json<ListPage<{ id: string }>>(request, list);
    return show(page.items[0]?.id ?? 'none');
  };

const clickButton = (zh: string, en: string) => async (page: Page) => {
  await page
    .getByRole('button', { name: new RegExp(`^(${zh}|${en})$`) })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const registration = first('/api/v1/registrations?limit=1', (id) => `/registrations/${id}`);
const issued = (view: string) =>
  first('/api/v1/bulletins?status=ISSUED&limit=1', (id) => `/bulletins/${id}?view=${view}`);

/** A draft of the digest of the last closed week; created here if the service has not created it yet. */
const draft = async (request: APIRequestContext): Promise<string> => {
  const drafts = '/api/v1/bulletins?status=DRAFT&limit=1';
  const weeks = await json<ListPage<{ endsOn: string }>>(request, '/api/v1/reporting-weeks?limit=1');
  if ((await json<ListPage<object>>(request, drafts)).items.length === 0) {
    const response = await request.post('/api/v1/bulletins', { data: { weekEndsOn: weeks.items[0]?.endsOn } });
    expect([201, 409], await response.text()).toContain(response.status());
  }
  return first(drafts, (id) => `/bulletins/${id}?view=edit`)(request);
};

const person = async (request: APIRequestContext) => {
  const page = await json<ListPage<{ investorId: string }>>(request, '/api/v1/registrations?limit=1');
  return `/people/${page.items[0]?.investorId ?? 'none'}`;
};

/** All screens of the client, each with the user who opens it. */
export const SCREENS: Screen[] = [
  { name: 'home', user: 'chief', path: () => '/' },
  { name: 'register', user: 'clerk', path: () => '/register' },
  { name: 'registrations', user: 'chief', path: () => '/registrations' },
  { name: 'registration', user: 'chief', path: registration },
  { name: 'correct', user: 'chief', path: registration, prepare: clickButton('更正登记', 'Correct') },
  { name: 'verify', user: 'chief', path: registration, prepare: clickButton('核实', 'Verify') },
  { name: 'merge', user: 'chief', path: registration, prepare: clickButton('并入另一登记', 'Merge into another') },
  { name: 'reveal', user: 'chief', path: registration, prepare: clickButton('查看明文', 'Show in clear') },
  {
    name: 'export',
    user: 'chief',
    path: () => '/registrations',
    prepare: clickButton('导出名册', 'Export the register'),
  },
  { name: 'person', user: 'chief', path: person },
  { name: 'contact', user: 'chief', path: person, prepare: clickButton('变更联系信息', 'Change contact details') },
  { name: 'attention', user: 'chief', path: () => '/attention' },
  { name: 'bulletins', user: 'chief', path: () => '/bulletins' },
  { name: 'bulletin', user: 'chief', path: issued('preview') },
  { name: 'bulletin-edit', user: 'chief', path: draft },
  { name: 'bulletin-figures', user: 'chief', path: issued('figures') },
  { name: 'bulletin-files', user: 'chief', path: issued('files') },
  { name: 'figures', user: 'chief', path: () => '/figures?from=2021-01-01&to=2021-12-31' },
  { name: 'platforms', user: 'chief', path: () => '/platforms' },
  { name: 'platform', user: 'chief', path: first('/api/v1/platforms?limit=1', (id) => `/platforms/${id}`) },
  {
    name: 'platform-enter',
    user: 'chief',
    path: () => '/platforms',
    prepare: clickButton('登记平台', 'Enter a platform'),
  },
  { name: 'areas', user: 'chief', path: () => '/areas' },
  { name: 'settings', user: 'chief', path: () => '/settings' },
  { name: 'accounts', user: 'admin', path: () => '/accounts' },
  { name: 'account-open', user: 'admin', path: () => '/accounts', prepare: clickButton('开设账号', 'Open an account') },
  { name: 'audit', user: 'auditor', path: () => '/audit' },
  { name: 'approvals', user: 'auditor', path: () => '/approvals' },
];

const newest = first('/api/v1/platforms?limit=1', (id) => `/platforms/${id}`);

/** Further dialogs on those screens, without screenshots. */
export const DIALOGS: Screen[] = [
  { name: 'adjudicate', user: 'chief', path: registration, prepare: clickButton('司法认定', 'Enter a judgment') },
  { name: 'withdraw', user: 'chief', path: registration, prepare: clickButton('撤回登记', 'Withdraw') },
  { name: 'propose', user: 'chief', path: registration, prepare: clickButton('提议重点关注', 'Propose for attention') },
  { name: 'correct-document', user: 'chief', path: person, prepare: clickButton('更正证件', 'Correct the document') },
  { name: 'extract', user: 'chief', path: person, prepare: clickButton('本人查阅件', 'Extract for the person') },
  { name: 'approve', user: 'chief', path: () => '/attention?status=PROPOSED', prepare: clickButton('批准', 'Approve') },
  {
    name: 'renew',
    user: 'chief',
    path: () => '/attention?status=ACTIVE&due=soon',
    prepare: clickButton('继续', 'Renew'),
  },
  {
    name: 'approve-account',
    user: 'auditor',
    path: () => '/approvals',
    prepare: clickButton('批准 newclerk', 'Approve newclerk'),
  },
  { name: 'submit', user: 'chief', path: draft, prepare: clickButton('送审', 'Submit for review') },
  { name: 'branch', user: 'chief', path: newest, prepare: clickButton('登记分支机构', 'Enter a branch') },
  { name: 'disclosure', user: 'clerk', path: newest, prepare: clickButton('记录信息披露', 'Record a disclosure') },
  { name: 'token', user: 'chief', path: () => '/settings', prepare: clickButton('签发令牌', 'Issue a token') },
  { name: 'password', user: 'chief', path: () => '/settings', prepare: clickButton('更换密码', 'Choose a password') },
  { name: 'search', user: 'chief', path: () => '/areas', prepare: pressKey('/', search) },
  { name: 'shortcuts', user: 'chief', path: () => '/areas', prepare: pressKey('?') },
  { name: 'account-menu', user: 'chief', path: () => '/areas', prepare: openAccountMenu },
  { name: 'missing-fields', user: 'clerk', path: () => '/register', prepare: submitEmptyForm },
];

function pressKey(key: string, then?: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await then?.(page);
  };
}

async function search(page: Page) {
  await page.getByRole('combobox').fill('tp');
  await expect(page.getByRole('option').first()).toBeVisible();
}

async function openAccountMenu(page: Page) {
  await page.getByRole('button', { name: /^(账号与显示|Account and display)/ }).click();
}

/** Submits the empty form, so that the error summary lists all missing fields. */
async function submitEmptyForm(page: Page) {
  await page.getByRole('button', { name: /^(登记|Register)$/ }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
}

/**
 * Waits until nothing is loading. On a page with a frame Playwright's "networkidle" sometimes never comes, although all requests
 * have been answered; so the wait has a timeout.
 */
export async function waitUntilLoaded(page: Page) {
  await expect(page.locator('.ant-spin-spinning, [aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}

/** Opens a screen and waits until it is loaded. */
export async function openScreen(page: Page, screen: Screen) {
  await page.goto(await screen.path(page.request));
  await expect(page.locator('main#main h1').first()).toBeVisible();
  await waitUntilLoaded(page);
  await screen.prepare?.(page);
}
