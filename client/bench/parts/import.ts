import { writeFile } from 'node:fs/promises'
import { startLedger, goTo } from '../../e2e/errand.ts'
import { longest, milliseconds, type Figure } from '../figures.ts'
import { earlierFile } from '../household-docs.ts'
import { runPeer } from '../peer/open-peer.ts'
import type { Stage } from '../stage.ts'

/** A file of the earlier system into a new ledger; then the same docs by PouchDB alone. */
export async function measureImport(stage: Stage): Promise<Figure[]> {
  const device = await stage.open('new')
  const page = await device.newPage()
  await page.goto('/')
  await startLedger(page)
  await goTo(page, 'Files')
  const file = `${stage.folder}/myTransactions_20260131.json`
  await writeFile(file, earlierFile(stage.size, Date.now()))
  const timing = page.evaluate(async () => {
    stopwatch.longTasks()
    const end = await stopwatch.whenPainted(() =>
      document.body.innerText.includes('is in your ledger'),
    )
    return {
      took: end - stopwatch.last('change'),
      tasks: stopwatch.longTasks(),
    }
  })
  await page.locator('input[type=file]').first().setInputFiles(file)
  const { took, tasks } = await timing
  const ledger = await page.evaluate(() =>
    localStorage.getItem('ourmoney-ledger'),
  )
  await page.close()
  const plain = await runPeer(device, {
    task: 'write',
    name: `ledger-${ledger}`,
    batch: 2_000,
  })
  await device.close()
  const share = (100 * plain.took) / took
  return [
    {
      what: 'import of the earlier system’s file: longest task of the main thread',
      measured: longest(tasks),
      target: 'none over 100 ms',
      isMet: tasks.every(each => each <= 100),
    },
    {
      what: 'the same: share of the time that PouchDB alone takes to write these docs',
      measured: `${milliseconds(took)}, PouchDB ${milliseconds(plain.took)}: ${Math.round(share)} %`,
      target: '≥ 90 %',
      isMet: share >= 90,
    },
  ]
}
