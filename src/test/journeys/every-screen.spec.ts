import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DIALOGS, openScreen, SCREENS, signIn, waitUntilLoaded, type User } from './helpers.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string }[];
}

/** Violations of WCAG 2.2 AA that axe finds. */
async function violations(page: Page): Promise<string[]> {
  // Through the debugger, to which the content security policy does not apply.
  if (await page.evaluate(() => !('axe' in window))) {
    await page.evaluate(axe);
  }
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> };
    };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // The preview shows the printed page, which has its own tests.
      iframes: false,
      // Only violations are read. axe collects the other results and preloads stylesheets otherwise, which takes most of its time.
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) }));
  });
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html.slice(0, 200)}`).join('\n')}`,
  );
}

/** Collects the errors of the browser console. The screens show refusals of the service; any other error is a defect. */
function collectConsoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    // The sandbox of the preview also blocks the debugger.
    if (message.type() === 'error' && !message.text().includes("'allow-scripts' permission")) {
      errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

const users = [...new Set(SCREENS.map(({ user }) => user))] as User[];

test('the sign-in page is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#username')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const user of users) {
  test(`every screen of the ${user}, wide and narrow, light and dark, is accessible`, async ({ page }) => {
    test.setTimeout(1_800_000);
    await signIn(page, user);
    const errors = collectConsoleErrors(page);
    const externalRequests: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(page.url()).origin) && !/^(data|blob|about):/.test(request.url())) {
        externalRequests.push(request.url());
      }
    });
    for (const screen of [...SCREENS, ...DIALOGS].filter((one) => one.user === user)) {
      await openScreen(page, screen);
      expect.soft(await violations(page), `${screen.name} at 1280`).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect.soft(await violations(page), `${screen.name} at 360`).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wider, `${screen.name} is wider than a phone`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      if (screen.prepare === undefined) {
        await page.getByRole('button', { name: /账号与显示/ }).click();
        await page.getByRole('button', { name: '深色' }).click();
        expect.soft(await violations(page), `${screen.name} in the dark`).toEqual([]);
        await page.getByRole('button', { name: 'English' }).click();
        await waitUntilLoaded(page);
        expect.soft(await violations(page), `${screen.name} in English`).toEqual([]);
        // The next screen is loaded light and in Chinese again.
        await page.request.put('/api/v1/me/preferences', {
          data: {},
          headers: { Origin: new URL(page.url()).origin },
        });
        await page.evaluate(() => {
          sessionStorage.clear();
        });
      }
    }
    expect(errors).toEqual([]);
    expect(externalRequests).toEqual([]);
  });
}
