import type { Page } from '@playwright/test'
import { expect, goTo, row, test } from './errand.ts'

const csv = [
  'Buchung;Text;Wert;Betrag',
  '03.11.2026;Bäckerei Müller;04.11.2026;-3,40',
  '04.11.2026;Gehalt ACME;04.11.2026;2.650,00',
  '04.11.2026;Kaffee;05.11.2026;-1,20',
  '04.11.2026;Kaffee;05.11.2026;-1,20',
  '05.11.2026;Miete;05.11.2026;siebenhundert',
].join('\n')

test('a table is read as somebody says, mended in the review, brought in once and taken back', async ({
  page,
}) => {
  await goTo(page, 'Files')
  await give(page, 'umsatz 2026-11.csv', csv)
  // For this household the second day is the one that counts.
  await page.getByRole('button', { name: 'Leave out Wert' }).click()
  await page.getByRole('option', { name: 'Date', exact: true }).click()
  await expect(row(page, 'Bäckerei')).toContainText('4 Nov')
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()

  await expect(tab(page, 'New')).toContainText('4')
  await tab(page, 'Unreadable').click()
  await expect(row(page, 'siebenhundert')).toContainText('is no amount')
  await page.getByRole('button', { name: 'Mend', exact: true }).click()
  const mend = page.getByRole('dialog', { name: 'Row 6' })
  await mend.getByRole('button', { name: 'Calendar' }).first().waitFor()
  await typeDate(page, '05', '11', '2026')
  await mend.getByLabel('Amount').fill('-700')
  await mend.getByLabel('Description').fill('Miete')
  await mend.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Bring in 5' }).click()
  await expect(page.getByText('5 added')).toBeVisible()

  // The same file is recognised, and nothing of it comes twice.
  await page.getByRole('button', { name: 'Bring in another file' }).click()
  await give(page, 'umsatz 2026-12.csv', csv)
  await expect(page.getByText(/settled for “umsatz”/)).toBeVisible()
  await expect(row(page, 'Bäckerei')).toContainText('4 Nov')
  await page.getByRole('button', { name: 'Review' }).click()
  await expect(tab(page, 'Already here')).toContainText('5')
  await expect(
    page.getByRole('button', { name: 'Nothing is ticked' }),
  ).toBeDisabled()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Kaffee')).toHaveCount(2)
  await expect(row(page, 'Miete')).toContainText('700.00')
})

test('a batch is taken back as far as nobody has edited it since', async ({
  page,
}) => {
  await page.goto('/import')
  await give(page, 'umsatz.csv', csv)
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Bring in 4' }).click()
  await expect(page.getByText('4 added')).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('4 taken back')).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(page.getByText('Nothing here yet')).toBeVisible()
})

/** Gives a file to the page that asks for one. */
async function give(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Makes an account where the file asks for one. */
async function chooseAccount(
  page: Page,
  label: string,
  name: string,
): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name)
  await page.getByRole('option', { name: `New account “${name}”` }).click()
  await expect(page.getByRole('button', { name: 'Review' })).toBeEnabled()
}

async function typeDate(page: Page, ...parts: readonly string[]) {
  await page.getByRole('spinbutton').first().focus()
  for (const part of parts) await page.keyboard.type(part)
}

function tab(page: Page, name: string) {
  return page.getByRole('tab', { name: new RegExp(`^${name}`) })
}
