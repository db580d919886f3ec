import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { add, expect, goTo, row, said, synced, test } from './errand.ts'

/** To the doctor, by what the shell says of sync. */
async function seeDoctor(page: Page, state: RegExp): Promise<void> {
  await page.getByRole('button', { name: state }).click()
  await page.getByRole('heading', { name: 'Sync doctor' }).waitFor()
}

async function saveFile(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  return (await downloading).path()
}

async function readIn(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Read a rescue file' }).click()
  await (await choosing).setFiles(path)
  await page.getByText('The file is read.').waitFor()
}

const sending = '**/sync/*/db/_bulk_docs'

test('a change that the server refuses is shown, saved to a file, discarded, read in again and sent', async ({
  connected: page,
}) => {
  await add(page, { amount: '5', description: 'Bread' })
  await synced(page)
  await page.route(sending, async route => {
    const { docs } = route.request().postDataJSON() as {
      docs: readonly { readonly _id: string }[]
    }
    const refused = docs.map(({ _id: id }) => ({
      id,
      error: 'forbidden',
      reason: 'role: a viewer does not write',
    }))
    await route.fulfill({ status: 201, json: refused })
  })
  await add(page, { amount: '7', description: 'Ferry' })
  await seeDoctor(page, /1 refused/)
  const list = page.getByRole('region', { name: 'Refused by the server' })
  await expect(list.getByRole('listitem')).toContainText([
    /Ferry.*You may only read this ledger/,
  ])
  const file = await saveFile(page, 'Save a file of them')
  expect(await readFile(file, 'utf8')).toContain('Ferry')

  await page.unroute(sending)
  await list.getByRole('button', { name: 'Discard' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Discard' })
    .click()
  await expect(page.getByText('Your data is safe')).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Bread')).toBeVisible()
  await expect(row(page, 'Ferry')).toBeHidden()

  await seeDoctor(page, /^Synced/)
  await readIn(page, file)
  await expect(page.getByText('1 added')).toBeVisible()
  await synced(page)
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByText(/are the same on both sides/)).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Ferry').getByTitle('Synced')).toBeVisible()
})

test('a device is rebuilt only after what the server lacks is in a file, which brings it back once', async ({
  connected: page,
}) => {
  await add(page, { amount: '5', description: 'Bread' })
  await synced(page)
  await page.route(sending, route => route.abort())
  await add(page, { amount: '7', description: 'Ferry' })
  await seeDoctor(page, /1 pending/)
  await page.getByText('Show the one that waits').click()
  await expect(page.getByRole('link', { name: 'Ferry' })).toBeVisible()
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByText('The server lacks 1 record')).toBeVisible()

  await page.getByRole('button', { name: 'Rebuild from the server' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Compare and rebuild' }).click()
  await expect(said(page, 'Save a rescue file')).toBeVisible()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save what is not' }).click()
  const file = await (await downloading).path()
  await dialog.getByRole('button', { name: 'Compare and rebuild' }).click()
  await expect(dialog).toBeHidden()
  await page.unroute(sending)
  await expect(page.getByText('Your data is safe')).toBeVisible()

  await readIn(page, file)
  await expect(page.getByText('1 added')).toBeVisible()
  await readIn(page, file)
  await expect(page.getByText('1 was here already')).toBeVisible()
  await synced(page)
  await goTo(page, 'Transactions')
  await expect(row(page, 'Bread')).toHaveCount(1)
  await expect(row(page, 'Ferry')).toHaveCount(1)
})
