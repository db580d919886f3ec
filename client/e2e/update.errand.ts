import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, goTo, keptHere, startLedger, test as base } from './errand.ts'
import { newServer } from './server.ts'

const client = join(import.meta.dirname, '..')

type Parts = {
  /** Puts another version in place of the one that is served. */
  readonly deploy: (version: string) => Promise<void>
  readonly folder: string
}

const test = base.extend<Parts>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, hand) => {
    const folder = await mkdtemp(join(tmpdir(), 'ourmoney-web-'))
    await hand(folder)
    await rm(folder, { recursive: true })
  },
  server: async ({ folder }, hand) => {
    await cp(join(client, 'dist'), join(folder, 'web'), { recursive: true })
    const server = await newServer({ WEB_DIR: join(folder, 'web') })
    await hand(server)
    await server.dispose()
  },
  deploy: async ({ folder, server }, hand) => {
    await hand(async version => {
      const next = join(folder, 'next')
      await promisify(execFile)('npx', ['vite', 'build', '--outDir', next], {
        cwd: client,
        env: { ...process.env, APP_VERSION: version },
      })
      await server.stop()
      await rm(join(folder, 'web'), { recursive: true })
      await cp(next, join(folder, 'web'), { recursive: true })
      await server.start()
    })
  },
})

test('a new version comes when asked for, keeps typed text, and reloads both tabs', async ({
  newDevice,
  deploy,
}) => {
  const first = await newDevice()
  await startLedger(first)
  await first.keyboard.press('n')
  await first.getByLabel(/^Amount/).fill('23,40')
  await first.getByLabel('Description').fill('Half typed')

  await deploy('9.8.7')
  const second = await first.context().newPage()
  await second.goto('/settings')
  await expect(second.getByText('A new version is ready').first()).toBeVisible()
  await expect(second.getByText(/^Version 0/)).toBeVisible()

  // The old version still has all of its parts.
  await second.keyboard.press('Control+k')
  await expect(second.getByPlaceholder(/Find anything/)).toBeVisible()
  await second.keyboard.press('Escape')
  await expect(first.getByLabel('Description')).toHaveValue('Half typed')

  await second.getByRole('button', { name: 'Update', exact: true }).click()
  await expect(second.getByText('Version 9.8.7')).toBeVisible()
  await expect(first.getByText('A new version is ready')).toBeHidden()
  await expect(first.getByLabel(/^Amount/)).toHaveValue('23,40')
  await expect(first.getByLabel('Description')).toHaveValue('Half typed')
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(first.getByRole('dialog')).toBeHidden()
  await goTo(first, 'Settings')
  await expect(first.getByText('Version 9.8.7')).toBeVisible()
})

test('C16 what stands in place of the service worker’s script for a while, three tabs go on and the next version comes', async ({
  newDevice,
  deploy,
  folder,
}) => {
  const first = await newDevice()
  await startLedger(first)
  await keptHere(first)
  const tabs = [first]
  for (const path of ['/transactions', '/settings']) {
    const tab = await first.context().newPage()
    await tab.goto(path)
    tabs.push(tab)
  }
  const script = join(folder, 'web', 'sw.js')
  for (const broken of ['<!doctype html><p>Sorry', 'throw new Error("cut")']) {
    await writeFile(script, broken)
    for (const tab of tabs) {
      await tab.reload()
      await expect(tab.getByRole('navigation', { name: 'Main' })).toBeVisible()
    }
  }
  await rm(script)
  await first.reload()
  await expect(first.getByText('Nothing written yet')).toBeVisible()

  await deploy('9.8.8')
  await goTo(first, 'Settings')
  await first.reload()
  await first.getByRole('button', { name: 'Update', exact: true }).click()
  for (const tab of tabs) {
    await goTo(tab, 'Settings')
    await expect(tab.getByText('Version 9.8.8')).toBeVisible()
  }
})
