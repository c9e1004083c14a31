import { expect, type APIRequestContext, type Page } from '@playwright/test';

export type Person = 'clerk' | 'officer' | 'chief' | 'director' | 'admin' | 'auditor' | 'tips' | 'liaison';

/** The demonstration's accounts have passwords that follow their names. */
export const passwordOf = (person: Person) => `demo-${person}-2021`;

export async function fillIn(page: Page, person: Person) {
  await page.locator('#username').fill(person);
  await page.locator('#password').fill(passwordOf(person));
  await page.locator('#password').press('Enter');
}

/** Through the door as a person goes. */
export async function signIn(page: Page, person: Person, to = '/') {
  await page.goto(to);
  await fillIn(page, person);
  await expect(page.locator('main#main')).toBeVisible();
}

/** What the page at hand may fetch, for where a screen is to be found by its record. */
export async function json<T>(request: APIRequestContext, path: string): Promise<T> {
  const response = await request.get(path);
  expect(response.ok(), `${path} answers ${response.status()}`).toBe(true);
  return (await response.json()) as T;
}

export interface Page_<T> {
  items: T[];
}

export interface Screen {
  name: string;
  person: Person;
  path: (request: APIRequestContext) => Promise<string> | string;
  /** What is done before the screen is looked at. */
  then?: (page: Page) => Promise<void>;
}

const first =
  (list: string, show: (id: string) => string) =>
  async (request: APIRequestContext): Promise<string> => {
    const page = await json<Page_<{ id: string }>>(request, list);
    return show(page.items[0]?.id ?? 'none');
  };

const press = (zh: string, en: string) => async (page: Page) => {
  await page
    .getByRole('button', { name: new RegExp(`^(${zh}|${en})$`) })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const registration = first('/api/v1/registrations?limit=1', (id) => `/registrations/${id}`);
const issued = (view: string) =>
  first('/api/v1/bulletins?status=ISSUED&limit=1', (id) => `/bulletins/${id}?view=${view}`);

/** A draft of the last closed week's digest; made by hand where the service has not got round to it yet. */
const draft = async (request: APIRequestContext): Promise<string> => {
  const drafts = '/api/v1/bulletins?status=DRAFT&limit=1';
  const weeks = await json<Page_<{ endsOn: string }>>(request, '/api/v1/reporting-weeks?limit=1');
  if ((await json<Page_<object>>(request, drafts)).items.length === 0) {
    const response = await request.post('/api/v1/bulletins', { data: { weekEndsOn: weeks.items[0]?.endsOn } });
    expect([201, 409], await response.text()).toContain(response.status());
  }
  return first(drafts, (id) => `/bulletins/${id}?view=edit`)(request);
};

const person = async (request: APIRequestContext) => {
  const page = await json<Page_<{ investorId: string }>>(request, '/api/v1/registrations?limit=1');
  return `/people/${page.items[0]?.investorId ?? 'none'}`;
};

/** Every screen of the client, and whose it is. */
export const SCREENS: Screen[] = [
  { name: 'home', person: 'chief', path: () => '/' },
  { name: 'register', person: 'clerk', path: () => '/register' },
  { name: 'registrations', person: 'chief', path: () => '/registrations' },
  { name: 'registration', person: 'chief', path: registration },
  { name: 'correct', person: 'chief', path: registration, then: press('更正登记', 'Correct') },
  { name: 'verify', person: 'chief', path: registration, then: press('核实', 'Verify') },
  { name: 'merge', person: 'chief', path: registration, then: press('并入另一登记', 'Merge into another') },
  { name: 'reveal', person: 'chief', path: registration, then: press('查看明文', 'Show in clear') },
  { name: 'export', person: 'chief', path: () => '/registrations', then: press('导出名册', 'Export the register') },
  { name: 'person', person: 'chief', path: person },
  { name: 'contact', person: 'chief', path: person, then: press('变更联系信息', 'Change contact details') },
  { name: 'attention', person: 'chief', path: () => '/attention' },
  { name: 'bulletins', person: 'chief', path: () => '/bulletins' },
  { name: 'bulletin', person: 'chief', path: issued('preview') },
  { name: 'bulletin-edit', person: 'chief', path: draft },
  { name: 'bulletin-figures', person: 'chief', path: issued('figures') },
  { name: 'bulletin-files', person: 'chief', path: issued('files') },
  { name: 'figures', person: 'chief', path: () => '/figures?from=2021-01-01&to=2021-12-31' },
  { name: 'platforms', person: 'chief', path: () => '/platforms' },
  { name: 'platform', person: 'chief', path: first('/api/v1/platforms?limit=1', (id) => `/platforms/${id}`) },
  { name: 'platform-enter', person: 'chief', path: () => '/platforms', then: press('登记平台', 'Enter a platform') },
  { name: 'areas', person: 'chief', path: () => '/areas' },
  { name: 'settings', person: 'chief', path: () => '/settings' },
  { name: 'accounts', person: 'admin', path: () => '/accounts' },
  { name: 'account-open', person: 'admin', path: () => '/accounts', then: press('开设账号', 'Open an account') },
  { name: 'audit', person: 'auditor', path: () => '/audit' },
];

const newest = first('/api/v1/platforms?limit=1', (id) => `/platforms/${id}`);

/** What opens on those screens, and nobody needs a picture of. */
export const DIALOGS: Screen[] = [
  { name: 'adjudicate', person: 'chief', path: registration, then: press('司法认定', 'Enter a judgment') },
  { name: 'withdraw', person: 'chief', path: registration, then: press('撤回登记', 'Withdraw') },
  { name: 'propose', person: 'chief', path: registration, then: press('提议重点关注', 'Propose for attention') },
  { name: 'correct-document', person: 'chief', path: person, then: press('更正证件', 'Correct the document') },
  { name: 'extract', person: 'chief', path: person, then: press('本人查阅件', 'Extract for the person') },
  { name: 'approve', person: 'chief', path: () => '/attention?status=PROPOSED', then: press('批准', 'Approve') },
  { name: 'renew', person: 'chief', path: () => '/attention?status=ACTIVE&due=soon', then: press('继续', 'Renew') },
  { name: 'submit', person: 'chief', path: draft, then: press('送审', 'Submit for review') },
  { name: 'branch', person: 'chief', path: newest, then: press('登记分支机构', 'Enter a branch') },
  { name: 'disclosure', person: 'clerk', path: newest, then: press('记录信息披露', 'Record a disclosure') },
  { name: 'token', person: 'chief', path: () => '/settings', then: press('签发令牌', 'Issue a token') },
  { name: 'password', person: 'chief', path: () => '/settings', then: press('更换密码', 'Choose a password') },
  { name: 'missing-fields', person: 'clerk', path: () => '/register', then: refused },
];

/** A form that was sent without anything in it, with all that is missing listed. */
async function refused(page: Page) {
  await page.getByRole('button', { name: /^(登记|Register)$/ }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
}

/**
 * Nothing is loading any more. For a page with a frame in it Playwright's "networkidle" now and then never comes, though every
 * request has been answered; so it is waited for a moment only.
 */
async function settled(page: Page) {
  await expect(page.locator('.ant-spin-spinning, [aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}

/** Shows a screen, waiting until everything asked for has arrived. */
export async function show(page: Page, screen: Screen) {
  await page.goto(await screen.path(page.request));
  await expect(page.locator('main#main h1').first()).toBeVisible();
  await settled(page);
  await screen.then?.(page);
}
