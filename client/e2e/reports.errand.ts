import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { check } from './axe.ts'
import { anOld, bring } from './earlier-file.ts'
import { expect, goTo, row, startLedger, test } from './errand.ts'

/** The day it is. */
const today = new Date('2026-11-22T12:00:00Z')

const desk = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** Two months of a small household. */
const records = [
  ['2026-11-03', 'Casa', 'Renda', 800],
  ['2026-11-10', 'Comida', 'Mercado', 100.5],
  ['2026-11-12', 'Comida', 'Padaria', 49.5],
  ['2026-10-03', 'Casa', 'Renda', 750],
  ['2026-10-10', 'Comida', 'Mercado', 100],
  // After the day of the month that November has come to.
  ['2026-10-28', 'Comida', 'Mercado', 30],
].map(([day, category, description, price], index) =>
  anOld({
    id: `old-${index}`,
    category,
    description,
    price,
    createdAt: `${day}T12:00:00.000Z`,
  }),
)

type NewDevice = (
  options?: BrowserContextOptions,
  prepare?: (page: Page) => Promise<void>,
) => Promise<Page>

async function aHousehold(
  newDevice: NewDevice,
  options: BrowserContextOptions = {},
  more: readonly object[] = [],
): Promise<Page> {
  const page = await newDevice(options, async fresh => {
    await fresh.clock.setFixedTime(today)
  })
  await startLedger(page)
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', [...records, ...more])
  await page.getByText(/is in your ledger/).waitFor()
  return page
}

test('where the money goes: a sentence, against the month before, and down to its transactions', async ({
  newDevice,
}) => {
  const page = await aHousehold(newDevice)
  await goTo(page, 'Reports')
  await page.getByRole('link', { name: /Where does the money go/ }).click()
  await expect(page).toHaveURL(/\/reports\/spending$/)
  await expect(page.getByRole('status').first()).toHaveText(
    'You spent £950.00 in November 2026, the most on Casa: 84%.',
  )
  await expect(
    page.getByText(/£100\.00 \(12%\) more than in 1.+22 Oct 2026/),
  ).toBeVisible()
  await expect(line(page, 'Comida')).toContainText('£150.00')
  await expect(line(page, 'All together')).toContainText('£950.00')

  // The list below says the same.
  await line(page, 'Comida').getByRole('link').press('Enter')
  await expect(page).toHaveURL(/\/transactions\?/)
  await expect(page.getByText('2 transactions').first()).toBeVisible()
  await expect(page.locator('main')).toContainText('£150.00')
  await expect(row(page, 'Padaria')).toBeVisible()
  await page.goBack()

  // Another month, nothing beside it; the address carries it.
  await page.getByRole('button', { name: 'Earlier', exact: true }).click()
  await page.getByRole('button', { name: /^Against/ }).click()
  await page.getByRole('menuitem', { name: 'Compare with nothing' }).click()
  await expect(page.getByRole('status').first()).toContainText('£880.00')
  await page.reload()
  await expect(page.getByRole('status').first()).toHaveText(
    'You spent £880.00 in October 2026, the most on Casa: 85%.',
  )
  await page.getByRole('button', { name: 'October 2026' }).click()
  await page.getByText('Year', { exact: true }).click()
  await page.getByRole('button', { name: '2026', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText(
    'You spent £1,830.00 in 2026',
  )
})

test('what a report shows is taken along as CSV, as a picture and on the clipboard', async ({
  newDevice,
}) => {
  const page = await aHousehold(
    newDevice,
    { permissions: ['clipboard-read', 'clipboard-write'] },
    [
      anOld({
        id: 'formula',
        category: '=1+1',
        price: 5,
        createdAt: '2026-11-04T12:00:00.000Z',
      }),
    ],
  )
  await page.goto('/reports/spending?compare=none&look=boxes')
  await page.getByText(/You spent £955\.00/).waitFor()
  const saved = async (entry: string) => {
    const downloading = page.waitForEvent('download')
    await tool(page, entry)
    const download = await downloading
    return {
      name: download.suggestedFilename(),
      bytes: await readFile(await download.path()),
    }
  }
  const csv = await saved('Save the table as CSV')
  expect(csv.name).toBe('ourmoney-spending-2026-11.csv')
  expect(
    csv.bytes.toString('utf8').replace('\uFEFF', '').split('\r\n'),
  ).toEqual([
    'Category,Share (%),Spent (GBP)',
    'Casa,83.77,800.00',
    'Comida,15.71,150.00',
    "'=1+1,0.52,5.00",
    'All together,100.00,955.00',
    '',
  ])
  const picture = await saved('Save the chart as a picture')
  expect(picture.name).toBe('ourmoney-spending-2026-11.png')
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.bytes.length).toBeGreaterThan(10_000)
  await tool(page, 'Copy the table')
  await expect(page.getByText('The table is copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')[1]).toBe('Casa\t83.77\t800.00')
})

test('a drawing is gone through by keyboard, and leads to what is below a column', async ({
  newDevice,
}) => {
  const page = await aHousehold(newDevice)
  await page.goto('/reports/months')
  const chart = page.getByRole('application', { name: /Categories over time/ })
  await chart.locator('svg').waitFor()
  await chart.focus()
  await page.keyboard.press('End')
  await expect(chart.getByRole('status')).toHaveText(
    'November 2026, Casa  £800.00, Comida  £150.00, All together  £950.00',
  )
  // A tooltip is drawn, never markup.
  await expect(chart.locator('svg')).toContainText('£950.00')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/transactions\?.*period=2026-11/)
  await expect(page.getByText('3 transactions').first()).toBeVisible()
})

test('what each day cost, which way the money took, who owes whom and which budget was over', async ({
  newDevice,
}) => {
  const page = await aHousehold(newDevice, {}, [
    anOld({
      id: 'rui',
      owner: 'rui',
      category: 'Comida',
      description: 'Jantar',
      price: 30,
      createdAt: '2026-11-20T12:00:00.000Z',
    }),
  ])
  await page.goto('/reports/calendar')
  const calendar = page.getByRole('application', { name: /^Calendar/ })
  await calendar.locator('svg').waitFor()
  await expect(page.getByRole('status').first()).toHaveText(
    'Of £980.00 spent in November 2026 the most went on 3 November 2026: £800.00.',
  )
  await calendar.focus()
  for (const key of ['Home', 'ArrowDown', 'ArrowUp', 'ArrowRight']) {
    await page.keyboard.press(key)
  }
  await page.keyboard.press('ArrowRight')
  await expect(calendar.getByRole('status')).toHaveText(
    /^Tuesday,? 3 November 2026, £800\.00$/,
  )
  // On paper it is light, whatever the screen is.
  const ink = () => calendar.locator('svg text').first().getAttribute('fill')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ink).toBe('rgb(236, 236, 239)')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect.poll(ink).toBe('rgb(23, 25, 26)')
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  await calendar.press('Enter')
  await expect(page).toHaveURL(/\/transactions\?.*from=2026-11-03/)
  await expect(row(page, 'Renda')).toBeVisible()

  await page.goto('/reports/sankey')
  const ways = page.getByRole('application', { name: /^Ways of the money/ })
  await ways.locator('svg').waitFor()
  await ways.press('Home')
  await expect(ways.getByRole('status')).toHaveText(
    'From what was there, £980.00',
  )
  await expect(line(page, 'Casa')).toContainText('£800.00')
  // Out of sight, as it is while another page comes, it has no room to be drawn in.
  await page.evaluate(async () => {
    const main = document.querySelector('main')
    if (main === null) return
    main.style.display = 'none'
    for (let frame = 0; frame < 3; frame++) {
      await new Promise(resolve => requestAnimationFrame(resolve))
    }
    main.style.display = ''
  })
  await ways.locator('svg').waitFor()

  await page.goto('/reports/members')
  await expect(page.getByRole('status').first()).toHaveText(
    '2 payments settle what was spent in November 2026: Ana pays Ana £326.67 and Rui pays Ana £296.67.',
  )
  // The file has an Ana of its own.
  await line(page, 'Rui').getByRole('link').press('Enter')
  await expect(row(page, 'Jantar')).toBeVisible()
  await expect(row(page, 'Renda')).toBeHidden()

  await page.goto('/budgets?new')
  await page.getByRole('combobox', { name: 'For' }).fill('Casa')
  await page.keyboard.press('Enter')
  await page.getByLabel(/^Amount/).fill('400')
  await page
    .getByRole('group', { name: 'Counts from' })
    .getByRole('spinbutton')
    .first()
    .click()
  await page.keyboard.type('01102026')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.goto('/reports/budgets')
  await expect(page.getByRole('status').first()).toHaveText(
    'Casa was over in the last 12 months, by £350.00.',
  )
  await page.getByRole('application').locator('svg').waitFor()
  await check(page, 'budgets kept')
  await page.getByRole('button', { name: /^Show what is below Casa/ }).click()
  await line(page, 'October 2026').getByRole('link').press('Enter')
  await expect(page.locator('main')).toContainText('£750.00')
})

test('nothing, one record and one category are reports too', async ({
  newDevice,
}) => {
  const page = await newDevice({}, async fresh => {
    await fresh.clock.setFixedTime(today)
  })
  await startLedger(page)
  for (const which of [...reports, ...others]) {
    await page.goto(`/reports/${which}`)
    await expect(page.getByRole('status').first()).toContainText(/\w/)
  }
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', records.slice(0, 1))
  await page.getByText(/is in your ledger/).waitFor()
  for (const which of reports) {
    await page.goto(`/reports/${which}`)
    await expect(page.getByRole('article')).toContainText('£800.00')
  }
  // Of a month that is over nothing is to come, but of the accounts it is.
  await page.goto('/reports/forecast?period=2026-10')
  await expect(page.getByRole('status').first()).toContainText(
    'choose one that today is in',
  )
  await page.getByText('Balance ahead', { exact: true }).click()
  await expect(page).toHaveURL(/look=balance/)
})

const reports = [
  'spending',
  'months',
  'largest',
  'payees',
  'calendar',
  'sankey',
  'members',
] as const
const others = [
  'budgets',
  'pattern',
  'income',
  'flow',
  'savings',
  'worth',
  'balances',
  'unusual',
  'forecast',
] as const

const looks = Object.entries({ desk, phone }).flatMap(([name, size]) => [
  {
    name: `${name}, spending`,
    size,
    paths: [...reports, 'spending?look=boxes', 'months?look=each'],
  },
  { name: `${name}, what is left`, size, paths: others },
])
for (const { name, size, paths } of looks) {
  test(`axe finds nothing in any report, and each has its picture: ${name}`, async ({
    newDevice,
  }, info) => {
    const page = await aHousehold(newDevice, {
      ...size,
      reducedMotion: 'reduce',
    })
    for (const which of paths) {
      await page.goto(`/reports/${which}`)
      await page.getByRole('article').waitFor()
      await check(page, `${which}, ${name}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const file = `${which.replace('?', '-')}-${colorScheme}.png`
        await page.screenshot({
          path: info.outputPath(file),
          animations: 'disabled',
        })
      }
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      )
      expect(wider, `${which} is wider than the screen`).toBeLessThanOrEqual(0)
    }
  })
}

function line(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name })
}

async function tool(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Take it along' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}
