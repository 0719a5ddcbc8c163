import { defineConfig } from '@playwright/test'

/** `npm run test:install`: one test that installs, uses, updates and removes the program. Needs root on Debian. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  reporter: 'list',
  forbidOnly: true,
  timeout: 280_000,
})
