import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import {
  tableColumns,
  type CsvChoices,
  type TableColumn,
  type TableWords,
} from '../../files.ts'
import type { TableRow } from './table-rows.ts'
import { harmless } from '@ourmoney/shared/statement/harmless.ts'

/** RFC 4180, with another delimiter where one was chosen. */
export async function* writeCsv(
  batches: AsyncIterable<readonly TableRow[]>,
  words: TableWords,
  { delimiter, decimalMark, withBom }: CsvChoices,
): AsyncGenerator<string> {
  const lineOf = (cells: readonly string[]) =>
    `${cells.map(quoted).join(delimiter)}\r\n`
  const heads = tableColumns.map(column => words.columns[column])
  yield (withBom ? '\uFEFF' : '') + lineOf(heads.map(harmless))
  for await (const rows of batches) {
    yield rows
      .map(row => {
        const cells = cellsOf(row, words, decimalMark)
        return lineOf(tableColumns.map(column => cells[column]))
      })
      .join('')
  }
}

function cellsOf(
  row: TableRow,
  words: TableWords,
  mark: string,
): Readonly<Record<TableColumn, string>> {
  const { arrival } = row
  const amount = (minor: number, currency: string) =>
    decimalText(minor, currency).replace('.', mark)
  return {
    date: row.date,
    type: words.types[row.type],
    description: harmless(row.description),
    amount: amount(row.minor, row.currency),
    currency: row.currency,
    account: harmless(row.account),
    toAccount: harmless(arrival?.account ?? ''),
    toAmount: arrival ? amount(arrival.minor, arrival.currency) : '',
    toCurrency: arrival?.currency ?? '',
    category: harmless(row.category),
    payee: harmless(row.payee),
    member: harmless(row.member),
    tags: harmless(row.tags.join(', ')),
    notes: harmless(row.notes),
    partNotes: harmless(row.partNotes),
    id: row.id,
  }
}

/** Whatever any program may take for the end of a cell is within quotes. */
function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
