import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  chromium,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { user } from './errand.ts'
import { fillServer } from './fill-server.ts'
import { chromiumFlags, findChromium } from './find-chromium.ts'
import { inventedHousehold } from './invented-household.ts'
import { newServer } from './server.ts'

/** The day it is in the pictures. */
const today = '2026-11-22'
const noon = new Date(`${today}T12:00:00Z`)
const folder = join(import.meta.dirname, '../../docs/pictures')

const desk = { viewport: { width: 1280, height: 800 } }
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

type Picture = {
  readonly name: string
  readonly looks: BrowserContextOptions
  readonly pose: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  {
    name: 'transactions-light',
    looks: { ...desk, colorScheme: 'light' },
    pose: openRecord,
  },
  {
    name: 'transactions-dark',
    looks: { ...desk, colorScheme: 'dark' },
    pose: openRecord,
  },
  {
    name: 'home-phone',
    looks: { ...phone, colorScheme: 'light' },
    pose: async page => page.locator('canvas').waitFor(),
  },
  {
    name: 'form-phone',
    looks: { ...phone, colorScheme: 'dark' },
    pose: typePurchase,
  },
]

async function openRecord(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Transactions', exact: true }).click()
  await page
    .getByRole('button', { name: 'Books for the course' })
    .first()
    .click()
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  await page.mouse.move(0, 0)
}

async function typePurchase(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Transactions', exact: true }).tap()
  await page.getByRole('link', { name: 'Add transaction' }).tap()
  await page.getByLabel(/^Amount/).fill('12.50+3*2')
  await page.getByLabel('Description').fill('Central market')
  await page.getByText('= €18.50').waitFor()
  await page
    .getByRole('combobox', { name: 'Category' })
    .and(page.locator('[value="Groceries"]'))
    .waitFor()
}

await mkdir(folder, { recursive: true })
const server = await newServer()
const executablePath = findChromium()
const browser = await chromium.launch({
  args: chromiumFlags,
  ...(executablePath !== undefined && { executablePath }),
})
try {
  await fillServer(server, inventedHousehold(today, 14), () => noon.getTime())
  for (const { name, looks, pose } of pictures) {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'en-IE',
      timezoneId: 'Europe/Lisbon',
      reducedMotion: 'reduce',
      ...looks,
    })
    const page = await context.newPage()
    await page.clock.setFixedTime(noon)
    await page.goto('/sign-in')
    await page.getByLabel('Name').fill(user.name)
    await page.getByLabel('Password').fill(user.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Synced' }).waitFor()
    await pose(page)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({
      path: join(folder, `${name}.png`),
      animations: 'disabled',
      caret: 'hide',
    })
    await context.close()
    console.log(`docs/pictures/${name}.png`)
  }
} finally {
  await browser.close()
  await server.dispose()
}
// The device that filled the server waits for changes for ever.
process.exit()
