import { copyFile, stat } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { chooseFormat } from '../../e2e/errand.ts'
import { milliseconds, type Figure } from '../figures.ts'
import { memoryDuring } from '../memory.ts'
import type { Stage } from '../stage.ts'

const formats = [
  { name: 'CSV', choose: 'Table of text (CSV)', most: 2_000 },
  { name: 'JSON', choose: 'OurMoney (JSON)', most: 2_000 },
  { name: 'XLSX', choose: 'Spreadsheet (XLSX)', most: 5_000 },
] as const
const mostMemory = 300
const password = 'seven dry lemons'

/** From the press on the button until the page says that the file is saved. */
export async function measureExport(stage: Stage): Promise<Figure[]> {
  const device = await stage.open('kept')
  const page = await device.newPage()
  const figures: Figure[] = []
  for (const { name, choose, most } of formats) {
    await showFiles(page, stage.size)
    await chooseFormat(page, choose)
    const saved = await save(page, 'Export')
    figures.push(
      {
        what: `everything as ${name}`,
        measured: milliseconds(saved.took),
        target: `≤ ${most / 1_000} s`,
        isMet: saved.took <= most,
      },
      {
        what: `the same: memory over idle, file of ${saved.size} MB`,
        measured: `${saved.memory} MB`,
        target: `≤ ${mostMemory} MB`,
        isMet: saved.memory <= mostMemory,
      },
    )
  }
  const backup = `${stage.folder}/backup.ourmoney`
  for (const isSealed of [false, true]) {
    await showFiles(page, stage.size)
    if (isSealed) {
      await page.getByLabel(/^Password for the file/).fill(password)
      await page.getByLabel('The same password again').fill(password)
    }
    const saved = await save(page, 'Save a backup')
    if (!isSealed) await copyFile(saved.path, backup)
    figures.push({
      what: `a backup ${isSealed ? 'with' : 'without'} a password, file of ${saved.size} MB`,
      measured: `${milliseconds(saved.took)}, ${saved.memory} MB`,
      target: '',
      isMet: true,
    })
  }
  await device.close()
  figures.push(await measureRestore(stage, backup))
  return figures
}

/** On a device that has nothing: from the press on the button until everything is in the list. */
async function measureRestore(stage: Stage, file: string): Promise<Figure> {
  const device = await stage.open('new')
  const page = await device.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: /Restore a backup/ }).click()
  await page.locator('input[type=file]').last().setInputFiles(file)
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  const start = await page.evaluate(() => stopwatch.last('click'))
  await page
    .getByRole('link', { name: 'Transactions', exact: true })
    .click({ timeout: 600_000 })
  const count = `${stage.size.toLocaleString('en')} transactions`
  await page.getByText(count).first().waitFor({ timeout: 600_000 })
  const end = await page.evaluate(() => performance.now())
  await device.close()
  return {
    what: 'that backup restored on a new device',
    measured: milliseconds(end - start),
    target: '',
    isMet: true,
  }
}

/** With a worker that has exported nothing yet, and the whole ledger read. */
async function showFiles(page: Page, size: number): Promise<void> {
  await page.goto('/transactions')
  await page
    .getByText(`${size.toLocaleString('en')} transactions`)
    .first()
    .waitFor({ timeout: 300_000 })
  await page.getByRole('link', { name: 'Files', exact: true }).click()
  await page.waitForTimeout(untilRead)
}

/** The database is read behind what its snapshot shows. */
const untilRead = 15_000

async function save(page: Page, button: string) {
  let took = 0
  let path = ''
  const memory = await memoryDuring(async () => {
    const downloading = page.waitForEvent('download', { timeout: 300_000 })
    const ended = page.evaluate(() =>
      stopwatch.whenPainted(() =>
        /\.\w+ is saved/.test(document.body.innerText),
      ),
    )
    await page.getByRole('button', { name: button, exact: true }).click()
    took = (await ended) - (await page.evaluate(() => stopwatch.last('click')))
    path = await (await downloading).path()
  })
  return {
    took,
    path,
    memory: Math.round(memory),
    size: ((await stat(path)).size / 1_000_000).toFixed(1),
  }
}
