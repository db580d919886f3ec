import type { Page } from '@playwright/test'
import { bankFiles } from './bank-files.ts'
import { chooseAccount, dropFile, give, giveAll, tab } from './bring-in.ts'
import { expect, goTo, keptHere, row, test } from './errand.ts'

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
  await page.getByRole('button', { name: 'Show transactions' }).click()
  await row(page, 'Gehalt').getByRole('button').first().click()
  await page.keyboard.press('e')
  await page.getByLabel('Description').fill('Salary')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Salary')).toBeVisible()

  await page.goto('/import?tab=batches')
  await page.getByRole('button', { name: 'Take back umsatz.csv' }).click()
  await expect(page.getByText('3 taken back')).toBeVisible()
  await expect(page.getByText('1 was edited since and stays')).toBeVisible()
  await expect(page.getByRole('cell', { name: /Salary/ })).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Salary')).toBeVisible()
  await expect(row(page, 'Kaffee')).toHaveCount(0)
})

test('a correction becomes a rule with two presses, and sorts what is there', async ({
  page,
}) => {
  await page.goto('/import')
  await give(page, 'umsatz.csv', csv)
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('heading', { name: 'Review umsatz.csv' }).waitFor()
  await row(page, 'Kaffee').first().waitFor()
  // By keys alone: the third row, its category.
  for (const key of ['j', 'j', 'j', 'c']) await page.keyboard.press(key)
  await page.getByRole('combobox', { name: 'Category' }).fill('Eating')
  await page.getByRole('option', { name: 'Eating out' }).click()
  await page.getByRole('button', { name: 'Make a rule' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'by the rule Kaffee')).toContainText('Eating out')
  // The first row stays out.
  for (const key of ['k', 'k', 't']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Bring in 3' }).click()
  await expect(page.getByText('3 added')).toBeVisible()

  await page.goto('/import?tab=rules')
  await page.getByRole('button', { name: 'New rule' }).click()
  await page.getByLabel('The text contains').fill('gehalt')
  await page.getByRole('dialog').getByLabel('Tags').fill('work')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const rules = page.getByRole('grid', { name: 'Rules' }).getByRole('row')
  await expect(rules).toHaveCount(2)
  await page.getByRole('button', { name: /What to do with “gehalt”/ }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(rules.first()).toContainText('gehalt')

  await page.getByRole('button', { name: 'Apply to what is there' }).click()
  await expect(page.getByText('1 transaction would change.')).toBeVisible()
  await page.getByRole('button', { name: 'Change 1' }).click()
  await expect(page.getByText('1 changed by rules')).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Gehalt')).toContainText('work')
})

test('every kind of file comes through with the same sums', async ({
  page,
}) => {
  for (const { name, bytes, account } of await bankFiles()) {
    await page.goto('/import')
    await give(page, name, bytes)
    await chooseAccount(page, account, `Of ${name}`)
    await page.getByRole('button', { name: 'Review' }).click()
    const sums = page.getByRole('list', { name: 'What comes in and goes out' })
    await expect(sums, name).toContainText(`Of ${name}`)
    await expect(sums, name).toContainText('2,650.00')
    await expect(sums, name).toContainText('3.40')
    await page.getByRole('button', { name: 'Bring in 2' }).click()
    await expect(page.getByText('2 added'), name).toBeVisible()
  }
  await page.goto('/import?tab=batches')
  await page
    .getByRole('button', { name: 'Take back bank.qif', exact: true })
    .click()
  await expect(page.getByText('2 taken back')).toBeVisible()
  await expect(page.getByText('0 of 2 rows are here')).toBeVisible()
})

test('what another app shares waits for its page, also without a network', async ({
  page,
}) => {
  await keptHere(page)
  await page.context().setOffline(true)
  await page.evaluate(async text => {
    const form = new FormData()
    form.set('file', new File([text], 'umsatz.csv', { type: 'text/csv' }))
    // A person is led on by the browser, which only a page can be.
    await fetch('/import/shared', {
      method: 'POST',
      body: form,
      redirect: 'manual',
    })
  }, csv)
  await page.goto('/import?shared')
  await expect(page.getByRole('heading', { name: 'umsatz.csv' })).toBeVisible()
  await expect(page).toHaveURL(/\/import$/)
  await page.reload()
  await expect(
    page.getByRole('button', { name: 'Choose a file' }),
  ).toBeVisible()
})

test('a file that is dropped on the list is looked at', async ({ page }) => {
  await goTo(page, 'Transactions')
  await page.getByText('Nothing here yet').waitFor()
  await dropFile(page, 'umsatz.csv', csv)
  await expect(page.getByRole('heading', { name: 'umsatz.csv' })).toBeVisible()
})

test('an export of ours is known where it came from, and a backup is restored where it was dropped', async ({
  page,
}) => {
  const coffee = {
    _id: 'txn_0001coffee',
    kind: 'transaction',
    v: 1,
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-22',
  }
  const ours = { format: 'ourmoney', version: 1, docs: [coffee] }
  for (const added of [true, false]) {
    await page.goto('/import')
    await give(page, 'ours.json', JSON.stringify(ours))
    await expect(page.getByText('Export of OurMoney (JSON)')).toBeVisible()
    await page.getByRole('button', { name: 'Review' }).click()
    await expect(tab(page, added ? 'New' : 'Already here')).toContainText('1')
    if (!added) continue
    await page.getByRole('button', { name: 'Bring in 1' }).click()
    await expect(page.getByText('1 added')).toBeVisible()
  }

  const house = {
    _id: 'ledger_main',
    _rev: `1-${'a'.repeat(32)}`,
    kind: 'ledger',
    v: 1,
    name: 'The house',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
  }
  const rescue = {
    format: 'ourmoney-rescue',
    version: 1,
    ledger: '0'.repeat(26),
    docs: [house, { ...coffee, _rev: `1-${'b'.repeat(32)}` }],
    receipts: [],
  }
  await page.goto('/import')
  await giveAll(page, { 'backup.json': JSON.stringify(rescue) })
  await expect(page.getByText('Ledger The house')).toBeVisible()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Coffee')).toHaveCount(1)
})

async function typeDate(page: Page, ...parts: readonly string[]) {
  await page.getByRole('spinbutton').first().focus()
  for (const part of parts) await page.keyboard.type(part)
}
