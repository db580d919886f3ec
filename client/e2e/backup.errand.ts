import type { Page } from '@playwright/test'
import { add, expect, goTo, row, startLedger, test } from './errand.ts'

const password = 'seven dry lemons'

/** Where the saved file is. */
async function backUp(page: Page, secret?: string): Promise<string> {
  await goTo(page, 'Files')
  if (secret !== undefined) {
    await page.getByLabel(/^Password for the file/).fill(secret)
    await page.getByLabel('The same password again').fill(secret)
  }
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(
    /^ourmoney-\d{4}-\d\d-\d\d\.ourmoney$/,
  )
  await expect(page.getByText('The last backup was today.')).toBeVisible()
  return saved.path()
}

function restoreFrom(page: Page, path: string): Promise<void> {
  return page.locator('input[type=file]').last().setInputFiles(path)
}

test('I4 restores a backup with a password on a fresh device', async ({
  page,
  newDevice,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  const path = await backUp(page, password)

  const fresh = await newDevice()
  await fresh.getByRole('button', { name: /Restore a backup/ }).click()
  await restoreFrom(fresh, path)
  const secret = fresh.getByLabel('Password of the file')
  await secret.fill('eight dry lemons')
  await fresh.getByRole('button', { name: 'Open' }).click()
  await expect(
    fresh.getByText('This password does not open the file.'),
  ).toBeVisible()
  await secret.fill(password)
  await fresh.getByRole('button', { name: 'Open' }).click()
  await expect(fresh.getByText('Ledger Home')).toBeVisible()
  await fresh.getByRole('button', { name: 'Restore', exact: true }).click()
  await goTo(fresh, 'Transactions')
  await expect(row(fresh, 'Coffee')).toBeVisible()
  await add(fresh, { amount: '4', description: 'Tea' })
})

test('I12 a backup of another household becomes a ledger of its own', async ({
  page,
  newDevice,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  const path = await backUp(page)

  const other = await newDevice()
  await startLedger(other, 'Rui')
  await add(other, { amount: '9', description: 'Lunch' })
  await goTo(other, 'Files')
  await restoreFrom(other, path)
  await expect(other.getByText(/opened as a ledger of its own\.$/)).toHaveCount(
    2,
  )
  await other.getByRole('button', { name: 'Restore', exact: true }).click()
  await goTo(other, 'Transactions')
  await expect(row(other, 'Coffee')).toBeVisible()
  await expect(row(other, 'Lunch')).toBeHidden()

  await goTo(other, 'Files')
  await restoreFrom(other, path)
  await other.getByRole('button', { name: 'Add what is missing' }).click()
  await expect(other.getByText('0 added')).toBeVisible()
})

test('a folder that was chosen gets a backup a day', async ({ newDevice }) => {
  const page = await newDevice({}, async blank => {
    // Nobody can press the browser's own dialog: the folder is one of the origin's.
    await blank.addInitScript(() => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('Money', {
            create: true,
          }),
      })
    })
  })
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await goTo(page, 'Files')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByText('Every day into the folder Money')).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const all = await navigator.storage.getDirectory()
        const folder = await all.getDirectoryHandle('Money')
        const names: string[] = []
        for await (const name of folder.keys()) names.push(name)
        return names.join()
      }),
    )
    .toMatch(/^ourmoney-\w{6}-\d{4}-\d\d-\d\d\.ourmoney$/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(
    page.getByRole('button', { name: 'Choose a folder' }),
  ).toBeVisible()
})
