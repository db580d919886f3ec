import type { Page } from '@playwright/test'

/** Gives a file of the earlier system to the page that asks for one. */
export async function bring(
  page: Page,
  name: string,
  records: readonly object[],
): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(records)),
    })
}

/** Records that differ in id, description and price: `Padaria 7` for 7.99. */
export function manyRecords(count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) =>
    anOld({
      id: `old-${index}`,
      description: `Padaria ${index}`,
      price: index + 0.99,
    }),
  )
}

export function anOld(fields: object): object {
  return {
    id: 'old',
    description: 'Padaria',
    type: 'outcome',
    category: 'alimentaçao e casa',
    price: 1.5,
    owner: 'ana',
    createdAt: '2026-01-31T10:00:00.000Z',
    status: 'synced',
    ...fields,
  }
}
