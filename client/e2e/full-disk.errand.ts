import { randomBytes } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type BrowserContextOptions } from '@playwright/test'
import {
  add,
  expect,
  exportAll,
  goTo,
  row,
  said,
  startLedger,
  test,
} from './errand.ts'

const run = promisify(execFile)

/** A disk of its own in memory; `undefined` where this user may mount nothing. */
async function mountDisk(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder])
    return folder
  } catch {
    await rmdir(folder)
    return undefined
  }
}

/** Writes until nothing more fits. */
async function fillDisk(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (let size = 1_048_576; size >= 1;) {
      const isWritten = await file.write(new Uint8Array(size)).then(
        () => true,
        () => false,
      )
      if (!isWritten) size = Math.floor(size / 2)
    }
  } finally {
    await file.close()
  }
}

test('L3 on a disk that is really full the form keeps what was typed, and everything is read and exported', async ({
  server,
  launchOptions,
  contextOptions,
}) => {
  const disk = await mountDisk()
  test.skip(
    disk === undefined,
    'NOT TESTED: this user may not mount a tmpfs for a full disk',
  )
  if (disk === undefined) return
  const context = await chromium.launchPersistentContext(
    join(disk, 'profile'),
    {
      ...launchOptions,
      ...(contextOptions as BrowserContextOptions),
      baseURL: server.url,
      downloadsPath: tmpdir(),
    },
  )
  try {
    const page = await context.newPage()
    await page.goto('/')
    await startLedger(page)
    await add(page, { amount: '3', description: 'Coffee' })
    await fillDisk(join(disk, 'ballast'))

    // What is begun of a page of the disk still takes a little.
    const save = page.getByRole('button', { name: 'Save', exact: true })
    for (let tries = 0; tries < 10; tries++) {
      await page.keyboard.press('n')
      await page.getByLabel(/^Amount/).fill('4')
      await page.getByLabel('Description').fill(`Tea ${tries}`)
      await page.getByRole('button', { name: /notes$/ }).click()
      await page.getByLabel('Notes').fill(randomBytes(1_900).toString('hex'))
      await save.click()
      const added = row(page, `Tea ${tries}`)
      await expect(said(page, 'Not saved').or(added)).toBeVisible()
      if (await said(page, 'Not saved').isVisible()) break
    }
    await expect(said(page, 'Not saved')).toContainText('still here')
    await expect(page.getByLabel('Description')).toHaveValue(/^Tea/)

    await page.keyboard.press('Escape')
    await expect(row(page, 'Coffee')).toBeVisible()
    expect(await exportAll(page)).toContain('Coffee')

    await rm(join(disk, 'ballast'))
    await goTo(page, 'Transactions')
    await page.keyboard.press('n')
    await expect(page.getByLabel('Description')).toHaveValue(/^Tea/)
    const typed = await page.getByLabel('Description').inputValue()
    await save.click()
    await expect(row(page, typed)).toBeVisible()
  } finally {
    await context.close()
    await run('umount', [disk])
    await rmdir(disk)
  }
})
