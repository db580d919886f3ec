import type { Page } from '@playwright/test'
import { median, milliseconds, type Figure } from '../figures.ts'
import { editedDocs } from '../household-docs.ts'
import { showTransactions, signedIn, type Stage } from '../stage.ts'

const edited = 5_000
/** Longer than an answer takes to come. */
const pause = 1_500

/** What became of a record, and the book of an earlier day, where many were changed. */
export async function measureHistory(
  stage: Stage,
  rounds: number,
): Promise<Figure[]> {
  await stage.server.push(editedDocs(edited, Date.now()))
  const { device, page } = await signedIn(stage)
  await showTransactions(page)
  await page.getByLabel('Search transactions').fill(`Changed ${edited - 1}`)
  // Thousands arrive first.
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Changed' })
    .waitFor({ timeout: 300_000 })
  const histories: number[] = []
  for (let round = 0; round < rounds; round++) {
    histories.push(await openHistory(page))
  }
  const days = await earlierDays(page, rounds)
  await device.close()
  const opened = median(histories)
  const turned = median(days)
  return [
    {
      what: 'click → history of a record with 50 edits, what is in sight painted',
      measured: milliseconds(opened),
      target: '≤ 100 ms',
      isMet: opened <= 100,
    },
    {
      what: `another day → the book as it stood painted, ${edited.toLocaleString('en')} records edited since`,
      measured: milliseconds(turned),
      target: '≤ 1 s',
      isMet: turned <= 1_000,
    },
  ]
}

/** From a record that a person looks at, in a page that did nothing else yet. */
async function openHistory(page: Page): Promise<number> {
  await page.goto('/transactions?text=Changed+most')
  const row = page.getByRole('listitem').filter({ hasText: 'Changed most' })
  await row.getByRole('button').first().click()
  const panel = page.getByRole('complementary', { name: 'Details' })
  await page.evaluate(quiet => stopwatch.whenQuiet(quiet), 2 * pause)
  await panel.getByRole('button', { name: 'More' }).click()
  const timing = page.evaluate(async () => {
    const end = await stopwatch.whenPainted(
      () => document.querySelectorAll('main ol > li').length > 9,
    )
    return end - stopwatch.last('click')
  })
  await page.getByRole('menuitem', { name: 'History' }).click()
  return timing
}

/** Each press is another day, and another book. */
async function earlierDays(page: Page, rounds: number): Promise<number[]> {
  await page.goto('/history?tab=earlier')
  await page.getByText(/transactions then/).waitFor()
  const taken: number[] = []
  await page.getByRole('spinbutton').first().focus()
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(quiet => stopwatch.whenQuiet(quiet), pause)
    // Down from today: there is no later day.
    await page.keyboard.press('ArrowDown')
    taken.push(
      await page.evaluate(async quiet => {
        const pressed = stopwatch.last('keydown')
        return (await stopwatch.whenQuiet(quiet, pressed)) - pressed
      }, pause),
    )
  }
  return taken
}
