import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, startLedger, test } from './errand.ts'

test('can be installed, and then starts without the server in a window of its own', async ({
  server,
  launchOptions,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-profile-'))
  // Chromium says of a private window that nothing can be installed from it.
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    baseURL: server.url,
  })
  const page = await context.newPage()
  await page.goto('/')
  await startLedger(page)
  await page.evaluate(() => navigator.serviceWorker.ready)

  const cdp = await context.newCDPSession(page)
  const { installabilityErrors } = await cdp.send(
    'Page.getInstallabilityErrors',
  )
  expect(installabilityErrors).toEqual([])
  const { errors, data } = await cdp.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({
    id: '/',
    display: 'standalone',
    lang: 'en',
  })
  const settings = page.getByRole('link', { name: 'Settings', exact: true })
  await settings.click()
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('option', { name: 'Português' }).click()
  await expect(page.getByRole('heading', { name: 'Definições' })).toBeVisible()
  const portuguese = await cdp.send('Page.getAppManifest')
  expect(portuguese.errors).toEqual([])
  expect(JSON.parse(portuguese.data ?? '')).toMatchObject({
    id: '/',
    lang: 'pt',
    shortcuts: [{ name: 'Nova despesa', url: '/add?type=expense' }, {}, {}, {}],
  })

  await server.stop('SIGKILL')
  const started = await context.newPage()
  await started.goto('/')
  await expect(started.getByText('Ainda nada escrito')).toBeVisible()
  // Installed without a network it speaks the same language.
  const kept = await (
    await context.newCDPSession(started)
  ).send('Page.getAppManifest')
  expect(JSON.parse(kept.data ?? '')).toMatchObject({ lang: 'pt' })
  await context.close()
  await rm(folder, { recursive: true, force: true })
})
