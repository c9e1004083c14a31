import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DIALOGS, SCREENS, show, signIn, type Person } from './office.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string }[];
}

/** What stands in the way of people by WCAG 2.2 AA, as far as a program can tell. */
async function violations(page: Page): Promise<string[]> {
  // By the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (where: Document, how: object) => Promise<object> } };
    return axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // The preview is the printed page, which has tests of its own.
      iframes: false,
    });
  });
  return (found as { violations: Violation[] }).violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html.slice(0, 200)}`).join('\n')}`,
  );
}

/** What a browser complains of: our own refusals are told on the screen, everything else is a defect. */
function complaints(page: Page): string[] {
  const told: string[] = [];
  page.on('console', (message) => {
    // The preview is sandboxed, also against the debugger that looks at it.
    if (message.type() === 'error' && !message.text().includes("'allow-scripts' permission")) {
      told.push(message.text());
    }
  });
  page.on('pageerror', (error) => told.push(String(error)));
  return told;
}

const people = [...new Set(SCREENS.map(({ person }) => person))] as Person[];

test('the door', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#username')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const person of people) {
  test(`every screen of the ${person}, wide and narrow, light and dark, is for everybody`, async ({ page }) => {
    test.setTimeout(1_800_000);
    await signIn(page, person);
    const told = complaints(page);
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(page.url()).origin) && !/^(data|blob|about):/.test(request.url())) {
        strangers.push(request.url());
      }
    });
    for (const screen of [...SCREENS, ...DIALOGS].filter((one) => one.person === person)) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await show(page, screen);
      expect.soft(await violations(page), `${screen.name} at 1280`).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect.soft(await violations(page), `${screen.name} at 360`).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wider, `${screen.name} is wider than a phone`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/');
    await page.getByRole('button', { name: '深色' }).click();
    for (const screen of SCREENS.filter((one) => one.person === person && one.then === undefined)) {
      await show(page, screen);
      expect.soft(await violations(page), `${screen.name} in the dark`).toEqual([]);
    }
    await page.getByRole('button', { name: 'English' }).click();
    for (const screen of SCREENS.filter((one) => one.person === person && one.then === undefined)) {
      await show(page, screen);
      expect.soft(await violations(page), `${screen.name} in English`).toEqual([]);
    }
    expect(told).toEqual([]);
    expect(strangers).toEqual([]);
  });
}
