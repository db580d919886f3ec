import type { Page } from '@playwright/test'
import { add, expect, goTo, row, synced, test, twoDevices } from './errand.ts'

test('renames, orders and merges categories by keyboard, and takes the merge back', async ({
  page,
}) => {
  await addIn(page, 'Eating out', { amount: '3', description: 'Coffee' })
  await goTo(page, 'Categories')
  await dragUp(page)
  await expect(categories(page).nth(0)).toContainText('Eating out')
  await page.getByRole('button', { name: 'Eating out', exact: true }).click()
  await page.getByLabel('New name of Eating out').fill('Cafés')
  await page.keyboard.press('Enter')
  await expect(categories(page).nth(0)).toContainText('Cafés1 transaction')
  await choose(page, 'Cafés', 'Move down')
  await expect(categories(page).nth(1)).toContainText('Cafés')

  await choose(page, 'Cafés', 'Icon, colour, place')
  await page.getByRole('button', { name: /Under/ }).click()
  await page.getByRole('option', { name: 'Groceries' }).click()
  await page.getByRole('radio', { name: 'Coffee' }).click({ force: true })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await choose(page, 'Cafés', 'Merge into another')
  await page.getByRole('combobox', { name: 'Into' }).fill('Gro')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/2 records change/)).toBeVisible()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(
    page.getByText('Merged “Cafés” into “Groceries”').first(),
  ).toBeVisible()
  await expect(category(page, 'Groceries')).toContainText('1 transaction')
  await expect(category(page, 'Cafés')).toBeHidden()
  await page.keyboard.press('u')
  await expect(category(page, 'Cafés')).toContainText('1 transaction')

  await choose(page, 'Cafés', 'Archive')
  await page.getByText('1 archived').click()
  await choose(page, 'Cafés', 'Bring back')
  await expect(page.getByText('1 archived')).toBeHidden()
})

test('what one device merged away, another that was offline writes under what it became', async ({
  newDevice,
  server,
}) => {
  const [ana, rui] = await twoDevices(newDevice, server)
  await add(rui, { amount: '2', description: 'Bread' })
  await rui.context().setOffline(true)
  await addIn(rui, 'Eating out', { amount: '8', description: 'Dinner' })
  await goTo(ana, 'Categories')
  await choose(ana, 'Eating out', 'Merge into another')
  await ana.getByRole('combobox', { name: 'Into' }).fill('Gro')
  await ana.keyboard.press('Enter')
  await ana.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(category(ana, 'Eating out')).toBeHidden()
  await synced(ana)

  await rui.context().setOffline(false)
  await expect(category(ana, 'Groceries')).toContainText('1 transaction')
  await expect(row(rui, 'Dinner')).toContainText('Groceries')
})

test('a list by a category has what is below it, of which some can be left out', async ({
  page,
}) => {
  await addIn(page, 'Groceries', { amount: '10', description: 'Market' })
  await addIn(page, 'Eating out', { amount: '3', description: 'Coffee' })
  await goTo(page, 'Categories')
  await choose(page, 'Eating out', 'Icon, colour, place')
  await page.getByRole('button', { name: /Under/ }).click()
  await page.getByRole('option', { name: 'Groceries' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, 'Home')
  await page.getByRole('link', { name: /^Groceries/ }).click()
  await expect(row(page, 'Market')).toBeVisible()
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(page.getByRole('definition').nth(1)).toContainText('13.00')

  await page.getByRole('button', { name: 'Groceries', exact: true }).click()
  const choices = page.getByRole('dialog', { name: 'Category' })
  await expect(choices.getByLabel('Eating out')).toBeChecked()
  await choices.getByText('Eating out').click()
  await expect(
    choices.getByRole('checkbox', { name: 'Groceries' }),
  ).toBeChecked({ indeterminate: true })
  await page.keyboard.press('Escape')
  await expect(row(page, 'Coffee')).toBeHidden()
  await expect(row(page, 'Market')).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Groceries only' }),
  ).toBeVisible()
})

test('tags typed in a description are renamed and merged in one place', async ({
  page,
}) => {
  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('5')
  await page.getByLabel('Description').fill('Lunch #work')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Lunch')).toContainText('work')
  await goTo(page, 'Categories')
  await page.getByRole('tab', { name: 'Tags' }).click()
  await page.getByRole('button', { name: 'work', exact: true }).click()
  await page.getByLabel('New name of work').fill('office')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '1 transaction' }).click()
  await expect(row(page, 'Lunch')).toContainText('office')
})

test('a payee is made in the form, brings its category, and comes with the description again', async ({
  page,
}) => {
  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('5')
  await page.getByLabel('Description').fill('Weekly shop')
  await page.getByRole('button', { name: /^Payee, account/ }).click()
  await page.getByRole('combobox', { name: 'Payee' }).fill('Lidl')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Payee: Lidl')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, 'Categories')
  await page.getByRole('tab', { name: 'Payees' }).click()
  await choose(page, 'Lidl', 'Usual category')
  await page.getByRole('combobox', { name: 'Usual category' }).fill('Gro')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: '1 transaction' }).click()
  await expect(row(page, 'Weekly shop')).toContainText('Lidl')

  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('7')
  await page.getByLabel('Description').fill('weekly shop')
  await expect(page.getByText('Payee: Lidl')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Category' })).toHaveValue(
    'Groceries',
  )
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'weekly shop').first()).toContainText('Groceries')
})

/** The second category, by its handle, before the first. */
async function dragUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add category' }).focus()
  for (const key of ['Tab', 'ArrowDown', 'Tab', 'Enter']) {
    await page.keyboard.press(key)
  }
  const before = page.getByRole('button', { name: 'Insert before Groceries' })
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key)
  }
  await expect(before).toBeFocused()
  await page.keyboard.press('Enter')
}

async function addIn(
  page: Page,
  name: string,
  typed: { readonly amount: string; readonly description: string },
): Promise<void> {
  await add(page, typed)
  await row(page, typed.description).getByRole('button').first().click()
  await page.keyboard.press('e')
  await page.getByRole('combobox', { name: 'Category' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

function categories(page: Page) {
  return page.getByRole('grid', { name: 'Expenses' }).getByRole('row')
}

function category(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name })
}

async function choose(page: Page, name: string, entry: string): Promise<void> {
  await page
    .getByRole('button', { name: `What to do with ${name}`, exact: true })
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
}
