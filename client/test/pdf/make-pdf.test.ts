import * as fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { keptFont } from '../../fonts/cut-fonts.ts'
import type { PdfReport } from '../../src/pdf/content.ts'
import { makePdf } from '../../src/pdf/make-pdf.ts'
import type { FontFiles } from '../../src/pdf/pen.ts'
import { aReport, batchesOf } from './a-report.ts'
import { readPdf } from './read-pdf.ts'

let fonts: FontFiles

beforeAll(async () => {
  fonts = {
    regular: await keptFont('regular'),
    semibold: await keptFont('semibold'),
    further: await keptFont('further'),
  }
})

test('the list of contents names each question, its answer and its page, and leads there', async () => {
  const report = aReport()
  const pdf = await readPdf(makePdf(report, batchesOf(100), fonts))
  const contents = pdf.pages[1]
  const sections = report.parts.flatMap(part => part.sections)
  const pages = sections.map(({ question }) =>
    pdf.pages.findIndex(
      ({ texts }, at) => at > 1 && texts.join(' ').includes(question),
    ),
  )
  const numbers = pages.map(index => index + 1)
  sections.forEach(({ question, answer }, at) => {
    const place = contents?.texts.indexOf(question) ?? -1
    expect(contents?.texts[place + 1]).toBe(answer)
    expect(contents?.texts[place + 2]).toBe(String(numbers[at]))
  })
  const appendix = pdf.pages.findIndex(({ texts }) =>
    texts.some(text => text.startsWith('Every transaction of the period')),
  )
  expect(contents?.links).toEqual([...numbers, appendix + 1])
})

test('bookmarks are the parts, their questions and the months', async () => {
  const report = aReport()
  const pdf = await readPdf(makePdf(report, batchesOf(600), fonts))
  const titles = pdf.bookmarks.map(({ title }) => title)
  expect(titles).toEqual([
    'Cover',
    'Contents',
    'Spending',
    'Plans',
    'All transactions',
  ])
  expect(pdf.bookmarks[2]?.below.map(({ title }) => title)).toEqual(
    report.parts[0]?.sections.map(({ question }) => question),
  )
  const months = pdf.bookmarks[4]?.below ?? []
  expect(months).toHaveLength(12)
  for (const { title, page } of months) {
    expect(pdf.textOf(page)).toContain(title)
  }
})

test('every amount that was given stands in its table to the minor unit', async () => {
  const report = aReport()
  const pdf = await readPdf(makePdf(report, [], fonts))
  for (const { table } of report.parts.flatMap(part => part.sections)) {
    if (table === undefined) continue
    for (const { cells } of [
      ...table.rows,
      ...(table.sum ? [table.sum] : []),
    ]) {
      cells.forEach((cell, at) => {
        const column = table.columns[at]
        if (typeof cell !== 'number' || column?.kind !== 'money') return
        if (column.isBare === true && cell === 0) return
        const { isBare: bare = false } = column
        const money = formatMoney(cell, table.currency, 'en-GB', { bare })
        expect(pdf.text).toContain(money.replace('-', '−'))
      })
    }
  }
})

test('every transaction stands in the appendix with its day and amount', async () => {
  const batches = batchesOf(240)
  const { textOf, pages } = await readPdf(makePdf(aReport(), batches, fonts))
  const text = pages.map((_, at) => textOf(at + 1)).join(' ')
  const money = (minor: number, currency: string) =>
    formatMoney(minor, currency, 'en-GB').replace('-', '−')
  const all = batches.flatMap(({ transactions }) => transactions)
  expect(all).toHaveLength(240)
  for (const { minor, currency, parts } of all) {
    expect(text).toContain(money(minor, currency))
    for (const part of parts)
      expect(text).toContain(money(part.minor, currency))
  }
})

test('says what it is, in which language, and has its letters with it', async () => {
  const report = aReport({ title: 'Český dům 2026 🏠', language: 'pt' })
  const bytes = makePdf(report, batchesOf(240), fonts)
  const { info, pages, text } = await readPdf(bytes)
  expect(String(info['Title']).normalize('NFC')).toBe('Český dům 2026 🏠')
  expect(info).toMatchObject({
    Language: 'pt',
    Author: 'Our home',
    Creator: 'OurMoney',
    PDFFormatVersion: '1.7',
  })
  const raw = new TextDecoder('latin1').decode(bytes)
  expect(raw.match(/\/Type \/FontDescriptor/g)).toHaveLength(3)
  expect(raw.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(3)
  expect(raw).not.toMatch(/Helvetica|Times|Courier/)
  expect(raw).toContain('/DisplayDocTitle true')
  expect(new TextDecoder().decode(bytes)).toContain('>Český dům 2026 🏠<')
  expect(raw).not.toMatch(/\/URI|\/JavaScript|\/JS /)
  // Every page but the cover says which it is.
  pages.slice(1).forEach(({ texts }, at) => {
    expect(texts).toContain(`Page ${at + 2} of ${pages.length}`)
  })
  expect(text).toContain('Наталья Ивановна')
  expect(text).toContain('Ταβέρνα Ελλάδα')
})

test.each([
  ['a4', [595, 842]],
  ['letter', [612, 792]],
] as const)('pages are of %s', async (paper, size) => {
  const { pages } = await readPdf(
    makePdf(aReport({ paper }), batchesOf(90), fonts),
  )
  expect(new Set(pages.map(page => String(page.size)))).toEqual(
    new Set([String(size)]),
  )
})

test('letters that no font here has are marked, and the list of contents says so', async () => {
  const [, , ...rest] = batchesOf(120)
  const marked = await readPdf(makePdf(aReport(), rest, fonts))
  expect(marked.text).not.toContain('寿')
  expect(marked.text).toContain('[…]')
  expect(marked.textOf(2)).toContain('The mark […] stands for letters')
  const plain = await readPdf(makePdf(aReport(), [], fonts))
  expect(plain.text).not.toContain('[…]')
})

test('an empty ledger has a report, too', async () => {
  const { cover } = aReport()
  const report = aReport({
    cover: { ...cover, figures: [], facts: [], notes: [], chart: undefined },
    parts: [],
    appendix: undefined,
  })
  const { pages } = await readPdf(makePdf(report, [], fonts))
  expect(pages).toHaveLength(2)
})

test('months of a year fill pages evenly: twelve thousand rows, under three megabytes', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const bytes = makePdf(aReport(), batchesOf(12_000), fonts)
  expect(bytes.byteLength).toBeLessThan(3_000_000)
  const raw = new TextDecoder('latin1').decode(bytes)
  const pages = Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(raw)?.[1])
  expect(pages).toBeGreaterThan(200)
  expect(pages).toBeLessThan(260)
  expect(asked).not.toHaveBeenCalled()
}, 120_000)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '\\',
    '(',
    ')',
    '<</Type /Catalog>>',
    '\u0d0a\u0d0d',
    'č'.repeat(300),
    '‏ملح',
    '\ud83d',
    'a\r\nb',
  ),
)

test('whatever names and amounts there are, it can be drawn and read', async () => {
  const minor = fc.integer({ min: -(2 ** 50), max: 2 ** 50 })
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyText,
      fc.array(minor, { minLength: 0, maxLength: 14 }),
      async (name, other, minors) => {
        const pdf = await readPdf(
          makePdf(
            strange(name, other, minors),
            [
              {
                month: { name, note: other },
                transactions: minors.map((each, at) => ({
                  date: '2026-02-28',
                  description: name,
                  payee: other,
                  category: other,
                  account: name,
                  minor: each,
                  currency: 'EUR',
                  isTransfer: at % 2 === 0,
                  parts: at % 3 === 0 ? [{ category: other, minor: each }] : [],
                })),
              },
            ],
            fonts,
          ),
        )
        expect(pdf.pages.length).toBeGreaterThan(2)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

/** One of each chart with these names and amounts. */
function strange(
  name: string,
  other: string,
  minors: readonly number[],
): PdfReport {
  const labels = minors.map((_, at) =>
    at % 2 === 0 ? name : `${other}\n${name}`,
  )
  const series = [
    { name, minors },
    { name: other, minors },
  ]
  const table = {
    currency: 'EUR',
    columns: [
      { name, kind: 'text' as const },
      { name: other, kind: 'text' as const },
      ...minors.map(() => ({ name: other, kind: 'money' as const })),
      { name, kind: 'growth' as const },
    ],
    rows: [{ cells: [name, other, ...minors, 1], level: 1 }],
    sum: { cells: [other, name, ...minors, undefined] },
  }
  const charts: PdfReport['parts'][number]['sections'][number]['chart'][] = [
    { kind: 'columns', labels, series, isStacked: true },
    {
      kind: 'columns',
      labels,
      series: series.slice(1),
      isStacked: false,
      mean: { name, minor: minors[0] ?? 0 },
      line: { name, minors },
    },
    {
      kind: 'bars',
      tone: 'accent',
      bars: minors.map(minor => ({
        name,
        minor,
        beforeMinor: -minor,
        note: other,
      })),
      beforeName: other,
    },
    {
      kind: 'multiples',
      labels,
      tone: 'rest',
      charts: [{ name, minors, note: other }],
    },
    {
      kind: 'heat',
      labels,
      groups: [{ name, count: minors.length }],
      markName: other,
      rows: [{ name, minors, marks: minors.map(each => each > 0) }],
    },
    {
      kind: 'lines',
      labels,
      series,
      band: { name, from: 0, lowMinors: minors, highMinors: minors },
    },
    {
      kind: 'meters',
      meters: minors.map(minor => ({
        name,
        minor,
        ofMinor: -minor,
        note: other,
        isLimit: minor > 5,
        pace: 0.5,
      })),
    },
  ]
  return aReport({
    title: name,
    parts: [
      {
        title: name,
        sections: charts.map(chart => ({
          question: name,
          answer: other,
          notes: [name],
          chart,
          table,
        })),
      },
    ],
  })
}
