import type { Page } from '@playwright/test'
import { median, milliseconds, percentile, type Figure } from '../figures.ts'
import { showTransactions, type List, type Stage } from '../stage.ts'

/** Each letter finds fewer, so that each is a new list and new totals. */
const typed = [
  'mercado c',
  'padaria da e',
  'cinema',
  'garden',
  'home 4',
  'health',
]

/** From a key to the last frame that it changed. */
export async function measureSearch(
  stage: Stage,
  rounds: number,
  list: List,
): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  await showTransactions(page, list)
  await page.waitForTimeout(untilQuiet)
  const search = page.getByLabel('Search transactions')
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const text of typed) {
      await search.click()
      for (const key of text) taken.push(...(await press(page, key)))
      await search.fill('')
      await page.evaluate(quiet => stopwatch.whenQuiet(quiet), pause)
    }
  }
  await device.close()
  const p95 = percentile(taken, 95)
  return [
    {
      what: `${list.words}keystroke → filtered rows and totals painted`,
      measured: `p50 ${milliseconds(median(taken))}, p95 ${milliseconds(p95)}`,
      target: 'p95 ≤ 50 ms',
      isMet: p95 <= 50,
    },
  ]
}

const untilQuiet = 3_000
/** Longer than an answer takes to come. */
const pause = 250

/** Nothing when the key changed nothing. */
async function press(page: Page, key: string): Promise<number[]> {
  await page.keyboard.press(key === ' ' ? 'Space' : key)
  const took = await page.evaluate(
    async quiet =>
      (await stopwatch.whenQuiet(quiet)) - stopwatch.last('keydown'),
    pause,
  )
  return took > 0 ? [took] : []
}
