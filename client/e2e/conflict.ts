import type { Page } from '@playwright/test'
import { add, expect, goTo, keptHere, row, synced } from './errand.ts'

export type Both = readonly [Page, Page]

/** What is done while neither has a network. */
export async function eachAlone(
  both: Both,
  done: () => Promise<void>,
): Promise<void> {
  // What a screen still lacks comes from the device then.
  for (const page of both) await keptHere(page)
  for (const page of both) await page.context().setOffline(true)
  await done()
  for (const page of both) await page.context().setOffline(false)
}

export async function edit(
  page: Page,
  what: string,
  field: string,
  value: string,
): Promise<void> {
  await row(page, what).getByRole('button', { name: what }).click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel(new RegExp(`^${field}`)).fill(value)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A transaction that both have. */
export async function haveDinner([laptop, phone]: Both): Promise<void> {
  await add(laptop, { amount: '40', description: 'Dinner' })
  await goTo(phone, 'Transactions')
  await expect(row(phone, 'Dinner')).toBeVisible()
  await synced(laptop)
}

/** A dinner that both changed, each its own way; the second device's amount stands. */
export async function haveConflict(both: Both): Promise<void> {
  const [laptop, phone] = both
  await haveDinner(both)
  await eachAlone(both, async () => {
    await edit(laptop, 'Dinner', 'Amount', '41')
    await edit(phone, 'Dinner', 'Amount', '42')
  })
  for (const page of both) {
    await expect(page.getByRole('link', { name: '1 conflict' })).toBeVisible()
  }
}
