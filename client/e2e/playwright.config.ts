import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './find-chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: '.',
  testMatch: '*.errand.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  // A loaded machine may be slower than a person would wait; what fails again is broken.
  retries: process.env['CI'] === undefined ? 1 : 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    trace: 'on-first-retry',
    launchOptions: {
      args: chromiumFlags,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
})
