import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { tableColumns, type TableColumn, type TableWords } from '../../files.ts'
import type { TableRow } from './table-rows.ts'
import { categoryTotals } from './category-totals.ts'
import {
  bookParts,
  rowXml,
  sheetEnd,
  sheetStart,
  type Cell,
} from './xlsx-parts.ts'
import { zip, type ZipPart } from './zip.ts'

const mediaType =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a spreadsheet takes, less a batch of the largest split transactions. */
const mostRows = 500_000

const widths: Readonly<Record<TableColumn, number>> = {
  date: 12,
  type: 10,
  description: 36,
  amount: 14,
  currency: 10,
  account: 18,
  toAccount: 18,
  toAmount: 14,
  toCurrency: 10,
  category: 24,
  payee: 20,
  member: 14,
  tags: 18,
  notes: 30,
  partNotes: 20,
  id: 34,
}

/**
 * A workbook of the rows and their totals, written as they come: each sheet is
 * packed while it grows, so that only one batch is in memory.
 */
export function writeXlsx(
  batches: AsyncIterator<readonly TableRow[]>,
  words: TableWords,
): Promise<Blob> {
  return zip(partsOf(batches, words), mediaType)
}

async function* partsOf(
  batches: AsyncIterator<readonly TableRow[]>,
  words: TableWords,
): AsyncGenerator<ZipPart> {
  const totals = categoryTotals()
  const sheets: string[] = []
  const nextSheet = (name: string, pieces: ZipPart['pieces']): ZipPart => {
    sheets.push(name)
    return { name: `xl/worksheets/sheet${sheets.length}.xml`, pieces }
  }
  let isOver = false

  async function* rowsOfSheet(): AsyncGenerator<string> {
    yield sheetStart(tableColumns.map(column => widths[column]))
    let count = 1
    yield rowXml(count, heading(tableColumns.map(each => words.columns[each])))
    while (count < mostRows) {
      const { done, value: rows } = await batches.next()
      if (done === true) {
        isOver = true
        break
      }
      for (const row of rows) totals.add(row)
      const before = count
      count += rows.length
      yield rows
        .map((row, at) => rowXml(before + at + 1, cellsOf(row, words)))
        .join('')
    }
    yield sheetEnd(tableColumns.length, count)
  }

  while (!isOver) {
    const number = sheets.length === 0 ? '' : ` ${sheets.length + 1}`
    yield nextSheet(words.transactions + number, rowsOfSheet())
  }
  yield nextSheet(words.totals, totalsSheet(totals.sums(), words))
  yield* bookParts(sheets)
}

function* totalsSheet(
  sums: ReturnType<ReturnType<typeof categoryTotals>['sums']>,
  words: TableWords,
): Generator<string> {
  const heads = [
    words.columns.currency,
    words.columns.category,
    words.income,
    words.spent,
    words.count,
  ]
  yield sheetStart([10, 30, 16, 16, 12])
  yield rowXml(1, heading(heads))
  for (const [index, sum] of sums.entries()) {
    const { currency, category, isWhole: isBold } = sum
    yield rowXml(index + 2, [
      { text: currency, isBold },
      { text: isBold ? words.all : category, isBold },
      { minor: sum.incomeMinor, currency, isBold },
      { minor: sum.expenseMinor, currency, isBold },
      { whole: sum.count, isBold },
    ])
  }
  yield sheetEnd(heads.length, sums.length + 1)
}

function heading(heads: readonly string[]): readonly Cell[] {
  return heads.map(text => ({ text, isBold: true }))
}

function cellsOf(row: TableRow, words: TableWords): readonly Cell[] {
  const { arrival, currency } = row
  const cells: Readonly<Record<TableColumn, Cell>> = {
    date: { day: dayNumber(row.date) },
    type: { text: words.types[row.type] },
    description: { text: row.description },
    amount: { minor: row.minor, currency },
    currency: { text: currency },
    account: { text: row.account },
    toAccount: arrival && { text: arrival.account },
    toAmount: arrival,
    toCurrency: arrival && { text: arrival.currency },
    category: { text: row.category },
    payee: { text: row.payee },
    member: { text: row.member },
    tags: { text: row.tags.join(', ') },
    notes: { text: row.notes },
    partNotes: { text: row.partNotes },
    id: { text: row.id },
  }
  return tableColumns.map(column => cells[column])
}
