import { stat } from 'node:fs/promises'
import { longest, milliseconds, type Figure } from '../figures.ts'
import { showTransactions, type Stage } from '../stage.ts'

const most = { took: 10_000, bytes: 3_000_000 }
const fewestFrames = 50

/**
 * The printed report of the last twelve months, with all their transactions:
 * a tenth of the ledger, so that of 120,000 there are 12,000 in it.
 */
export async function measurePdf(stage: Stage): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  await showTransactions(page)
  await page.waitForTimeout(untilQuiet)
  await page.getByRole('link', { name: 'Reports', exact: true }).click()
  await page.getByRole('button', { name: 'Report as PDF' }).click()
  const dialog = page.getByRole('dialog', { name: 'Report as PDF' })
  await dialog.getByRole('button', { name: /Period/ }).click()
  await page.getByRole('option', { name: 'Last 12 months' }).click()
  const downloading = page.waitForEvent('download', { timeout: 300_000 })
  const measuring = page.evaluate(async () => {
    stopwatch.longTasks()
    let frames = 0
    let isOver = false
    const count = () => {
      frames += 1
      if (!isOver) requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    const begin = performance.now()
    const end = await stopwatch.whenPainted(() =>
      document.body.innerText.includes('.pdf is saved'),
    )
    isOver = true
    return {
      rate: (frames * 1_000) / (end - begin),
      took: end - stopwatch.last('click'),
      tasks: stopwatch.longTasks(),
    }
  })
  await dialog.getByRole('button', { name: 'Make the PDF' }).click()
  const { rate, took, tasks } = await measuring
  const { size } = await stat(await (await downloading).path())
  await device.close()
  const megabytes = (size / 1_000_000).toFixed(1)
  const count = Math.round(stage.size / 10).toLocaleString('en')
  return [
    {
      what: `a year as PDF, ${count} transactions in its appendix`,
      measured: milliseconds(took),
      target: `≤ ${most.took / 1_000} s`,
      isMet: took <= most.took,
    },
    {
      what: 'the same: size of the file',
      measured: `${megabytes} MB`,
      target: '≤ 3 MB',
      isMet: size <= most.bytes,
    },
    {
      what: 'the same: frames of the page meanwhile',
      measured: `${rate.toFixed(1)} frames/s`,
      target: `≥ ${fewestFrames} frames/s`,
      isMet: rate >= fewestFrames,
    },
    {
      what: 'the same: longest task of the main thread',
      measured: longest(tasks),
      target: 'none over 100 ms',
      isMet: tasks.every(each => each <= 100),
    },
  ]
}

const untilQuiet = 15_000
