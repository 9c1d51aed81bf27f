import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/lib/browser.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: findBrowser().launch
  },
  // One set of specs; what differs between the hosts is in the fixture `app`.
  projects: [{ name: 'web' }, { name: 'electron' }]
})
