import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { anOld, bring } from './earlier-file.ts'
import {
  expect,
  goTo,
  row,
  startLedger,
  synced,
  test,
  twoDevices,
} from './errand.ts'

test('confirms what was found, posts it, leaves a day out and takes all of it back', async ({
  newDevice,
}) => {
  const page = await newDevice({ reducedMotion: 'reduce' })
  await startLedger(page)
  await goTo(page, 'Recurring')
  await expect(page.getByText('Nothing recurs yet')).toBeVisible()
  await check(page, 'recurring, none')
  await goTo(page, 'Files')
  await bring(page, 'months.json', sixMonths())
  await page.getByText(/in your ledger/).waitFor()

  await goTo(page, 'Recurring')
  const offer = page.getByRole('listitem').filter({ hasText: 'Streaming' })
  await expect(offer).toContainText(
    /Every month on the 14th.*6 times since 14 Jun/,
  )
  await expect(offer).toContainText('dearer since')
  await check(page, 'recurring, found')
  await page.getByRole('button', { name: 'Add Streaming' }).click()
  await expect(page.getByText('Streaming added').first()).toBeVisible()
  await page.getByRole('button', { name: 'Gym is not recurring' }).click()
  await expect(page.getByText('Gym is not offered again').first()).toBeVisible()
  await expect(offer.getByRole('button', { name: /^Add/ })).toBeHidden()
  await page.keyboard.press('u')
  await expect(
    page.getByRole('button', { name: 'Gym is not recurring' }),
  ).toBeVisible()

  await addRent(page)
  const due = page.getByRole('region', { name: 'Due' })
  await expect(due.getByRole('listitem')).toHaveCount(1)
  await expect(due).toContainText('due today')
  await check(page, 'recurring, due')
  await due.getByRole('button', { name: /^Post Rent/ }).click()
  await expect(page.getByText('Rent posted').first()).toBeVisible()
  await expect(due).toBeHidden()
  await page.keyboard.press('u')
  await expect(due).toContainText('Rent')
  await due.getByRole('button', { name: 'More for Rent' }).click()
  await page.getByRole('menuitem', { name: 'Other amount or day' }).click()
  await page.getByLabel(/^Amount/).fill('725')
  await check(page, 'posting another amount')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(due).toBeHidden()

  await page.getByRole('link', { name: 'Rent', exact: true }).click()
  const facts = page.getByRole('dialog', { name: 'Rent' })
  await expect(facts).toContainText('Posted')
  await expect(facts).toContainText('725.00')
  await check(page, 'what came of it')
  await page.keyboard.press('Escape')

  await goTo(page, 'Transactions')
  await expect(row(page, 'Rent').filter({ hasText: '725.00' })).toBeVisible()
  await expect(upcoming(page)).toContainText('Streaming')
  await expect(upcoming(page)).toContainText('planned')
  await check(page, 'transactions with what is to come')
  await page.getByRole('button', { name: 'More for Streaming' }).click()
  await page.getByRole('menuitem', { name: 'Skip' }).click()
  await expect(page.getByText(/^Streaming skipped for/).first()).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, 'Recurring')
  await check(page, 'recurring, on a phone')
})

test('posts on the day by itself on two devices that are offline, and once', async ({
  newDevice,
  server,
}) => {
  const [ana, rui] = await twoDevices(newDevice, server)
  await ana.goto('/recurring?new')
  await fillRent(ana)
  await ana.getByText('By itself on the day').click()
  await ana.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(ana.getByText('Rent added').first()).toBeVisible()
  await synced(ana)
  await rui.goto('/recurring')
  await expect(rui.getByText('Rent').first()).toBeVisible()
  for (const page of [ana, rui]) await page.context().setOffline(true)
  for (const page of [ana, rui]) {
    await page.goto('/transactions')
    await expect(booked(page)).toHaveCount(1, { timeout: 60_000 })
  }
  for (const page of [ana, rui]) await page.context().setOffline(false)
  for (const page of [ana, rui]) {
    await synced(page)
    await expect(booked(page)).toHaveCount(1)
  }
  await booked(rui).getByRole('button').first().click()
  await rui.keyboard.press('Delete')
  await expect(booked(ana)).toHaveCount(0)
  await ana.reload()
  await goTo(ana, 'Recurring')
  await ana.getByRole('link', { name: 'Rent', exact: true }).click()
  await expect(ana.getByRole('dialog')).toContainText('Deleted')
})

/** Streaming, dearer for two months, and a gym; the last ones lately. */
function sixMonths(): readonly object[] {
  const now = new Date()
  return Array.from({ length: 6 }, (_, back) => {
    // In the last month if the 14th is over, else in the one before.
    const late = now.getUTCDate() > 15 ? 0 : 1
    const day = (date: number) =>
      new Date(
        Date.UTC(
          now.getUTCFullYear(),
          now.getUTCMonth() - back - late,
          date,
          12,
        ),
      ).toISOString()
    return [
      anOld({
        id: `streaming-${back}`,
        description: 'Streaming',
        price: back < 2 ? 11.99 : 9.99,
        createdAt: day(14),
      }),
      anOld({
        id: `gym-${back}`,
        description: 'Gym',
        price: 30,
        createdAt: day(2),
      }),
    ]
  }).flat()
}

async function addRent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Write a name.')).toBeVisible()
  await check(page, 'a recurring payment with issues')
  await fillRent(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function fillRent(page: Page): Promise<void> {
  await page.getByLabel(/^Amount/).fill('700')
  await page.getByLabel('Name', { exact: true }).fill('Rent')
}

/** In the list itself, not among what is to come. */
function booked(page: Page) {
  return page
    .getByRole('list', { name: /^Transactions/ })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Rent', exact: true }) })
}

function upcoming(page: Page) {
  return page
    .locator('section, div')
    .filter({ has: page.getByRole('button', { name: /^Coming up/ }) })
    .last()
}
