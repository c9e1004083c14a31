import { defineConfig } from '@playwright/test';

/** One worker: the tests share one demonstration, so they run one after the other. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  outputDir: process.env.REDRESS_JOURNEYS_OUTPUT ?? '../../../target/journeys',
  use: {
    baseURL: process.env.REDRESS_URL ?? 'http://localhost:8080',
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    // No traces: they take almost as much CPU time as the tests. By hand: --trace retain-on-failure.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] },
  },
});
