import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { harmless } from '@ourmoney/shared/statement/harmless.ts'
import type { CellKind, Column, ReportTable, Row } from './content.ts'

/** How numbers and cells are written where people speak so. */
export type TableText = {
  readonly decimalMark: string
  readonly delimiter: string
}

export function tableTextIn(locale: string): TableText {
  const mark = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value
  return mark === ','
    ? { decimalMark: ',', delimiter: ';' }
    : { decimalMark: '.', delimiter: ',' }
}

/** The table as a file that spreadsheets open, after RFC 4180. */
export function asCsv(table: ReportTable, text: TableText): string {
  const lines = linesOf(table, text.decimalMark)
  return `\uFEFF${lines
    .map(line => line.map(quoted).join(text.delimiter))
    .join('\r\n')}\r\n`
}

/** The table as a spreadsheet takes it from the clipboard. */
export function asTabs(table: ReportTable, text: TableText): string {
  return linesOf(table, text.decimalMark)
    .map(line =>
      line.map(cell => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'),
    )
    .join('\n')
}

function linesOf(
  table: ReportTable,
  mark: string,
): readonly (readonly string[])[] {
  const { columns, rows, sum, currency } = table
  const all = [...rows.flatMap(withChildren), ...(sum ? [sum] : [])]
  // Where rows are in currencies of their own a column says which.
  const isOne = all.every(row => row.currency === undefined)
  return [
    columns.map(column =>
      harmless(headOf(column, isOne ? currency : undefined)),
    ),
    ...all.map(row =>
      columns.map(({ kind }, at) =>
        cellText(row.cells[at], kind, row.currency ?? currency, mark),
      ),
    ),
  ]
}

function withChildren(row: Row): readonly Row[] {
  return [row, ...(row.children ?? []).flatMap(withChildren)]
}

function headOf(
  { name, group, kind }: Column,
  currency: string | undefined,
): string {
  const whole = group === undefined ? name : `${group}, ${name}`
  if (kind === 'money' || kind === 'change') {
    return currency === undefined ? whole : `${whole} (${currency})`
  }
  return kind === 'share' || kind === 'growth' ? `${whole} (%)` : whole
}

function cellText(
  value: string | number | undefined,
  kind: CellKind,
  currency: string,
  mark: string,
): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return harmless(value)
  if (kind === 'money' || kind === 'change') {
    return decimalText(value, currency).replace('.', mark)
  }
  if (kind === 'share' || kind === 'growth') {
    return (value / 100).toFixed(2).replace('.', mark)
  }
  return String(value)
}

/** Whatever any program may take for the end of a cell is within quotes. */
function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
