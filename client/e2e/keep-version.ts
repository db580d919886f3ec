import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import root from '../../package.json' with { type: 'json' }
import { leaveApp } from './behind-the-app.ts'
import { add, row, startLedger } from './errand.ts'
import { chromiumFlags, findChromium } from './find-chromium.ts'
import { readDevice } from './kept-version.ts'
import { newServer } from './server.ts'

// Before each release: what this version writes, which every later one must open.
const server = await newServer()
const executablePath = findChromium()
const browser = await chromium.launch({
  args: chromiumFlags,
  ...(executablePath !== undefined && { executablePath }),
})
try {
  const page = await browser.newPage({
    baseURL: server.url,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
  })
  await page.goto('/')
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await add(page, { amount: '12.50', description: 'Lunch' })
  await add(page, { amount: '7', description: 'Ferry' })
  await row(page, 'Ferry').click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel(/^Amount/).fill('8')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await row(page, '8.00').waitFor()
  await leaveApp(page)
  const kept = await readDevice(page, root.version)
  const file = join(import.meta.dirname, `versions/${root.version}.json`)
  await writeFile(file, `${JSON.stringify(kept, undefined, 1)}\n`)
} finally {
  await browser.close()
  await server.dispose()
}
