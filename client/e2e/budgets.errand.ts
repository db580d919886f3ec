import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { add, expect, goTo, row, startLedger, test } from './errand.ts'

const looks = { reducedMotion: 'reduce' } as const

test('plans a month: a budget that is over says so, agrees with the list, and comes back when it is deleted', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startLedger(page)
  await goTo(page, 'Budgets')
  await expect(page.getByText('No budgets yet')).toBeVisible()
  await check(page, 'budgets, none')
  await page.getByRole('button', { name: 'New budget' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Write an amount.')).toBeVisible()
  await check(page, 'a budget with issues')
  await page.getByRole('combobox', { name: 'For' }).fill('Eating')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Add a category' }).fill('Leis')
  await page.keyboard.press('Enter')
  await page.getByLabel(/^Amount/).fill('50')
  await page.getByText('This month only').click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const budget = inTab(page, 'Eating out')
  await expect(budget).toContainText('Eating out and 1 other')
  await expect(budget).toContainText(/50\.00 left/)

  await goTo(page, 'Transactions')
  await addIn(page, 'Eating out', { amount: '47.50', description: 'Dinner' })
  await addIn(page, 'Leisure', { amount: '12', description: 'Cinema' })
  await add(page, { amount: '99', description: 'Something else' })
  await goTo(page, 'Budgets')
  await expect(budget).toContainText(/59\.50 of .*50\.00/)
  await expect(budget).toContainText(/9\.50 over/)
  await expect(budget.getByRole('meter')).toHaveAccessibleName(/59\.50.*Over/)
  await expect(page.getByText('1 over', { exact: true })).toBeVisible()
  await check(page, 'a budget that is over')
  await budget.getByRole('link').click()
  await expect(row(page, 'Dinner')).toBeVisible()
  await expect(row(page, 'Cinema')).toBeVisible()
  await expect(row(page, 'Something else')).toBeHidden()
  await expect(page.getByText(/59\.50/).first()).toBeVisible()

  await goTo(page, 'Budgets')
  await page.getByRole('button', { name: 'Next month' }).click()
  await expect(page.getByText('No budget in this month')).toBeVisible()
  await page.getByRole('button', { name: /^Copy 1/ }).click()
  await expect(page.getByText('1 budget copied').first()).toBeVisible()
  await expect(budget.first()).toContainText('Not begun')
  await page.keyboard.press('u')
  await expect(page.getByText('No budget in this month')).toBeVisible()
  await page.getByRole('button', { name: 'Previous month' }).click()

  await page.getByRole('button', { name: /^More for Eating out/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByText('No budgets yet')).toBeVisible()
  await page.keyboard.press('u')
  await expect(budget).toContainText(/9\.50 over/)
  await page.setViewportSize({ width: 360, height: 780 })
  await check(page, 'budgets, on a phone')
})

test('saves for a trip in an account, and puts the goal away', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startLedger(page)
  await page.goto('/budgets?tab=goals')
  await expect(page.getByText('No goals yet')).toBeVisible()
  await check(page, 'goals, none')
  await page.getByRole('button', { name: 'New goal' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Choose an account.')).toBeVisible()
  await check(page, 'a goal with issues')
  await page.getByLabel('Name', { exact: true }).fill('Trip')
  await page.getByLabel(/^How much/).fill('600')
  await page.getByRole('combobox', { name: 'Account' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const goal = inTab(page, 'Trip')
  await expect(goal).toContainText(/0\.00 of .*600\.00/)
  await check(page, 'a goal')
  await page.getByRole('button', { name: 'More for Trip' }).click()
  await page.getByRole('menuitem', { name: 'Put away' }).click()
  await expect(page.getByRole('heading', { name: 'Put away' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { name: 'Put away' })).toBeHidden()
  await expect(goal).toBeVisible()
})

type Typed = { readonly amount: string; readonly description: string }

async function addIn(page: Page, category: string, typed: Typed) {
  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill(typed.amount)
  await page.getByLabel('Description').fill(typed.description)
  await page.getByRole('combobox', { name: 'Category' }).fill(category)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, typed.description)).toBeVisible()
}

/** Not what a notice says of it. */
function inTab(page: Page, name: string) {
  return page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ hasText: name })
}
