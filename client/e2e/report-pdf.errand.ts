import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readPdf } from '../test/pdf/read-pdf.ts'
import { check } from './axe.ts'
import { bring, manyRecords } from './earlier-file.ts'
import { add, expect, goTo, keptHere, test } from './errand.ts'

/** The dialog, as it opens from the reports. */
async function openDialog(page: Page) {
  await goTo(page, 'Reports')
  await page.getByRole('button', { name: 'Report as PDF' }).click()
  const dialog = page.getByRole('dialog', { name: 'Report as PDF' })
  await expect(dialog).toBeVisible()
  return dialog
}

async function saved(page: Page, press: () => Promise<void>) {
  const downloading = page.waitForEvent('download', { timeout: 60_000 })
  await press()
  const download = await downloading
  const bytes = await readFile(await download.path())
  return {
    name: download.suggestedFilename(),
    pdf: await readPdf(new Uint8Array(bytes).buffer),
  }
}

test('prints the year without a network, and the figures are those of the list', async ({
  page,
  context,
  server,
}) => {
  await goTo(page, 'Transactions')
  await add(page, { amount: '12.50', description: 'Mercado Central' })
  await add(page, { amount: '1234.56', description: 'Žižka Ελλάδα 🛒' })
  await add(page, { amount: '3.05', description: 'קפה תל אביב' })
  await expect(page.getByText('1,250.11').first()).toBeVisible()
  await keptHere(page)
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await server.stop()
  await context.setOffline(true)

  const dialog = await openDialog(page)
  const year = String(new Date().getFullYear())
  await expect(dialog.getByRole('button', { name: /Period/ })).toContainText(
    year,
  )
  const { name, pdf } = await saved(page, () =>
    dialog.getByRole('button', { name: 'Make the PDF' }).click(),
  )
  expect(name).toBe(`ourmoney-${year}-01-01-${year}-12-31.pdf`)
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`${name} is saved`)).toBeVisible()
  expect(pdf.textOf(1)).toContain('£1,250.11')
  expect(pdf.textOf(2)).toContain('Contents')
  expect(pdf.bookmarks.map(({ title }) => title)).toContain('Spending')
  const appendix = pdf.textOf(pdf.bookmarks.at(-1)?.page ?? 0)
  for (const text of ['Mercado Central', 'Žižka Ελλάδα', '−£1,234.56']) {
    expect(appendix).toContain(text)
  }
  const elsewhere = asked.filter(
    url => !url.startsWith(server.url) && !url.startsWith('blob:'),
  )
  expect(elsewhere).toEqual([])
})

test('prints one month on letter paper, without what nobody wants', async ({
  page,
}) => {
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', manyRecords(40))
  await expect(page.getByText('40 added')).toBeVisible()
  const dialog = await openDialog(page)
  await dialog.getByRole('button', { name: /Period/ }).click()
  await page.getByRole('option', { name: 'Other days' }).click()
  await dialog.getByText('All transactions').click()
  await dialog.getByText('Letter').click()
  await check(page, 'report as PDF')
  const { pdf } = await saved(page, () =>
    dialog.getByRole('button', { name: 'Make the PDF' }).click(),
  )
  expect(pdf.pages[0]?.size).toEqual([612, 792])
  expect(pdf.bookmarks.at(-1)?.title).not.toBe('All transactions')
})

test('stops in the middle, saves nothing, and begins again', async ({
  page,
}) => {
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', manyRecords(2_000))
  await expect(page.getByText('2,000 added')).toBeVisible({ timeout: 60_000 })
  const dialog = await openDialog(page)
  let downloads = 0
  page.on('download', () => (downloads += 1))
  await dialog.getByRole('button', { name: 'Make the PDF' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  const make = dialog.getByRole('button', { name: 'Make the PDF' })
  await expect(make).toBeVisible()
  expect(downloads).toBe(0)
  const { pdf } = await saved(page, () => make.click())
  expect(pdf.bookmarks.at(-1)?.title).toBe('All transactions')
  expect(downloads).toBe(1)
})

test('on a phone the way from the files leads there too', async ({
  newDevice,
}) => {
  const page = await newDevice({ viewport: { width: 360, height: 740 } })
  await page.getByRole('button', { name: /Start a ledger/ }).click()
  await page.getByLabel('Your name').fill('Ana')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await goTo(page, 'Files')
  await page.getByRole('link', { name: 'Make the PDF' }).click()
  const dialog = page.getByRole('dialog', { name: 'Report as PDF' })
  const { pdf } = await saved(page, () =>
    dialog.getByRole('button', { name: 'Make the PDF' }).click(),
  )
  expect(pdf.text).toContain('Nothing was spent')
})
