import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { anOld, bring } from './earlier-file.ts'
import { expect, goTo, row, startLedger, test } from './errand.ts'

/** The day it is. */
const today = new Date('2026-11-22T12:00:00Z')

const at = (day: string, fields: object) =>
  anOld({
    id: `old-${day}-${Object.values(fields).join('-')}`,
    createdAt: `${day}T12:00:00.000Z`,
    ...fields,
  })

/** A salary and a film club each month, bread twice a month; on 21 November one loaf costs too much. */
const months = Array.from({ length: 14 }, (_, back) =>
  new Date(Date.UTC(2025, 9 + back, 1)).toISOString().slice(0, 8),
)
const records = months.flatMap((month, index) => [
  at(`${month}02`, {
    type: 'income',
    category: 'Pay',
    description: 'Salary',
    price: 2_000,
  }),
  at(`${month}10`, { category: 'Food', description: 'Bread', price: 3.5 }),
  at(`${month}20`, { category: 'Food', description: 'Bread', price: 4 }),
  // Of the last month it is still to come.
  ...(index === months.length - 1
    ? []
    : [
        at(`${month}28`, {
          category: 'Fun',
          description: 'Film club',
          price: 10,
        }),
      ]),
])
const costly = at('2026-11-21', {
  category: 'Food',
  description: 'Bread',
  price: 250,
})

const figure = (page: Page, name: string) =>
  page.locator('main li').filter({
    has: page.getByRole('link', { name, exact: true }),
  })
const card = (page: Page, name: string) =>
  page.locator('main section').filter({
    has: page.getByRole('heading', { name, exact: true }),
  })

test('Home: the month beside others, what is safe to spend, and what is news, put away and brought back', async ({
  newDevice,
}) => {
  const page = await newDevice({ reducedMotion: 'reduce' }, async fresh => {
    await fresh.clock.setFixedTime(today)
  })
  await startLedger(page)
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', [...records, costly])
  await page.getByText(/is in your ledger/).waitFor()

  await goTo(page, 'Home')
  await expect(
    page.getByRole('heading', { name: 'November 2026' }),
  ).toBeVisible()
  await expect(page.getByText('9 days left')).toBeVisible()
  await expect(figure(page, 'Left')).toContainText('£1,742.50')
  const spent = figure(page, 'Spent')
  await expect(spent).toContainText('£257.50')
  await expect(spent).toContainText('+\u2060£250.00 on Oct 2026')
  await expect(spent).toContainText('+\u2060£250.00 on Nov 2025')
  await expect(figure(page, 'Income')).toContainText('as in Oct 2026')
  await expect(figure(page, 'Saved')).toContainText('87%')
  // 1,742.50 for nine days.
  await expect(page.locator('main')).toContainText('£193.61 a day')

  // What is still due is not safe to spend.
  await goTo(page, 'Recurring')
  await page.getByRole('button', { name: 'Add Film club' }).click()
  await expect(page.getByText('Film club added').first()).toBeVisible()
  await goTo(page, 'Home')
  await expect(card(page, 'Coming up')).toContainText('Film club')
  // 1,732.50 for nine days.
  await expect(page.locator('main')).toContainText('£192.50 a day')
  await expect(page.locator('main')).toContainText('less £10.00 still due')

  // What is news leads to what shows it.
  const news = card(page, 'What is news')
  const unusual = news.getByRole('link', { name: /£250\.00 for Bread/ })
  await unusual.click()
  await expect(page).toHaveURL(/record=txn_/)
  await expect(
    page.getByRole('complementary', { name: 'Details' }),
  ).toContainText('250.00')
  await page.goBack()
  await check(page, 'home with news')
  await news.getByRole('button', { name: /^Put away: £250/ }).click()
  await expect(unusual).toBeHidden()
  await page.reload()
  await expect(news.getByRole('listitem').first()).toBeVisible()
  await expect(unusual).toBeHidden()
  await news.getByRole('link', { name: 'All news' }).click()
  await expect(page.getByText('1 put away')).toBeVisible()
  await check(page, 'all news')
  await page.getByRole('button', { name: /^Bring back: £250/ }).click()
  await expect(page.getByText('1 put away')).toBeHidden()

  // The report says the same.
  await goTo(page, 'Home')
  await expect(unusual).toBeVisible()
  await spent.getByRole('link').click()
  await expect(page.getByRole('status').first()).toContainText(
    'You spent £257.50 in November 2026',
  )

  // What is unusual and what is to come are questions like the others.
  await page.goto('/reports/unusual')
  await expect(page.getByRole('status').first()).toContainText(
    'most of all Food with £257.50, usually £7.50',
  )
  const loaf = page.getByRole('row').filter({ hasText: 'on 21 Nov' })
  await expect(loaf).toContainText('beyond all that was usual')
  await check(page, 'what is unusual')
  await loaf.getByRole('link').click()
  await expect(
    page.getByRole('complementary', { name: 'Details' }),
  ).toContainText('250.00')
  await page.goto('/reports/forecast')
  await expect(page.getByRole('status').first()).toHaveText(
    'By 30 November 2026 you will have spent about £267.50: £257.50 so far, £10.00 still to come.',
  )
  await check(page, 'what is to come')
  await page.getByText('Balance ahead', { exact: true }).click()
  await expect(page.getByText(/There is too little to tell from/)).toBeVisible()
  await check(page, 'balances ahead')

  // On a phone nothing is wider than it.
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, 'Home')
  await expect(row(page, /£250\.00 for Bread/)).toBeVisible()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth,
  )
  expect(wide).toBeLessThanOrEqual(0)
  await check(page, 'home with news, on a phone')
})

test('Home of a year in which nothing was spent says so in place of an empty chart', async ({
  newDevice,
}) => {
  const page = await newDevice({ reducedMotion: 'reduce' }, async fresh => {
    await fresh.clock.setFixedTime(today)
  })
  await startLedger(page)
  await goTo(page, 'Files')
  const pay = { type: 'income', category: 'Pay', description: 'Salary' }
  await bring(page, 'myTransactions.json', [
    at('2026-11-02', { ...pay, price: 2_000 }),
  ])
  await page.getByText(/is in your ledger/).waitFor()
  await goTo(page, 'Home')
  const year = card(page, 'Spent in the last twelve months')
  await expect(year).toContainText('Nothing spent yet')
  await expect(year.getByRole('button')).toHaveCount(0)
})
