import type { Page } from '@playwright/test'
import { longest, milliseconds, percentile, type Figure } from '../figures.ts'
import { showTransactions, type Stage } from '../stage.ts'

const steps = 4
const most = 200
/** Milliseconds without a change after which a report is whole. */
const quiet = 300

/** Every report that has a period, a few periods back: from the press to the last change on the screen. */
export async function measureReports(stage: Stage): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  await showTransactions(page)
  await page.getByRole('link', { name: 'Reports', exact: true }).click()
  const links = page.locator('main a[href^="/reports/"]')
  await links.first().waitFor()
  const figures: Figure[] = []
  for (let at = 0; at < (await links.count()); at++) {
    const link = links.nth(at)
    const name = await link.locator('small').innerText()
    await link.click()
    await page.getByRole('status').first().waitFor()
    await page.waitForTimeout(untilDrawn)
    const earlier = page.getByRole('button', { name: 'Earlier', exact: true })
    if (await earlier.isVisible()) {
      const { times, tasks } = await stepBack(page)
      const slow = percentile(times, 95)
      figures.push({
        what: `${name}: another period`,
        measured: `p50 ${milliseconds(percentile(times, 50))}, longest ${milliseconds(slow)}, task ${longest(tasks)}`,
        target: `≤ ${most} ms`,
        isMet: slow <= most,
      })
    }
    await page.goBack()
    await links.first().waitFor()
  }
  await device.close()
  return figures
}

/** Charts that come with their script are drawn by then. */
const untilDrawn = 1_500

async function stepBack(page: Page) {
  const times: number[] = []
  await page.evaluate(() => stopwatch.longTasks())
  for (let step = 0; step < steps; step++) {
    await page.getByRole('button', { name: 'Earlier', exact: true }).click()
    const time = await page.evaluate(async quiet => {
      const click = stopwatch.last('click')
      return (await stopwatch.whenQuiet(quiet, click)) - click
    }, quiet)
    times.push(time)
  }
  const tasks = await page.evaluate(() => stopwatch.longTasks())
  return { times, tasks }
}
