import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { user } from '../e2e/errand.ts'
import { chromiumFlags, findChromium } from '../e2e/find-chromium.ts'
import type { Book } from './household-docs.ts'
import { filledServer, type FilledServer } from './server.ts'
import { installStopwatch } from './stopwatch.ts'

/** What the parts measure on: one server, and a browser that has its ledger. */
export type Stage = {
  readonly size: number
  readonly server: FilledServer
  /** For files that only this run needs. */
  readonly folder: string
  /** A browser that nobody used before, or one that has all that `keep` kept. */
  readonly open: (from: 'new' | 'kept') => Promise<Device>
  readonly dispose: () => Promise<void>
}

export type Device = {
  readonly context: BrowserContext
  readonly newPage: () => Promise<Page>
  /** Closes the browser and makes what it has the start of others. */
  readonly keep: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A browser that was closed may write for a moment longer. */
const gone = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }

export async function setStage(size: number, book: Book): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-bench-'))
  const server = await filledServer(size, book)
  const kept = join(folder, 'kept')
  const executablePath = findChromium()

  async function open(from: 'new' | 'kept'): Promise<Device> {
    const profile = await mkdtemp(join(folder, 'profile-'))
    if (from === 'kept') await cp(kept, profile, { recursive: true })
    const context = await chromium.launchPersistentContext(profile, {
      headless: true,
      args: chromiumFlags,
      baseURL: server.url,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'Europe/Lisbon',
      ...(executablePath !== undefined && { executablePath }),
    })
    await context.addInitScript(installStopwatch)
    const close = async () => {
      await context.close()
      await rm(profile, gone)
    }
    return {
      context,
      newPage: () => context.newPage(),
      keep: async () => {
        await context.close()
        await cp(profile, kept, { recursive: true })
        await rm(profile, gone)
      },
      close,
    }
  }

  return {
    size,
    server,
    folder,
    open,
    dispose: async () => {
      await server.dispose()
      await rm(folder, gone)
    },
  }
}

/** Fills the page that asks who it is; the press on the button is left to the caller. */
export async function fillSignIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Name').fill(user.name)
  await page.getByLabel('Password').fill(user.password)
}

/** A list of transactions, of one account or of all. */
export type List = { readonly path: string; readonly words: string }

export const allTransactions: List = { path: '/transactions', words: '' }
/** Those of the first account, with a balance after each. */
export const inPurse: List = {
  path: `/accounts/${derivedId('account', 'Purse')}`,
  words: 'list of an account with its running balance: ',
}

/** The transactions with their rows on the screen. */
export async function showTransactions(
  page: Page,
  { path }: List = allTransactions,
): Promise<void> {
  await page.goto(path)
  await page.getByRole('listitem').getByRole('button').first().waitFor()
}

/** What is kept, with a session of its own: the kept one is renewed by whoever came first. */
export async function signedIn(stage: Stage) {
  const device = await stage.open('kept')
  await device.context.clearCookies()
  const page = await device.newPage()
  await fillSignIn(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Transactions' }).click()
  await page.getByRole('button', { name: /^Synced$/ }).waitFor()
  await page.getByRole('listitem').getByRole('button').first().waitFor()
  return { device, page }
}
