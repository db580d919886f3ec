import { stat } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { chooseFormat } from '../../e2e/errand.ts'
import { milliseconds, type Figure } from '../figures.ts'
import { memoryDuring } from '../memory.ts'
import type { Device, Stage } from '../stage.ts'

const formats = [
  { name: 'CSV', choose: 'Table of text (CSV)', most: 2_000 },
  { name: 'JSON', choose: 'OurMoney (JSON)', most: 2_000 },
  { name: 'XLSX', choose: 'Spreadsheet (XLSX)', most: 5_000 },
] as const
const mostMemory = 300

/** From the press on the button until the page says that the file is saved. */
export async function measureExport(stage: Stage): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, choose, most } of formats) {
    const saved = await onFiles(stage, async page => {
      await chooseFormat(page, choose)
      return page.getByRole('button', { name: 'Export', exact: true })
    })
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
  for (const password of ['', 'seven dry lemons']) {
    const saved = await onFiles(stage, async page => {
      await page.getByLabel(/^Password for the file/).fill(password)
      if (password !== '') {
        await page.getByLabel('The same password again').fill(password)
      }
      return page.getByRole('button', { name: 'Save a backup' })
    })
    figures.push({
      what: `a backup ${password === '' ? 'without a password' : 'with one'}, file of ${saved.size} MB`,
      measured: `${milliseconds(saved.took)}, ${saved.memory} MB`,
      target: '',
      isMet: true,
    })
  }
  return figures
}

async function onFiles(
  stage: Stage,
  prepare: (page: Page) => Promise<{ click: () => Promise<void> }>,
) {
  const device: Device = await stage.open('kept')
  const page = await device.newPage()
  await page.goto('/files')
  const button = await prepare(page)
  await page
    .getByRole('button', { name: /^Synced/ })
    .waitFor({ timeout: 300_000 })
  let took = 0
  let size = 0
  const memory = await memoryDuring(async () => {
    const downloading = page.waitForEvent('download')
    const ended = page.evaluate(() =>
      stopwatch.whenPainted(() => document.body.innerText.includes('is saved')),
    )
    await button.click()
    took = (await ended) - (await page.evaluate(() => stopwatch.last('click')))
    size = (await stat(await (await downloading).path())).size
  })
  await device.close()
  return {
    took,
    memory: Math.round(memory),
    size: (size / 1_000_000).toFixed(1),
  }
}
