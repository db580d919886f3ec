import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { startLedger } from '../../e2e/errand.ts'
import { longest, milliseconds, type Figure } from '../figures.ts'
import { bankTables } from '../bank-tables.ts'
import { memoryDuring } from '../memory.ts'
import { runPeer } from '../peer/open-peer.ts'
import type { Stage } from '../stage.ts'

const mostAgain = 15_000
const mostShare = 10

/** A bank's table into a new ledger, and once more; then the same docs by PouchDB alone. */
export async function measureFilesIn(stage: Stage): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, mostMemory, write } of bankTables) {
    const device = await stage.open('new')
    const page = await device.newPage()
    await page.goto('/')
    await startLedger(page)
    await untilInstalled(page)
    const file = `${stage.folder}/statement.${name.toLowerCase()}`
    await writeFile(file, await write(stage.size))
    let looked = { took: 0, tasks: [] as readonly number[] }
    let reviewed = looked
    let brought = looked
    const count = stage.size.toLocaleString('en')
    const memory = await memoryDuring(async () => {
      looked = await look(page, file)
      await chooseAccount(page)
      reviewed = await press(page, 'Review', `Bring in ${count}`)
      brought = await press(page, `Bring in ${count}`, `${count} added`)
    })
    const ledger = await page.evaluate(() =>
      localStorage.getItem('ourmoney-ledger'),
    )
    await page.goto('/transactions')
    await page.getByText(`${count} transactions`).first().waitFor()
    const again = await look(page, file)
    const known = await press(page, 'Review', 'Nothing is ticked')
    await page.close()
    let plain = { took: 0 }
    const plainMemory = await memoryDuring(async () => {
      plain = await runPeer(device, {
        task: 'write',
        name: `ledger-${ledger}`,
        batch: 2_000,
      })
    })
    await device.close()
    const tasks = [looked, reviewed, brought, again, known].flatMap(
      each => each.tasks,
    )
    const share = (100 * (looked.took + reviewed.took)) / plain.took
    const twice = again.took + known.took
    figures.push(
      {
        what: `${name} in: longest task of the main thread`,
        measured: longest(tasks),
        target: 'none over 100 ms',
        isMet: tasks.every(each => each <= 100),
      },
      {
        what: 'the same: looking and comparing, share of what PouchDB alone takes to write these docs',
        measured: `${milliseconds(looked.took)} and ${milliseconds(reviewed.took)}, PouchDB ${milliseconds(plain.took)}: ${Math.round(share)} %`,
        target: `≤ ${mostShare} %`,
        isMet: share <= mostShare,
      },
      {
        what: 'the same: bringing in',
        measured: milliseconds(brought.took),
        target: '',
        isMet: true,
      },
      {
        what: 'the same: memory over idle',
        measured: `${Math.round(memory)} MB, PouchDB alone ${Math.round(plainMemory)} MB`,
        target: `≤ ${mostMemory} MB`,
        isMet: memory <= mostMemory,
      },
      {
        what: 'the same once more, all of it known',
        measured: `${milliseconds(again.took)} and ${milliseconds(known.took)}: ${milliseconds(twice)}`,
        target: `≤ ${mostAgain / 1_000} s`,
        isMet: twice <= mostAgain,
      },
    )
  }
  return figures
}

/** What the app lays by for times without a network is no part of what a file takes. */
async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** From the choice of a file until what was guessed of it is shown. */
async function look(page: Page, file: string) {
  await page.goto('/import')
  const input = page.locator('input[type=file]').first()
  await input.waitFor({ state: 'attached' })
  const timing = timed(page, 'change', 'Review')
  await input.setInputFiles(file)
  return timing
}

async function press(page: Page, button: string, until: string) {
  const timing = timed(page, 'click', until)
  await page.getByRole('button', { name: button, exact: true }).click()
  return timing
}

function timed(page: Page, from: 'change' | 'click', words: string) {
  return page.evaluate(
    async ([from, words]) => {
      stopwatch.longTasks()
      const end = await stopwatch.whenPainted(() =>
        document.body.innerText.includes(words),
      )
      return {
        took: end - stopwatch.last(from),
        tasks: stopwatch.longTasks(),
      }
    },
    [from, words] as const,
  )
}

async function chooseAccount(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Account' }).fill('Giro')
  await page.getByRole('option', { name: 'New account “Giro”' }).click()
}
