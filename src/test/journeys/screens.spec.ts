import { test } from '@playwright/test';
import { openScreen, SCREENS, signIn, type User } from './helpers.ts';

/** Not a test: takes the screenshots of the user guide and the README, of every screen in both languages. */
const folder = process.env.REDRESS_PICTURES ?? '../../../target/screens';

for (const language of ['zh-CN', 'en'] as const) {
  for (const user of [...new Set(SCREENS.map((screen) => screen.user))] as User[]) {
    test(`${language} ${user}`, async ({ page }) => {
      test.setTimeout(600_000);
      await page.goto('/');
      await page.evaluate((value) => sessionStorage.setItem('redress.language', value), language);
      await page.reload();
      if (user === 'clerk') {
        await page.screenshot({ path: `${folder}/${language}/sign-in.png` });
      }
      await signIn(page, user);
      for (const screen of SCREENS.filter((one) => one.user === user)) {
        await openScreen(page, screen);
        await page.waitForTimeout(300);
        await page.screenshot({ path: `${folder}/${language}/${screen.name}.png` });
      }
      if (user === 'chief') {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.goto('/attention');
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `${folder}/${language}/attention-phone.png` });
      }
    });
  }
}
