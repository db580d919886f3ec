import { longest, type Figure } from '../figures.ts'
import { showTransactions, type List, type Stage } from '../stage.ts'

/** How long the way from end to end takes. */
const duration = 10_000

/** The list is dragged from its first row to its last, a step in each frame. */
export async function measureScroll(
  stage: Stage,
  list: List,
): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  await showTransactions(page, list)
  await page.waitForTimeout(untilQuiet)
  const { rate, tasks } = await page.evaluate(async whole => {
    stopwatch.longTasks()
    const way = document.documentElement.scrollHeight - innerHeight
    const start = performance.now()
    let frames = 0
    await new Promise<void>(resolve => {
      const step = (now: number) => {
        const part = Math.min(1, (now - start) / whole)
        scrollTo(0, part * way)
        frames += 1
        if (part < 1) requestAnimationFrame(step)
        else resolve()
      }
      requestAnimationFrame(step)
    })
    const rate = (frames * 1000) / (performance.now() - start)
    return { rate, tasks: stopwatch.longTasks() }
  }, duration)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-posinset]')].some(
      ({ ariaPosInSet, ariaSetSize, textContent }) =>
        ariaPosInSet === ariaSetSize && textContent !== '',
    ),
  )
  await device.close()
  return [
    {
      what: `${list.words}scrolling from end to end in 10 s`,
      measured: `${rate.toFixed(1)} frames/s`,
      target: '≥ 55 frames/s',
      isMet: rate >= 55,
    },
    {
      what: 'the same, longest task',
      measured: longest(tasks),
      target: 'none over 100 ms',
      isMet: tasks.every(each => each <= 100),
    },
  ]
}

const untilQuiet = 3_000
