import { readFile } from 'node:fs/promises'
import {
  expect,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test'
import { newServer, type TestServer } from './server.ts'

type Parts = {
  /** A server of this errand's own. */
  readonly server: TestServer
  /** A browser that nobody used before, on the start page. */
  readonly newDevice: (
    options?: BrowserContextOptions,
    /** Done before the page is opened. */
    prepare?: (page: Page) => Promise<void>,
  ) => Promise<Page>
  /** On a device of its own, a ledger that nothing is written in. */
  readonly page: Page
  /** The same, connected with the server by its first user. */
  readonly connected: Page
}

export const test = base.extend<Parts>({
  // Playwright reads what a fixture needs from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, hand) => {
    const server = await newServer()
    await hand(server)
    await server.dispose()
  },
  newDevice: async ({ browser, server, contextOptions }, hand) => {
    const problems: string[] = []
    const contexts: BrowserContext[] = []
    await hand(async (options, prepare) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: server.url,
        ...options,
      })
      contexts.push(context)
      context.on('weberror', thrown => {
        const { stack, message } = thrown.error()
        // PouchDB leaves one question to a server that is away to nobody; the app says it in words.
        if (message !== 'Sync: offline') problems.push(stack ?? message)
      })
      context.on('console', message => {
        // A server that is away shows as a failed request; the app says it in words.
        if (message.type() !== 'error') return
        if (!message.text().startsWith('Failed to load resource')) {
          problems.push(message.text())
        }
      })
      const page = await context.newPage()
      await prepare?.(page)
      await page.goto('/')
      return page
    })
    expect(problems, 'errors in the console').toEqual([])
    // Else its devices go on looking for their servers while others are tried.
    for (const context of contexts) await context.close()
  },
  page: async ({ newDevice }, hand) => {
    const page = await newDevice()
    await startLedger(page)
    await hand(page)
  },
  connected: async ({ page, server }, hand) => {
    await setUpServer(page, server)
    await hand(page)
  },
})

export { expect }

export const user = { name: 'ana', password: 'seven dry lemons' }

/** From the first screen to a ledger of one's own. */
export async function startLedger(page: Page, name = 'Ana'): Promise<void> {
  await page.getByRole('button', { name: /Start a ledger/ }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
}

/** From here on the app is kept on the device and starts without the server. */
export async function keptHere(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Makes the server's first user here; a ledger that is here is connected with it. */
export async function setUpServer(
  page: Page,
  server: TestServer,
): Promise<void> {
  await page.goto(server.setUpLink())
  await fillCredentials(page)
  await page.getByRole('button', { name: 'Create user' }).click()
  await synced(page)
}

/** Signs in on the page that asks for it. */
export async function signIn(page: Page, as = user): Promise<void> {
  await page.goto('/sign-in')
  await fillCredentials(page, as)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** What is here stays here, hidden, or goes. */
export async function signOut(
  page: Page,
  what: 'Keep it here' | 'Remove it' = 'Keep it here',
): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign out' })
  await dialog.getByText(what, { exact: true }).click()
  await dialog.getByRole('button', { name: /^Sign out/ }).click()
  await expect(
    page.getByRole('button', { name: /Start a ledger/ }),
  ).toBeVisible()
}

/** A name and a password, where they are asked for. */
export async function fillCredentials(page: Page, as = user): Promise<void> {
  await page.getByLabel('Name').fill(as.name)
  await page.getByLabel('Password').fill(as.password)
}

/** A ledger on one device and the server; the other device has it too. */
export async function twoDevices(
  newDevice: Parts['newDevice'],
  server: TestServer,
): Promise<readonly [Page, Page]> {
  const first = await newDevice()
  await startLedger(first)
  await setUpServer(first, server)
  const second = await newDevice()
  await signIn(second)
  await synced(second)
  // Either may lose the network from here on.
  for (const each of [first, second]) await keptHere(each)
  return [first, second]
}

export async function synced(page: Page): Promise<void> {
  await expect(syncState(page)).toHaveText('Synced', { timeout: 60_000 })
}

/** What the shell says of sync: `Synced`, `Offline · 2 pending`. */
export function syncState(page: Page): Locator {
  return page.getByRole('button', {
    name: /^(Synced|Syncing|Offline|On this device|Sign in to sync)/,
  })
}

type Typed = { readonly amount: string; readonly description: string }

/** Adds an expense as a person with a keyboard does. */
export async function add(page: Page, typed: Typed): Promise<void> {
  const amount = page.getByLabel(/^Amount/)
  // A form that is just being closed is not the one that is asked for.
  await expect(page.getByRole('dialog')).toBeHidden()
  // A page that has just come may not listen to keys yet.
  await expect(async () => {
    await page.keyboard.press('n')
    await amount.waitFor({ timeout: 3_000 })
  }).toPass()
  await amount.fill(typed.amount)
  await page.getByLabel('Description').fill(typed.description)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, typed.description)).toBeVisible()
}

export function row(page: Page, text: string | RegExp): Locator {
  return page.getByRole('listitem').filter({ hasText: text })
}

/** Every screen of a ledger, as the shell names it. */
export const screens = [
  'Transactions',
  'Accounts',
  'Reports',
  'Budgets',
  'Recurring',
  'Shopping',
  'Files',
  'Currencies',
  'Categories',
  'History',
  'People',
  'Settings',
  'Home',
] as const

/** By the rail or the bar; on a phone some screens stand under More. */
export async function goTo(page: Page, screen: string): Promise<void> {
  const shell = page.getByRole('navigation', { name: 'Main' })
  await shell.waitFor()
  const name = { name: screen, exact: true }
  const inShell = shell.getByRole('link', name)
  if (await inShell.isVisible()) return inShell.click()
  // What More shows may stand there a little while after one of its links was taken.
  await shell.getByRole('link', { name: 'More' }).click()
  await expect(page).toHaveURL(/\/more$/)
  await page.getByRole('main').getByRole('link', name).click()
  await expect(page).not.toHaveURL(/\/more$/)
}

/** The text of the file with the whole ledger. */
export async function exportAll(page: Page): Promise<string> {
  await goTo(page, 'Files')
  await chooseFormat(page, 'OurMoney (JSON)')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

/** On the page of files: as what an export is saved. */
export async function chooseFormat(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: /Format$/ }).click()
  await page.getByRole('option', { name: format }).click()
}

/** What the app warns of in words like these. */
export function said(page: Page, words: string): Locator {
  return page.getByRole('alert').filter({ hasText: words })
}
