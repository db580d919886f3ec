import type { Page } from '@playwright/test'
import { longest, median, milliseconds, type Figure } from '../figures.ts'
import { showTransactions, type Stage } from '../stage.ts'

/** The tab has loaded the rest of the app by then. */
const untilQuiet = 5_000
const most = { home: 300, report: 2_000 }

/** From a press in the list to all of Home; then what is reckoned in a thread of its own. */
export async function measureHome(
  stage: Stage,
  rounds: number,
): Promise<Figure[]> {
  const homes: number[] = []
  const news: number[] = []
  const tasks: number[] = []
  const reports = { forecast: [] as number[], unusual: [] as number[] }
  const device = await stage.open('kept')
  for (let round = 0; round < rounds; round++) {
    const page = await device.newPage()
    await showTransactions(page)
    await page.waitForTimeout(untilQuiet)
    const timing = page.evaluate(async () => {
      stopwatch.longTasks()
      const isWhole = () => document.querySelectorAll('main h2').length >= 5
      const whole = await stopwatch.whenPainted(isWhole)
      const click = stopwatch.last('click')
      const told = await stopwatch.whenPainted(
        () => document.querySelector('main output') === null,
      )
      return {
        whole: whole - click,
        told: told - click,
        tasks: stopwatch.longTasks(),
      }
    })
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    const timed = await timing
    homes.push(timed.whole)
    news.push(timed.told)
    tasks.push(...timed.tasks)
    reports.forecast.push(await opened(page, /What is to come/))
    reports.unusual.push(await opened(page, /far from the usual/))
    await page.close()
  }
  await device.close()
  return [
    {
      what: 'the list → all of Home but what is news',
      measured: milliseconds(median(homes)),
      target: '≤ 300 ms',
      isMet: median(homes) <= most.home,
    },
    {
      what: 'the same: with what is news',
      measured: milliseconds(median(news)),
      target: '',
      isMet: true,
    },
    {
      what: 'the same: longest task of the main thread',
      measured: longest(tasks),
      target: 'none over 100 ms',
      isMet: Math.max(0, ...tasks) <= 100,
    },
    ...(['forecast', 'unusual'] as const).map(report => ({
      what: `click → the report ${report}`,
      measured: milliseconds(median(reports[report])),
      target: '≤ 2 s',
      isMet: median(reports[report]) <= most.report,
    })),
  ]
}

async function opened(page: Page, question: RegExp): Promise<number> {
  await page.getByRole('link', { name: 'Reports', exact: true }).first().click()
  const link = page.getByRole('link', { name: question })
  await link.waitFor()
  const timing = page.evaluate(async () => {
    const painted = await stopwatch.whenPainted(
      () => document.querySelector('main article [role=status]') !== null,
    )
    return painted - stopwatch.last('click')
  })
  await link.click()
  return timing
}
