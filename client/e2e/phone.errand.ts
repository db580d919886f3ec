import type { Locator, Page } from '@playwright/test'
import { expect, goTo, row, screens, startLedger, test } from './errand.ts'

const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
}

test('adds, edits by swipe, deletes by swipe and takes back on a phone', async ({
  newDevice,
}) => {
  const page = await newDevice(phone)
  await expectNothingWider(page)
  await startLedger(page)
  await page.getByRole('link', { name: 'Add transaction' }).tap()
  await page.getByLabel(/^Amount/).fill('3,20')
  await page.getByLabel('Description').fill('Coffee')
  await expectNothingWider(page)
  await page.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect(row(page, 'Coffee')).toContainText('3.20')

  await swipe(page, row(page, 'Coffee'), 160)
  await page.getByLabel('Description').fill('Coffee and cake')
  await page.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect(row(page, 'Coffee and cake')).toBeVisible()

  await swipe(page, row(page, 'Coffee'), -160)
  await expect(row(page, 'Coffee')).toBeHidden()
  await page
    .getByRole('alertdialog')
    .filter({ hasText: 'Deleted' })
    .getByRole('button', { name: 'Undo' })
    .tap()
  await expect(row(page, 'Coffee and cake')).toBeVisible()

  await row(page, 'Coffee').getByRole('button').tap()
  await expect(page.getByRole('dialog')).toContainText('Purse')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('no screen is wider than a phone of 360 pixels', async ({ newDevice }) => {
  const page = await newDevice(phone)
  await startLedger(page)
  for (const screen of screens) {
    await goTo(page, screen)
    await expect(page.locator('main')).not.toBeEmpty()
    await expectNothingWider(page)
  }
  await page.goto('/sign-in')
  await expect(page.getByLabel('Password')).toBeVisible()
  await expectNothingWider(page)
})

/** A finger that goes `by` pixels to the side. */
async function swipe(page: Page, target: Locator, by: number): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('Nothing to swipe')
  const y = box.y + box.height / 2
  const start = box.x + box.width / 2 - by / 2
  const cdp = await page.context().newCDPSession(page)
  const touch = async (type: 'touchStart' | 'touchMove', x: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
  await touch('touchStart', start)
  for (let step = 1; step <= 8; step++) {
    await touch('touchMove', start + (by * step) / 8)
  }
  await cdp.send('Input.dispatchTouchEvent', {
    type: 'touchEnd',
    touchPoints: [],
  })
}

async function expectNothingWider(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth,
  )
  expect(over).toBeLessThanOrEqual(0)
}
