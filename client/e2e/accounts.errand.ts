import type { Page } from '@playwright/test'
import { add, expect, goTo, row, test } from './errand.ts'

test('accounts hold what was there, what came and went, and what moved between them, on any day', async ({
  page,
}) => {
  await makeAccount(page, 'Bank', '1000')
  await goTo(page, 'Transactions')
  await add(page, { amount: '12.50', description: 'Lunch' })
  await transfer(page, '100', 'Bank')

  await goTo(page, 'Accounts')
  await expect(holds(page, 'Bank')).toContainText('900.00')
  await expect(holds(page, 'Purse')).toContainText('87.50')
  await expect(page.getByText('In all accounts')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'All accounts' }),
  ).toContainText('987.50')
  const day = page.getByRole('group', { name: 'As of' })
  await day.getByRole('spinbutton', { name: /year/ }).click()
  await page.keyboard.type('2001')
  await expect(page.getByText('In all accounts on')).toBeVisible()
  await expect(holds(page, 'Bank')).toContainText('0.00')
  await page.reload()
  await expect(page.getByText('In all accounts on')).toBeVisible()

  await page.getByRole('link', { name: 'Purse', exact: true }).click()
  await expect(row(page, 'Lunch')).toContainText('−£12.50')
  await expect(row(page, 'Bank → Purse')).toContainText('+£100.00')
  await expect(row(page, 'Bank → Purse')).toContainText('87.50')
  await page.getByRole('link', { name: 'All accounts' }).click()
  await page.getByRole('link', { name: 'Bank', exact: true }).click()
  await expect(row(page, 'Bank → Purse')).toContainText('−£100.00')
  await expect(row(page, 'Bank → Purse')).toContainText('900.00')

  // What is added here is in this account.
  await add(page, { amount: '50', description: 'Shoes' })
  await expect(row(page, 'Shoes')).toContainText('850.00')
})

test('what arrives in another currency is offered by the rate of the day, and another amount can be written', async ({
  page,
}) => {
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'New account' }).click()
  await page.getByLabel('Name').fill('Dollars')
  await chooseCurrency(page, /^Currency/, 'USD')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await goTo(page, 'Currencies')
  await page.getByRole('button', { name: 'Add a rate' }).first().click()
  await chooseCurrency(page, /^From/, 'USD')
  await chooseCurrency(page, /^To/, 'GBP')
  await page.getByLabel(/^1 USD in GBP/).fill('0.8')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, 'Transactions')
  await page.getByText('Nothing here yet').waitFor()
  await page.keyboard.press('n')
  await page.getByRole('radio', { name: 'Transfer' }).click({ force: true })
  await page.getByLabel(/^Amount/).fill('8')
  await choose(page, /^To/, 'Dollars')
  await expect(page.getByText('1 USD = 0.800 GBP')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Write an amount.')).toBeVisible()
  await page.getByRole('button', { name: 'Use US$10.00' }).click()
  const arrives = page.getByLabel(/^Arrives/)
  await expect(arrives).toHaveValue('10.00')
  await page.getByLabel(/^Amount/).fill('16')
  await expect(page.getByRole('button', { name: 'Use US$20.00' })).toBeVisible()
  await arrives.fill('19.40')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Purse → Dollars')).toContainText('US$19.40')
})

test('a statement is reconciled by keyboard, and what is locked changes only after a question', async ({
  page,
}) => {
  const { keyboard } = page
  await goTo(page, 'Transactions')
  await add(page, { amount: '10', description: 'Bread' })
  await add(page, { amount: '20', description: 'Cheese' })
  await openAccount(page, 'Purse')

  await page.getByRole('button', { name: 'Reconcile' }).click()
  await page.getByLabel(/^Balance on the statement/).fill('-10')
  await keyboard.press('Enter')
  await expect(page.getByText('2 are not ticked')).toBeVisible()
  const lock = page.getByRole('button', { name: 'Lock', exact: true })
  await expect(lock).toBeDisabled()
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('x')
  await expect(page.getByText('1 ticked')).toBeVisible()
  await lock.press('Enter')
  await expect(page.getByText('1 transaction locked').first()).toBeVisible()
  await expect(row(page, 'Bread').getByText('Reconciled')).toBeAttached()
  await expect(row(page, 'Cheese').getByText('Reconciled')).not.toBeAttached()
  await expect(page.getByText(/reconciled to/)).toBeVisible()

  await edit(page, 'Bread', '11')
  const asked = page.getByRole('dialog', {
    name: /reconciled with a statement/,
  })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/it changes only when you say so/)).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await asked.getByRole('button', { name: 'Change, stay locked' }).click()
  await expect(asked).toBeHidden()
  await expect(row(page, 'Bread')).toContainText('−£11.00')
  await expect(row(page, 'Bread').getByText('Reconciled')).toBeAttached()

  await edit(page, 'Bread', '12')
  await asked.getByRole('button', { name: 'Change and unlock' }).click()
  await expect(row(page, 'Bread')).toContainText('−£12.00')
  await expect(row(page, 'Bread').getByText('Reconciled')).not.toBeAttached()
})

test('what is left over when a statement is compared is written as a correction, and taken back', async ({
  page,
}) => {
  await goTo(page, 'Transactions')
  await add(page, { amount: '10', description: 'Bread' })
  await openAccount(page, 'Purse')
  await page.getByRole('button', { name: 'Reconcile' }).click()
  await page.getByLabel(/^Balance on the statement/).fill('-13.20')
  await page.keyboard.press('Enter')
  const correct = page.getByRole('button', {
    name: /^Write −.?£3\.20 as a correction$/,
  })
  await expect(page.getByText('1 is not ticked')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await correct.click()
  // The message about it is an item of a list, too.
  const written = row(page, /Correction(?! written)/)
  await expect(written).toContainText('−£3.20')
  await expect(page.getByText('2 ticked')).toBeVisible()
  const lock = page.getByRole('button', { name: 'Lock', exact: true })
  await expect(lock).toBeEnabled()
  await expect(correct).toBeHidden()
  await page.keyboard.press('u')
  await expect(written).toBeHidden()
  await expect(correct).toBeVisible()
  await expect(lock).toBeDisabled()
})

test('an account takes over another, undo parts them, and what is unused is closed or deleted', async ({
  page,
}) => {
  await makeAccount(page, 'Bank', '1000')
  await goTo(page, 'Transactions')
  await add(page, { amount: '12.50', description: 'Lunch' })
  await transfer(page, '100', 'Bank')

  await goTo(page, 'Accounts')
  await pick(page, 'Purse', 'Merge into another')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('All 2 transactions of Purse move there.')
  await dialog.getByRole('combobox').fill('Ba')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Bank' })).toBeVisible()
  await expect(row(page, 'Lunch')).toContainText('987.50')
  await expect(row(page, '→')).toBeHidden()

  await page.keyboard.press('u')
  await expect(row(page, 'Bank → Purse')).toContainText('900.00')
  await goTo(page, 'Accounts')
  await expect(holds(page, 'Purse')).toContainText('87.50')

  await makeAccount(page, 'Spare', '')
  await pick(page, 'Spare', 'Close')
  await page.getByRole('button', { name: '1 closed account' }).click()
  await pick(page, 'Spare', 'Open again')
  await pick(page, 'Spare', 'Delete')
  await expect(page.getByRole('link', { name: 'Spare' })).toBeHidden()
  await page.getByRole('button', { name: 'More for Bank' }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeHidden()
})

test('accounts are put in order, and the order stays', async ({ page }) => {
  await makeAccount(page, 'First', '')
  await makeAccount(page, 'Second', '')
  const list = page.getByRole('grid', { name: 'Bank accounts' })
  await expect(list.getByRole('row')).toContainText(['First', 'Second'])
  await pick(page, 'Second', 'Move up')
  await expect(list.getByRole('row')).toContainText(['Second', 'First'])

  // From row to row, to the handle, and to the place before all others.
  const { keyboard } = page
  await list.getByRole('row', { name: 'Second' }).focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  // The keys are the list's only when it shows where the row would go.
  await page.locator('[data-drop-target]').waitFor({ state: 'attached' })
  await keyboard.press('Home')
  await keyboard.press('Enter')
  await expect(list.getByRole('row')).toContainText(['First', 'Second'])
  await page.reload()
  await expect(list.getByRole('row')).toContainText(['First', 'Second'])
})

async function makeAccount(page: Page, name: string, opening: string) {
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'New account' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Opening balance').fill(opening)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
}

/** From the account into the purse. */
async function transfer(page: Page, amount: string, from: string) {
  await page.keyboard.press('n')
  await page.getByRole('radio', { name: 'Transfer' }).click({ force: true })
  await page.getByLabel(/^Amount/).fill(amount)
  await choose(page, /^From/, from)
  await choose(page, /^To/, 'Purse')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, `${from} → Purse`)).toBeVisible()
}

async function choose(page: Page, field: RegExp, name: string) {
  await page.getByRole('combobox', { name: field }).fill(name)
  await page.getByRole('option', { name, exact: true }).click()
}

async function chooseCurrency(page: Page, field: RegExp, code: string) {
  await page.getByRole('combobox', { name: field }).fill(code)
  await page.getByRole('option', { name: new RegExp(`^${code}`) }).click()
}

async function openAccount(page: Page, name: string): Promise<void> {
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name, exact: true }).click()
}

async function edit(page: Page, name: string, amount: string): Promise<void> {
  await row(page, name).getByRole('button', { name, exact: true }).click()
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('button', { name: 'Edit' })
    .click()
  await page.getByLabel(/^Amount/).fill(amount)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

async function pick(page: Page, account: string, act: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${account}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

/** The row of an account in the list of accounts. */
function holds(page: Page, name: string) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
}
