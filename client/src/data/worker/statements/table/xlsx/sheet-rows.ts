import { StatementFileError } from '../../reader.ts'
import { fromSerial } from '../read-day.ts'
import { numbersIn, type TableRow, type TableRows } from '../table.ts'
import { createTextReading } from './shared-strings.ts'
import type { Workbook } from './workbook.ts'
import { xmlEvents } from './xml-events.ts'
import type { ZipEntry } from './zip.ts'

/** Columns behind it are no statement's, and would only fill the memory. */
const mostColumns = 256

/**
 * The rows of a sheet as they are unpacked: values alone, never what a formula
 * says. Throws StatementFileError.
 */
export async function* sheetRows(
  entry: ZipEntry,
  workbook: Workbook,
  /** Of the whole file, to tell how far it is read. */
  fileSize: number,
): AsyncGenerator<TableRows> {
  let rows: TableRow[] = []
  let row = 0
  let cells: string[] = []
  let found: number[] = []
  let numbers: ReadonlySet<number> | undefined
  let column = -1
  let sort = 'n'
  let style = 0
  let value = ''
  let isValue = false
  const inline = createTextReading()

  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1)
        if (!Number.isSafeInteger(row)) {
          throw new StatementFileError('cut-short', 0, attributes['r'])
        }
        cells = []
        found = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        sort = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? '0')
        value = ''
      } else if (name === 'v') isValue = true
      else inline.open(name)
    },
    text: (text: string) => {
      if (isValue) value += text
      else inline.text(text)
    },
    close: (name: string) => {
      if (name === 'v') isValue = false
      else if (name === 'c') closeCell()
      else if (name === 'row') {
        numbers = numbersIn(found, numbers)
        rows.push({ row, cells, numbers })
      } else inline.close(name)
    },
  }

  function closeCell(): void {
    const text = inline.take()
    if (column < 0 || column >= mostColumns) return
    const shown = sort === 'inlineStr' ? text : shownAs()
    if (shown === '') return
    while (cells.length < column) cells.push('')
    cells[column] = shown
  }

  function shownAs(): string {
    if (value === '' || sort === 'e') return ''
    if (sort === 's') return workbook.texts[Number(value)] ?? ''
    if (sort === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (sort !== 'n') return value
    if (workbook.dateStyles.has(style)) {
      const day = fromSerial(Number(value) + (workbook.from1904 ? 1_462 : 0))
      if (day !== undefined) return day
    }
    found.push(column)
    return plainNumber(value)
  }

  let isFirst = true
  for await (const bytes of xmlEvents(entry.bytes(), events)) {
    const share = entry.size === 0 ? 0 : bytes / entry.size
    if (rows.length > 0 || isFirst) {
      yield { rows, bytesRead: Math.floor(share * fileSize) }
    }
    isFirst = false
    rows = []
  }
  yield { rows, bytesRead: 0 }
}

/** `AB12` is in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (let at = 0; at < letters.length; at += 1) {
    column = column * 26 + letters.charCodeAt(at) - 64
  }
  return column - 1
}

/** Sheets keep numbers in 15 digits and write the noise behind them too. */
function plainNumber(value: string): string {
  if (/^-?\d{1,12}(\.\d{1,3})?$/.test(value)) return value
  const number = Number(value)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : ''
}
