import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { aTableRow, batchesOf, tableWords } from '../../contract/a-table.ts'
import type { TableRow } from './table-rows.ts'
import { writeXlsx } from './write-xlsx.ts'

async function bookOf(rows: readonly TableRow[]) {
  const blob = await writeXlsx(batchesOf(rows), tableWords)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await blob.arrayBuffer())
  return book
}

/** ExcelJS leaves the escapes of ECMA-376, 22.9.2.19 in texts that stand in their cells. */
function unescaped(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** A text cell that is empty is none at all. */
const orNone = (text: string) => (text === '' ? null : text)
const amount = (minor: number, currency: string) =>
  Number(decimalText(minor, currency))

test('I9 I11 another reader finds every cell as it went out, dates and numbers as such', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aTableRow, { minLength: 1 }), async rows => {
      const sheet = (await bookOf(rows)).getWorksheet('Transactions')
      const found = rows.map((_, at) =>
        Array.from({ length: 16 }, (_cell, column) =>
          unescaped(sheet?.getCell(at + 2, column + 1).value),
        ),
      )
      expect(found).toEqual(
        rows.map(row => [
          row.date < '1900-03-01' ? row.date : new Date(row.date),
          tableWords.types[row.type],
          orNone(row.description),
          amount(row.minor, row.currency),
          row.currency,
          orNone(row.account),
          orNone(row.arrival?.account ?? ''),
          row.arrival ? amount(row.arrival.minor, row.arrival.currency) : null,
          row.arrival?.currency ?? null,
          orNone(row.category),
          orNone(row.payee),
          orNone(row.member),
          orNone(row.tags.join(', ')),
          orNone(row.notes),
          orNone(row.partNotes),
          row.id,
        ]),
      )
    }),
    { numRuns: 40 },
  )
})

test('the head stays in sight and filters, amounts look like their currency', async () => {
  const [row] = fc.sample(aTableRow, { numRuns: 1, seed: 3 })
  if (row === undefined) throw new Error('No row')
  const book = await bookOf([
    { ...row, date: '2026-11-22', currency: 'KWD', minor: -1_234_567 },
  ])
  const sheet = book.getWorksheet('Transactions')
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet?.autoFilter).toBe('A1:P2')
  expect(sheet?.getCell('A1').font.bold).toBe(true)
  expect(sheet?.getCell('A2').numFmt).toBe('mm-dd-yy')
  expect(sheet?.getCell('D2').value).toBe(-1234.567)
  expect(sheet?.getCell('D2').numFmt).toBe('#,##0.000')
})

test('I10 twenty thousand rows come whole, with emoji and right-to-left among them', async () => {
  const [row] = fc.sample(aTableRow, { numRuns: 1, seed: 3 })
  if (row === undefined) throw new Error('No row')
  const description = 'قهوة ☕️ 👩‍👧 שלום'
  const rows = Array.from({ length: 20_000 }, (_, at) => ({
    ...row,
    id: `txn_${at}`,
    description,
  }))
  const sheet = (await bookOf(rows)).getWorksheet('Transactions')
  expect(sheet?.rowCount).toBe(20_001)
  expect(sheet?.getCell('C20001').value).toBe(description)
  expect(sheet?.getCell('P20001').value).toBe('txn_19999')
})

test('the totals of each currency are those of its rows, to the minor unit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aTableRow), async rows => {
      const small = rows.map(row => ({ ...row, minor: row.minor % 1e9 }))
      const sheet = (await bookOf(small)).getWorksheet('Totals')
      const wholes = new Map<unknown, unknown[]>()
      sheet?.eachRow((line, at) => {
        if (at === 1 || line.getCell(2).value !== 'Everything') return
        const cells = [3, 4, 5].map(column => line.getCell(column).value)
        wholes.set(line.getCell(1).value, cells)
      })
      const moved = small.filter(({ type }) => type !== 'transfer')
      const currencies = new Set(moved.map(({ currency }) => currency))
      for (const currency of currencies) {
        const of = moved.filter(row => row.currency === currency)
        const sum = (type: string) =>
          of.reduce((all, row) => all + (row.type === type ? row.minor : 0), 0)
        expect(wholes.get(currency)).toEqual([
          amount(sum('income'), currency),
          amount(0 - sum('expense'), currency),
          of.length,
        ])
      }
      expect(wholes.size).toBe(currencies.size)
    }),
    { numRuns: 40 },
  )
})
