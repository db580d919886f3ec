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
  expect(JSON.parse(data ?? '')).toMatchObject({ display: 'standalone' })

  await server.stop('SIGKILL')
  const started = await context.newPage()
  await started.goto('/')
  await expect(started.getByText('Nothing written yet')).toBeVisible()
  await context.close()
  await rm(folder, { recursive: true, force: true })
})
