import type { Page } from '@playwright/test'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import { longest, milliseconds, type Figure } from '../figures.ts'
import { categoryNames } from '../household-docs.ts'
import { runPeer } from '../peer/open-peer.ts'
import type { Stage } from '../stage.ts'

/** A category into another until it is used by a fifth of all, then that one into a third. */
export async function measureMerge(stage: Stage): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  await page.goto('/names')
  // What is written would be pushed at the same time.
  await device.context.setOffline(true)
  const [first = '', second = '', third = ''] = categoryNames
  await merge(page, first, second)
  const { took, tasks, gap } = await merge(page, second, third)
  await page.close()
  await device.context.setOffline(false)
  const plain = await runPeer(device, {
    task: 'rewrite',
    name: `ledger-${stage.server.ledger}`,
    category: derivedId('category', third),
    count: stage.size / 5,
    batch: 500,
  })
  await device.close()
  const ratio = took / plain.took
  return [
    {
      what: `merge of a category used ${plain.docs.toLocaleString('en')} times, beside PouchDB reading and writing these docs`,
      measured: `${milliseconds(took)}, PouchDB ${milliseconds(plain.took)} (writing alone ${milliseconds(plain.wrote ?? NaN)}): ${ratio.toFixed(2)} ×`,
      target: '≤ 1.2 ×',
      isMet: ratio <= 1.2,
    },
    {
      what: 'the same: longest task of the main thread, longest time without news of progress',
      measured: `${longest(tasks)}, ${milliseconds(gap)}`,
      target: 'none over 100 ms',
      isMet: tasks.every(each => each <= 100),
    },
  ]
}

async function merge(page: Page, from: string, into: string) {
  await page.getByRole('button', { name: `What to do with ${from}` }).click()
  await page.getByRole('menuitem', { name: 'Merge into another' }).click()
  await page.getByRole('combobox', { name: 'Into' }).fill(into)
  await page.keyboard.press('Enter')
  await page.getByText(/records change/).waitFor()
  const timing = page.evaluate(async words => {
    stopwatch.longTasks()
    let told = performance.now()
    let gap = 0
    let shown = ''
    const end = await stopwatch.whenPainted(() => {
      const now = document.querySelector('[role=progressbar]')?.textContent
      if (now && now !== shown) {
        if (shown !== '') gap = Math.max(gap, performance.now() - told)
        told = performance.now()
        shown = now
      }
      return document.body.innerText.includes(words)
    })
    return {
      took: end - stopwatch.last('click'),
      tasks: stopwatch.longTasks(),
      gap,
    }
  }, `Merged “${from}”`)
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  return timing
}
