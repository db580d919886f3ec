import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, row, startLedger, test } from './errand.ts'

test('splits one receipt into three categories by keyboard alone', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  await startLedger(page)
  await keyboard.press('n')
  await expect(page.getByLabel(/^Amount/)).toBeFocused()
  await keyboard.type('54.30')
  await keyboard.press('Tab')
  await keyboard.type('Central market')
  await keyboard.press('Tab')
  await keyboard.type('Groc')
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Split' })).toBeFocused()
  await keyboard.press('Enter')

  await expect(amountOf(page, 1)).toBeFocused()
  await keyboard.type('30+2')
  await expect(page.getByText(/22.30 left/)).toBeVisible()
  await keyboard.press('Enter')
  await expect(categoryOf(page, 2)).toBeFocused()
  await keyboard.type('Home')
  await keyboard.press('Tab')
  await keyboard.type('14.30')
  await keyboard.press('Enter')
  await expect(categoryOf(page, 3)).toBeFocused()
  await keyboard.type('Gif')
  await keyboard.press('Tab')

  // What is typed stays, as everywhere.
  await page.reload()
  await expect(categoryOf(page, 3)).toHaveValue('Gifts')
  await amountOf(page, 3).focus()
  await keyboard.press('Enter')
  await expect(amountOf(page, 3)).toHaveValue('8.00')
  await expect(page.getByText('Nothing left')).toBeVisible()
  await keyboard.press('Enter')
  await expect(row(page, 'Central market')).toContainText(
    'Groceries, Home, Gifts',
  )
  await keyboard.press('Escape')

  // A filter counts the part, and the row says of what.
  await expect(page.getByRole('dialog')).toBeHidden()
  await keyboard.press('Control+k')
  await page.getByPlaceholder(/Find anything/).fill('category home')
  await page.getByRole('menuitem', { name: 'Category: Home' }).waitFor()
  await keyboard.press('Enter')
  await expect(row(page, 'Central market')).toContainText('14.30')
  await expect(row(page, 'Central market')).toContainText(/of .54.30/)
})

test('moves money between accounts of two currencies, and says beside the field what cannot be', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  await startLedger(page)
  await openTransfer(page)
  await choose(page, 'From account', 'Bank')
  await choose(page, 'To account', 'Bank')
  await page.getByLabel(/^Amount/).fill('100')
  await keyboard.press('Enter')
  await expect(page.getByText(/Choose another account/)).toBeVisible()
  await keyboard.press('Escape')

  // A new account is in the ledger's currency.
  await goTo(page, 'Settings')
  await choose(page, 'Currency', 'Japanese')
  await page.getByRole('button', { name: 'Change to JPY' }).click()
  await goTo(page, 'Transactions')
  await openTransfer(page)
  await choose(page, 'From account', 'Bank')
  await choose(page, 'To account', 'Yen')
  await page.getByLabel(/^Amount/).fill('100')
  await keyboard.press('Enter')
  await expect(page.getByText('Write an amount.')).toBeVisible()
  await page.getByLabel('Arrives (JPY)').fill('16200')
  await keyboard.press('Enter')
  await expect(page.getByLabel(/^Amount/)).toHaveValue('')
  await keyboard.press('Escape')
  const moved = row(page, 'Bank → Yen')
  await expect(moved).toContainText('100.00')
  await expect(moved).toContainText('16,200')
  await moved.getByRole('button').first().click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText('16,200')
  for (const sum of ['Income', 'Spent', 'Left']) {
    const total = page.getByRole('term').filter({ hasText: sum }).locator('..')
    await expect(total).toContainText(/[¥￥]0$/)
  }
})

test('makes a transfer of two transactions, takes it apart, and says that two are none', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  await startLedger(page)
  await addIn(page, 'Expense', 'Cash machine', 'Bank')
  await addIn(page, 'Income', 'From the bank', 'Wallet')
  const out = row(page, 'Cash machine')
  const into = row(page, 'From the bank')

  await tick(page, 'Cash machine')
  await tick(page, 'From the bank')
  await expect(page.getByText('2 selected')).toBeVisible()
  await keyboard.press('Control+k')
  await page.getByPlaceholder(/Find anything/).fill('make a transfer')
  await page.getByRole('menuitem', { name: 'Make a transfer' }).waitFor()
  await keyboard.press('Enter')
  await expect(into).toBeHidden()
  await expect(out).toContainText('Bank → Wallet')
  await keyboard.press('u')
  await expect(into).toBeVisible()
  await expect(
    page.getByText('Taken back: make a transfer of two transactions').first(),
  ).toBeVisible()

  // What looks like one is offered, quietly.
  await page.getByRole('button', { name: '1 possible transfer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Possible transfers' })
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-live-announcer]')
    .analyze()
  expect(violations).toEqual([])
  await dialog.getByRole('button', { name: 'Make a transfer' }).click()
  await expect(dialog.getByText('There are no more of them.')).toBeVisible()
  await keyboard.press('Escape')
  await expect(out).toContainText('Bank → Wallet')

  await out.getByRole('button').first().click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('button', { name: 'Take apart into two' }).click()
  await expect(into).toBeVisible()
  await expect(details).toContainText('Perhaps a transfer, with')
  await details.getByRole('button', { name: 'Not a transfer' }).click()
  await expect(details).not.toContainText('Perhaps a transfer')
  await expect(
    page.getByRole('button', { name: '1 possible transfer' }),
  ).toBeHidden()
})

async function addIn(
  page: Page,
  type: string,
  description: string,
  account: string,
): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('radiogroup', { name: 'Type' }).getByText(type).click()
  await page.getByLabel(/^Amount/).fill('60')
  await page.getByLabel('Description').fill(description)
  await page.getByRole('button', { name: /account, member/i }).click()
  await choose(page, 'Account', account)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, description)).toBeVisible()
}

async function tick(page: Page, name: string): Promise<void> {
  await row(page, name)
    .getByRole('checkbox', { name: `Select ${name}` })
    .click({ force: true })
}

async function openTransfer(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await page.getByText('Transfer', { exact: true }).click()
}

function amountOf(page: Page, number: number) {
  return page.getByRole('textbox', { name: `Amount of part ${number}` })
}

function categoryOf(page: Page, number: number) {
  return page.getByRole('combobox', { name: `Category of part ${number}` })
}

async function choose(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(name)
  await page.keyboard.press('Enter')
}
