import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { readPeriod } from '@ourmoney/shared/calendar/period-text.ts'
import { askOnce } from '../../src/data/ask-once.ts'
import { aTransaction, create } from '../../src/data/contract/a-ledger.ts'
import type { Ledger } from '../../src/data/ledger.ts'
import { openMemoryLedger } from '../../src/data/memory-ledger.ts'
import {
  makeReport,
  type PdfProgress,
} from '../../src/features/reports/pdf/make-report.ts'
import { pdfParts } from '../../src/features/reports/pdf/plan.ts'
import {
  languages,
  sentences,
  type Language,
} from '../../src/words/language.ts'
import { varietyOf, withMillions } from '../../src/words/plurals.ts'
import { aBook, until } from './a-book.ts'
import { drawHere } from './draw-here.ts'
import { readPdf } from './read-pdf.ts'

const going = new AbortController().signal
const counting = { firstDay: 1, weekStart: 1 }

beforeAll(async () => {
  await i18next.init({
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {},
  })
  for (const { id } of languages) {
    const said = withMillions(await sentences[id]())
    i18next.addResourceBundle(varietyOf(id), 'translation', said)
  }
})

async function theReport(
  ledger: Ledger,
  text: string,
  language: Language = 'en',
  changes: {
    readonly parts?: readonly (typeof pdfParts)[number][]
    readonly onProgress?: (progress: PdfProgress) => void
    readonly signal?: AbortSignal
  } = {},
) {
  const read = readPeriod(text, until, counting)
  if (!read.ok) throw new Error(`No period: ${text}`)
  const { draw, given } = await drawHere()
  const file = await makeReport(
    {
      ledger,
      wish: {
        period: read.value,
        paper: 'a4',
        parts: new Set(changes.parts ?? pdfParts),
      },
      words: {
        t: i18next.getFixedT(varietyOf(language)),
        locale: language === 'en' ? 'en-GB' : 'pt-PT',
      },
      language,
      counting,
      today: until,
      now: Date.UTC(2026, 10, 27),
      draw,
    },
    changes.onProgress ?? (() => undefined),
    changes.signal ?? going,
  )
  return { file, given }
}

test.each([
  ['2026', 'en', { from: '2026-01-01', to: '2026-12-31' }],
  ['2025', 'pt', { from: '2025-01-01', to: '2025-12-31' }],
  ['2026-11', 'en', { from: '2026-11-01', to: '2026-11-30' }],
] as const)(
  'the report of %s (%s) says what the list says, to the minor unit',
  async (period, language, days) => {
    const ledger = await aBook()
    const { file, given } = await theReport(ledger, period, language)
    const list = await askOnce(
      ledger,
      {
        view: 'transactions',
        filter: days,
        order: { by: 'date', descending: false },
        from: 0,
        to: 10_000,
      },
      going,
    )
    const pdf = await readPdf((await file?.arrayBuffer()) ?? new ArrayBuffer())
    const money = (minor: number, currency = 'EUR') =>
      formatMoney(minor, currency, language === 'en' ? 'en-GB' : 'pt-PT')
        .replaceAll('-', '−')
        .replaceAll(/\s/gu, ' ')
    const cover = pdf.textOf(1)
    const { incomeMinor, expenseMinor } = list.base
    expect(cover).toContain(money(incomeMinor))
    expect(cover).toContain(money(expenseMinor))
    expect(cover).toContain(money(incomeMinor - expenseMinor))

    // Each question that sums all spending comes to the same.
    const tables = given.report?.parts.flatMap(({ sections }) =>
      sections.flatMap(({ question, table }) =>
        table ? { question, table } : [],
      ),
    )
    let compared = 0
    for (const head of ['Spent', 'Gasto', 'Together', 'No total']) {
      for (const { table, question } of tables ?? []) {
        const at = table.columns.findIndex(({ name }) => name === head)
        const sum = table.sum?.cells[at]
        const isOfAll = /^(All together|Tudo junto)$/.test(
          String(table.sum?.cells[0]),
        )
        if (at < 0 || sum === undefined || !isOfAll) continue
        compared += 1
        expect([question, sum]).toEqual([question, expenseMinor])
        expect(pdf.text).toContain(money(expenseMinor))
        const rows = table.rows.filter(({ level = 0 }) => level === 0)
        const parts = rows.reduce(
          (all, { cells }) => all + Number(cells[at]),
          0,
        )
        expect([question, parts]).toEqual([question, expenseMinor])
      }
    }

    expect(compared).toBeGreaterThanOrEqual(4)

    // The appendix has each row of the list, in its order.
    const rows = given.batches.flatMap(({ transactions }) => transactions)
    expect(rows.map(({ date, description }) => [date, description])).toEqual(
      list.rows.map(({ date, description }) => [date, description]),
    )
    expect(rows.map(({ minor }) => Math.abs(minor))).toEqual(
      list.rows.map(({ minor }) => Math.abs(minor)),
    )
    const appendix = pdf.bookmarks.at(-1)?.page ?? 0
    const printed = pdf.pages.slice(appendix - 1).flatMap(({ texts }) => texts)
    for (const { minor, currency } of rows) {
      expect(printed).toContain(money(minor, currency))
    }
    await ledger.close()
  },
  60_000,
)

test('budgets, goals, what recurs and who owes whom are as their screens say', async () => {
  const ledger = await aBook()
  const { file, given } = await theReport(ledger, '2026')
  const sections = given.report?.parts.flatMap(part => part.sections) ?? []
  const asked = (question: string) =>
    sections.find(section => section.question === question)
  const [{ budgets }, { goals }, { spans }] = await Promise.all([
    askOnce(
      ledger,
      { view: 'budgetProgress', today: until, on: until, weekStart: 1 },
      going,
    ),
    askOnce(ledger, { view: 'goalProgress', today: until }, going),
    askOnce(
      ledger,
      {
        view: 'settleUp',
        filter: {},
        spans: [{ from: '2026-01-01', to: '2026-12-31' }],
      },
      going,
    ),
  ])
  expect(budgets).toHaveLength(2)
  expect(
    asked('How much is left in each budget?')?.table?.rows.map(({ cells }) =>
      cells.slice(2),
    ),
  ).toEqual(
    budgets.map(({ now }) => [
      now.spentMinor,
      now.availableMinor,
      now.leftMinor,
    ]),
  )
  const kept = asked('Which budgets overflow most often?')
  expect(kept?.answer).toMatch(/over most often in 2026: \d+ of 10 times/)
  const [goal] = goals
  expect(asked('How far are the goals?')?.table?.rows[0]?.cells).toEqual([
    'A trip',
    '2027-06-30',
    goal?.progress.savedMinor,
    2_500_000,
    goal?.progress.neededMinor,
    goal?.progress.projected?.date,
  ])
  expect(asked('What comes again and again?')).toMatchObject({
    answer: 'A month, on average: Out €800.00, In €0.00',
    table: {
      rows: [
        {
          cells: [
            'Rent',
            'Every month on the 1st',
            '2026-12-01',
            -80_000,
            -960_000,
          ],
        },
      ],
    },
  })
  const [settled] = spans
  const members = asked('Who paid, and who owes whom?')
  expect(members?.table?.rows.map(({ cells }) => cells.at(-1))).toEqual(
    settled?.shares
      .toSorted((a, b) => b.paidMinor - a.paidMinor)
      .map(({ balanceMinor }) => balanceMinor),
  )
  expect(asked('What is far from the usual?')?.table?.rows).not.toEqual([])
  const { text } = await readPdf(await (file as Blob).arrayBuffer())
  expect(text).toContain('Budgets, goals and what recurs')
  await ledger.close()
}, 60_000)

test('in Portuguese nothing is in English, and numbers are as people write them there', async () => {
  const ledger = await aBook()
  const { file } = await theReport(ledger, '2025', 'pt')
  const { text, info } = await readPdf(await (file as Blob).arrayBuffer())
  expect(text).toContain('Onde gasta mais?')
  expect(text).toMatch(/Página 2 de \d+/)
  expect(text).toMatch(/\d,\d\d\s€/)
  expect(text).not.toMatch(/\b(Spent|Together|Page|Category|Balance)\b/)
  expect(text).not.toMatch(/printed\.|reports\.|\{\{|undefined|NaN/)
  expect(info['Language']).toBe('pt')
  await ledger.close()
}, 60_000)

test('an empty ledger has a cover, and a period without anything says so', async () => {
  const ledger = openMemoryLedger()
  await create(ledger, {
    kind: 'ledger',
    _id: 'ledger_main',
    name: 'New',
    currency: 'JPY',
    timeZone: 'Asia/Tokyo',
    firstDay: 25,
  })
  const { file } = await theReport(ledger, '2026')
  const { text, textOf } = await readPdf(await (file as Blob).arrayBuffer())
  expect(textOf(1)).toContain('New')
  expect(text).toContain('Nothing was spent in 2026.')
  expect(text).not.toMatch(/NaN|undefined|Infinity/)
  await create(ledger, aTransaction({ currency: 'JPY', date: '2026-02-02' }))
  const one = await theReport(ledger, '2026')
  const read = await readPdf(await (one.file as Blob).arrayBuffer())
  expect(read.text).toContain('JP¥120')
  expect(read.text).not.toMatch(/NaN|undefined|Infinity/)
  await ledger.close()
}, 60_000)

test('only what was asked for is in it', async () => {
  const ledger = await aBook()
  const { file } = await theReport(ledger, '2026', 'en', { parts: ['income'] })
  const { bookmarks } = await readPdf(await (file as Blob).arrayBuffer())
  expect(bookmarks.map(({ title }) => title)).toEqual([
    'Cover',
    'Contents',
    'Income and saving',
  ])
  await ledger.close()
}, 60_000)

test('it tells how far it is, and ends when it is stopped', async () => {
  const ledger = await aBook()
  const told: PdfProgress[] = []
  await theReport(ledger, '2026', 'en', { onProgress: each => told.push(each) })
  const shares = told.map(({ done }) => done)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(new Set(told.map(({ phase }) => phase))).toEqual(
    new Set(['reading', 'drawing', 'finishing']),
  )
  const stop = new AbortController()
  const { file } = await theReport(ledger, '2026', 'en', {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  expect(file).toBeUndefined()
  await ledger.close()
}, 60_000)

test('a ledger that changes while it is read is read again', async () => {
  const ledger = await aBook()
  let isChanged = false
  const { file, given } = await theReport(ledger, '2026-11', 'en', {
    onProgress: () => {
      if (isChanged) return
      isChanged = true
      void create(
        ledger,
        aTransaction({ description: 'Meanwhile', date: '2026-11-02' }),
      )
    },
  })
  expect(given.drawings).toBe(2)
  const { text } = await readPdf(await (file as Blob).arrayBuffer())
  expect(text).toContain('Meanwhile')
  await ledger.close()
}, 60_000)
