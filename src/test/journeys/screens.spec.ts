import { test } from '@playwright/test';
import { SCREENS, show, signIn, type Person } from './office.ts';

/** Not a test: takes the pictures of the user guide and the README, of every screen in both languages. */
const folder = process.env.REDRESS_PICTURES ?? '../../../target/screens';

for (const language of ['zh-CN', 'en'] as const) {
  for (const person of [...new Set(SCREENS.map((screen) => screen.person))] as Person[]) {
    test(`${language} ${person}`, async ({ page }) => {
      test.setTimeout(600_000);
      await page.goto('/');
      await page.evaluate((spoken) => sessionStorage.setItem('redress.language', spoken), language);
      await page.reload();
      if (person === 'clerk') {
        await page.screenshot({ path: `${folder}/${language}/sign-in.png` });
      }
      await signIn(page, person);
      for (const screen of SCREENS.filter((one) => one.person === person)) {
        await show(page, screen);
        await page.waitForTimeout(300);
        await page.screenshot({ path: `${folder}/${language}/${screen.name}.png` });
      }
      if (person === 'chief') {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.goto('/attention');
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `${folder}/${language}/attention-phone.png` });
      }
    });
  }
}
