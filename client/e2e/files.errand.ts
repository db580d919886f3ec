import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { anOld, bring, manyRecords } from './earlier-file.ts'
import {
  add,
  chooseFormat,
  expect,
  goTo,
  row,
  startLedger,
  test,
} from './errand.ts'

test('brings in the old file twice, and nothing doubles', async ({ page }) => {
  await goTo(page, 'Files')
  await bring(page, 'myTransactions_20260131.json', [
    ...manyRecords(30),
    anOld({ id: 'x-1', status: 'deleted' }),
    anOld({ id: 'x-2', price: 'a lot' }),
    anOld({ id: 'x-3', type: 'gift' }),
  ])
  await expect(page.getByText('30 added')).toBeVisible()
  await expect(page.getByText('1 is marked as deleted')).toBeVisible()
  await expect(page.getByText('2 could not be read')).toBeVisible()
  const unreadable = page.getByRole('row', { name: /price is missing/ })
  await expect(unreadable).toContainText('32')
  await expect(unreadable).toContainText('a lot')

  await page.getByRole('button', { name: 'Bring in another file' }).click()
  await bring(page, 'myTransactions_20260131.json', manyRecords(30))
  await expect(page.getByText('30 were here already')).toBeVisible()
  await expect(page.getByText('0 added')).toBeVisible()

  await page.getByRole('button', { name: 'Show transactions' }).click()
  await expect(page.getByRole('status')).toContainText('30 transactions')
  await expect(row(page, 'Padaria 29')).toContainText('29.99')
})

test('a file that is something else says so and names what it found', async ({
  page,
}) => {
  await goTo(page, 'Files')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'holiday.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"photos": ["sea.jpg"]}'),
    })
  await expect(
    page.getByText(/holiday\.json is no statement that we know/),
  ).toContainText('photos')
  await expect(
    page.getByRole('button', { name: 'Choose a file' }),
  ).toBeVisible()
})

test('a tab that crashes in the middle of a file leaves nothing half-done', async ({
  newDevice,
}) => {
  test.setTimeout(180_000)
  const all = 9_000
  const page = await newDevice()
  await startLedger(page)
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', manyRecords(all))
  await expect(page.getByText(/records, [1-9][\d,]* added/)).toBeVisible()
  await page.reload()

  await bring(page, 'myTransactions.json', manyRecords(all))
  await expect(page.getByText(/records, [1-9][\d,]* added/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/What was added stays/)).toBeVisible()

  await page.getByRole('button', { name: 'Bring in another file' }).click()
  await bring(page, 'myTransactions.json', manyRecords(all))
  await expect(page.getByText(/is in your ledger/)).toBeVisible({
    timeout: 120_000,
  })
  await page.getByRole('button', { name: 'Show transactions' }).click()
  await expect(page.getByRole('status')).toContainText('9,000 transactions')
})

test('takes what a filter finds away as a table and as a workbook', async ({
  page,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  await add(page, { amount: '9', description: '=1+1 lunch' })
  await page.getByLabel('Search transactions').fill('lun')
  await expect(row(page, 'Coffee')).toBeHidden()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  await expect(page.getByText('1 found by the filter')).toBeVisible()

  const workbook = await exported(page, 'xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(workbook).buffer)
  const sheet = book.getWorksheet('Transactions')
  expect(sheet?.rowCount).toBe(2)
  expect(sheet?.getCell('C2').value).toBe('=1+1 lunch')
  expect(sheet?.getCell('D2').value).toBe(-9)
  expect(book.getWorksheet('Totals')?.getCell('D2').value).toBe(9)

  await page.getByText('Everything').click()
  await chooseFormat(page, 'Table of text (CSV)')
  await page.getByText('Marked as UTF-8').click()
  const table = Papa.parse<Record<string, string>>(
    (await exported(page, 'csv')).toString('utf8'),
    { header: true, skipEmptyLines: true },
  )
  expect(table.errors).toEqual([])
  expect(table.data).toMatchObject([
    { Description: "'=1+1 lunch", Amount: '-9.00' },
    { Description: 'Coffee', Amount: '-3.00' },
  ])
})

async function exported(page: Page, ending: string): Promise<Buffer> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(
    new RegExp(`^ourmoney-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`),
  )
  return readFile(await saved.path())
}
