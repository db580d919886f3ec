import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, row, startLedger, test } from './errand.ts'

test('a line of words becomes an expense, by keyboard alone', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  await startLedger(page)
  await goTo(page, 'Transactions')
  await keyboard.press('q')
  await expect(field(page)).toBeFocused()
  await keyboard.type('12,50 lunch @cash #work yesterday')
  await expect(part(page, 'Amount')).toContainText('12.50')
  await expect(part(page, 'Category')).toHaveText('Eating out')
  await expect(part(page, 'Date')).toHaveText('Yesterday')
  await expect(part(page, 'Tags')).toHaveText('#work')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('')
  await expect(field(page)).toBeFocused()
  await expect(page.getByText('Added: lunch')).toBeVisible()

  await keyboard.type('coffee 3')
  await expect(part(page, 'Amount')).toContainText('3.00')
  // Put right: what it was for, and how much.
  await part(page, 'Description').focus()
  await keyboard.press('Enter')
  await page.getByLabel('Description').fill('Coffee and cake')
  await keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await part(page, 'Amount').focus()
  await keyboard.press('Enter')
  await page.getByLabel(/^Amount \(/).fill('3+2.50')
  await keyboard.press('Enter')
  await expect(part(page, 'Amount')).toContainText('5.50')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('')
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await expect(row(page, 'lunch')).toContainText('12.50')
  await expect(row(page, 'lunch')).toContainText('work')
  await expect(row(page, 'Coffee and cake')).toContainText('5.50')
  await keyboard.press('u')
  await expect(row(page, 'Coffee and cake')).toBeHidden()
})

test('several lines become several; what cannot be read stays, and says why', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startLedger(page)
  await page.goto('/transactions?open=quick')
  await field(page).fill(
    'bus 2.40\nsomething nice\n+1500 salary on the 5th\ntaxi 14 @nowhere',
  )
  const lines = page.getByRole('list', { name: 'What each line becomes' })
  await expect(lines.getByRole('listitem')).toHaveCount(4)
  await expect(lines).toContainText('Write an amount with it.')
  await expect(lines).toContainText('No account is called that.')
  await page.getByRole('button', { name: 'Add 2' }).click()
  await expect(field(page)).toHaveValue('something nice\ntaxi 14 @nowhere')
  await expect(page.getByText('Added 2 transactions')).toBeVisible()

  await page.reload()
  await expect(field(page)).toHaveValue('something nice\ntaxi 14 @nowhere')
  await lines.getByRole('button', { name: /taxi/ }).click()
  await part(page, 'Account').click()
  await page.getByRole('option', { name: 'Purse' }).click()
  await expect(part(page, 'Account')).toHaveText('Purse')
  await field(page).press('Enter')
  await expect(field(page)).toHaveValue('something nice')
  await field(page).press('Enter')
  await expect(page.getByText('Write an amount with it.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row(page, 'bus')).toContainText('2.40')
  await expect(row(page, 'salary')).toContainText(/\+.1,500\.00/)
  await expect(row(page, 'taxi')).toContainText('14.00')
})

test('the whole form opens with what a line says, and the line is done with', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startLedger(page)
  await page.keyboard.press('q')
  await field(page).fill('shoes 79.90 #sale yesterday')
  await page.getByRole('button', { name: 'All fields' }).click()
  await expect(page.getByRole('textbox', { name: /^Amount/ })).toHaveValue(
    '79.90',
  )
  await expect(page.getByLabel('Tags')).toHaveValue('sale')
  await page.getByLabel('Notes').fill('for the wedding')
  await page.reload()
  await expect(page.getByLabel('Description')).toHaveValue('shoes')
  await expect(page.getByLabel('Notes')).toHaveValue('for the wedding')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'shoes')).toContainText('79.90')
  await page.keyboard.press('q')
  await expect(field(page)).toHaveValue('')
})

test('in Portuguese, on a phone, by holding the plus', async ({
  newDevice,
}) => {
  const page = await newDevice({
    locale: 'pt-PT',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole('button', { name: /^Começar um livro/ }).tap()
  await page.getByLabel('O seu nome').fill('Ana')
  await page.getByRole('button', { name: 'Começar', exact: true }).tap()
  const plus = page.getByRole('link', { name: 'Adicionar movimento' })
  await plus.dispatchEvent('contextmenu')
  const line = page.getByLabel('Escreva por palavras suas')
  await line.fill('gastei 20 no mercado ontem')
  await expect(page.getByRole('button', { name: /^Valor:/ })).toContainText(
    '20,00',
  )
  await expect(page.getByRole('button', { name: /^Data:/ })).toHaveText('Ontem')
  await page.getByRole('button', { name: 'Adicionar', exact: true }).tap()
  await expect(line).toHaveValue('')
  await expect(page.getByText('Adicionado: mercado')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in quick add, ${colorScheme}`, async ({
    newDevice,
  }) => {
    const page = await newDevice({ colorScheme, reducedMotion: 'reduce' })
    await startLedger(page)
    await page.keyboard.press('q')
    await field(page).waitFor()
    await check(page, 'empty')
    await field(page).fill('lunch 12 @nowhere')
    await part(page, 'Amount').waitFor()
    await check(page, 'a line')
    await part(page, 'Account').click()
    await page.getByRole('option', { name: 'Purse' }).waitFor()
    await check(page, 'a part')
    await page.getByRole('option', { name: 'Purse' }).click()
    await field(page).fill('lunch 12\nnothing')
    await page.getByText('Write an amount with it.').waitFor()
    await check(page, 'several lines')
  })
}

async function check(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What the component library says aloud, and its own buttons to leave a popover.
    .exclude('[data-live-announcer]')
    .disableRules(['region'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    name,
  ).toEqual([])
}

function field(page: Page): Locator {
  return page.getByLabel('Write it in your own words')
}

function part(page: Page, name: string): Locator {
  return page.getByRole('button', {
    name: new RegExp(`^${name}: .*Change it$`),
  })
}
