import type { Page } from '@playwright/test'
import { median, milliseconds, percentile, type Figure } from '../figures.ts'
import { showTransactions, type Stage } from '../stage.ts'

/** From Enter in the form to the row in the list. */
export async function measureSave(
  stage: Stage,
  rounds: number,
): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  await showTransactions(page)
  await page.waitForTimeout(untilQuiet)
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const name = `Bench ${round}`
    const shown = whenRow(page, name)
    const start = await save(page, name)
    taken.push((await shown) - start)
  }
  await device.close()
  const p95 = percentile(taken, 95)
  return [
    {
      what: 'save → row on screen',
      measured: `p50 ${milliseconds(median(taken))}, p95 ${milliseconds(p95)}`,
      target: 'p95 ≤ 150 ms',
      isMet: p95 <= 150,
    },
  ]
}

const untilQuiet = 3_000

/** When the page shows a row of that name, on the clock of the machine. */
export function whenRow(page: Page, name: string): Promise<number> {
  return page.evaluate(
    async text =>
      performance.timeOrigin +
      (await stopwatch.whenPainted(() =>
        [...document.querySelectorAll('[role=listitem] button')].some(
          button => button.textContent === text,
        ),
      )),
    name,
  )
}

/** Adds an expense of today with the form; resolves with when it was sent off, on the clock of the machine. */
export async function save(page: Page, name: string): Promise<number> {
  await page.keyboard.press('n')
  await page.getByLabel('Description').fill(name)
  await page.getByLabel(/^Amount/).fill('1.50')
  await page.keyboard.press('Enter')
  const start = await page.evaluate(
    () => performance.timeOrigin + stopwatch.last('keydown'),
  )
  await page.getByLabel('Description').and(page.locator('[value=""]')).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return start
}
