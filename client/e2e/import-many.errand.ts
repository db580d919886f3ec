import type { Page } from '@playwright/test'
import { chooseAccount, dropFile, give, giveAll, tab } from './bring-in.ts'
import { expect, goTo, row, test } from './errand.ts'

const bank = ['Date;Text;Amount', '2026-11-19;ATM;-50.00'].join('\n')
const purse = ['Date;Text;Amount', '2026-11-20;Refill;50.00'].join('\n')

/** Shops without end, of which no two are the same. */
function shops(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `2026-11-${`${1 + (at % 28)}`.padStart(2, '0')};Shop ${at};-1.00`,
  )
  return ['Date;Text;Amount', ...rows].join('\n')
}

test('files that are given together come one after the other, and what moves between them is one transfer', async ({
  page,
}) => {
  await page.goto('/import')
  await giveAll(page, { 'bank.csv': bank, 'purse.csv': purse })
  await expect(page.getByRole('heading', { name: 'bank.csv' })).toBeVisible()
  await expect(page.getByText('File 1 of 2')).toContainText('purse.csv')
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Bring in 1' }).click()
  await page.getByRole('button', { name: 'Go on with purse.csv' }).click()

  await expect(page.getByRole('heading', { name: 'purse.csv' })).toBeVisible()
  await expect(page.getByText('File 2 of 2')).toBeVisible()
  await chooseAccount(page, 'Account', 'Cash box')
  await page.getByRole('button', { name: 'Review' }).click()
  await expect(tab(page, 'Transfers')).toContainText('1')
  await expect(row(page, 'The other side of “ATM” in Giro')).toBeVisible()
  await page.getByRole('button', { name: 'Bring in 1' }).click()
  await expect(page.getByText('1 added')).toBeVisible()
  await page.getByRole('button', { name: 'Show transactions' }).click()
  await expect(row(page, 'ATM')).toContainText('Giro')
  await expect(row(page, 'ATM')).toContainText('Cash box')
  await expect(row(page, 'Refill')).toHaveCount(0)
})

test('a file that comes while another is in hand waits for it, or takes its place when that is said', async ({
  page,
}) => {
  await page.goto('/import')
  await give(page, 'bank.csv', bank)
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('heading', { name: 'Review bank.csv' }).waitFor()
  await expect(row(page, 'ATM')).toBeVisible()
  await dropFile(page, 'purse.csv', purse)
  const question = page.getByRole('dialog', { name: 'bank.csv is in hand' })
  await question.getByRole('button', { name: 'After this one' }).click()
  await expect(page.getByText('File 1 of 2')).toContainText('purse.csv')
  await expect(row(page, 'ATM')).toBeVisible()

  await dropFile(page, 'other.csv', purse)
  await question.getByRole('button', { name: 'Take it now' }).click()
  await expect(page.getByRole('heading', { name: 'other.csv' })).toBeVisible()
  await expect(page.getByText('File 2 of 3')).toContainText('purse.csv')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByText('1 file waits: purse.csv')).toBeVisible()
  await page.getByRole('button', { name: 'Go on with purse.csv' }).click()
  await expect(page.getByRole('heading', { name: 'purse.csv' })).toBeVisible()
})

test('a reading that is cancelled stops, and bringing in that is cancelled goes on with the rest', async ({
  page,
}) => {
  const count = 12_000
  await page.goto('/import')
  await give(page, 'shops.csv', shops(count))
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'shops.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Bring in 12,000' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/^Stopped\./)).toBeVisible()
  await expect(page.getByText('12,000 added')).toHaveCount(0)

  // While it writes, another file changes nothing.
  await page.getByRole('button', { name: 'Go on with the rest' }).click()
  await page.getByRole('button', { name: /^Bring in [\d,]+$/ }).click()
  await dropFile(page, 'purse.csv', purse)
  await expect(page.getByText('12,000 added')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Go on with purse.csv' }).click()
  await expect(page.getByRole('heading', { name: 'purse.csv' })).toBeVisible()

  // Nothing of it is there twice.
  await page.goto('/import')
  await give(page, 'shops.csv', shops(count))
  await reviewInto(page, 'Giro')
  await expect(tab(page, 'Already here')).toContainText('12,000')
  await expect(
    page.getByRole('button', { name: 'Nothing is ticked' }),
  ).toBeDisabled()
})

test('what may be here already is proposed, and becomes the same when somebody says so', async ({
  page,
}) => {
  await page.goto('/import')
  await give(
    page,
    'bank.csv',
    ['Date;Text;Amount', '2026-11-18;Coffee;-1.20'].join('\n'),
  )
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Bring in 1' }).click()
  await page.getByRole('button', { name: 'Bring in another file' }).click()
  const near = [
    'Date;Text;Amount',
    '2026-11-20;CAFE CENTRAL 12;-1.20',
    '2026-11-20;Bakery;-3.40',
  ].join('\n')
  await give(page, 'near.csv', near)
  await reviewInto(page, 'Giro')
  await expect(tab(page, 'Perhaps here')).toContainText('1')
  const found = row(page, 'Perhaps the same as “Coffee”')
  await expect(page.getByRole('button', { name: 'Bring in 1' })).toBeVisible()
  await found.getByText('It is the same').click()
  await page.getByRole('button', { name: 'Bring in 2' }).click()
  await expect(page.getByText('1 added')).toBeVisible()
  await expect(page.getByText('1 marked as what is here')).toBeVisible()
  await page.getByRole('button', { name: 'Bring in another file' }).click()
  await give(page, 'near.csv', near)
  await reviewInto(page, 'Giro')
  await expect(tab(page, 'Already here')).toContainText('2')
  await goTo(page, 'Transactions')
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(row(page, 'CAFE')).toHaveCount(0)
})

test('a file of several accounts goes where somebody says, without what is pending, and says what its balances miss', async ({
  page,
}) => {
  const several = [
    'Date;Text;Amount;Balance;Account;Status',
    '2026-11-18;Bakery;-3.40;96.60;PT-1;Booked',
    '2026-11-19;Kiosk;-1.00;90.60;PT-1;Booked',
    '2026-11-19;Rent;-700.00;300.00;PT-2;Booked',
    '2026-11-20;Fuel;-40.00;;PT-1;Pending',
    '2026-11-20;Gift;-9.00;;PT-3;Booked',
  ].join('\n')
  await page.goto('/import')
  await give(page, 'several.csv', several)
  await page.getByRole('button', { name: 'Leave out Account' }).click()
  await page.getByRole('option', { name: 'Account', exact: true }).click()
  await chooseAccount(page, 'PT-1', 'Giro')
  await chooseAccount(page, 'PT-2', 'Savings')
  await page.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByText(/1 row is left out/)).toBeVisible()
  await expect(page.getByText(/for Giro do not fit its rows/)).toContainText(
    '5.00',
  )
  const sums = page.getByRole('list', { name: 'What comes in and goes out' })
  await expect(sums).toContainText('4.40')
  await expect(sums).toContainText('700.00')
  await expect(row(page, 'Fuel')).toHaveCount(0)
  await expect(row(page, 'Gift')).toHaveCount(0)
  await page.getByRole('button', { name: 'Bring in 3' }).click()
  await expect(page.getByText('3 added')).toBeVisible()
  await page.goto('/import?tab=batches')
  await page.getByRole('link', { name: '3 of 3 rows are here' }).click()
  // The list has what came with this file, until somebody wants all.
  await expect(row(page, 'Kiosk')).toBeVisible()
  await page.getByRole('button', { name: 'From several.csv' }).click()
  await expect(page).toHaveURL(/\/transactions$/)
  await goTo(page, 'Accounts')
  await expect(page.getByRole('row', { name: 'Giro' })).toContainText('4.40')
  await expect(page.getByRole('row', { name: 'Savings' })).toContainText(
    '700.00',
  )
})

test('a review that a reload interrupts goes on as it was, until it is brought in or discarded', async ({
  page,
}) => {
  const list = [
    'Date;Text;Amount',
    '2026-11-18;Bakery;-3.40',
    '2026-11-19;Kiosk;-1.00',
  ].join('\n')
  await page.goto('/import')
  await give(page, 'list.csv', list)
  await chooseAccount(page, 'Account', 'Giro')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('heading', { name: 'Review list.csv' }).waitFor()
  await row(page, 'Kiosk').waitFor()
  // By keys alone: the second row stays out, the first is mended.
  for (const key of ['j', 'j', 't']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Bring in 1' })).toBeVisible()
  for (const key of ['k', 'e']) await page.keyboard.press(key)
  await page.getByLabel('Description').fill('Bread and rolls')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Bread and rolls')).toBeVisible()

  await page.reload()
  await expect(page.getByText(/2 changes are kept/)).toContainText('list.csv')
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await expect(row(page, 'Bread and rolls')).toBeVisible()
  await page.getByRole('button', { name: 'Bring in 1' }).click()
  await expect(page.getByText('1 added')).toBeVisible()
  await page.reload()
  await expect(
    page.getByRole('button', { name: 'Choose a file' }),
  ).toBeVisible()
  await expect(page.getByText(/have not brought it in/)).toHaveCount(0)

  await give(page, 'list.csv', list)
  await reviewInto(page, 'Giro')
  await expect(tab(page, 'Already here')).toContainText('1')
  await page.reload()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(page.getByText(/have not brought it in/)).toHaveCount(0)
})

/** Into an account that is there, with what is asked at first. */
async function reviewInto(page: Page, account: string): Promise<void> {
  const place = page.getByRole('combobox', { name: 'Account' }).first()
  if ((await place.inputValue()) === '') {
    await place.fill(account)
    await page.getByRole('option', { name: account, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Review' }).click()
}
