import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type {
  ReadContext,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { currencyOf } from '../currency-words.ts'
import { distinctIds } from '../distinct-ids.ts'
import { fitWords, type Words } from '../words.ts'
import { usualCurrency } from '../usual-currency.ts'
import { columnsOf } from './columns-of.ts'
import type { TableLayout } from './find-layout.ts'
import { dayIn, findDay } from './read-day.ts'
import { createAmounts, isShorter } from './row-amount.ts'
import { accountOf, asWritten, idOf, textsOf } from './row-names.ts'
import { isDroppedWord, isPendingWord } from './row-words.ts'
import { textAt, textsAt } from './row-texts.ts'
import { rawOf, type TableRow } from './table.ts'

export type RowsRead = {
  readonly rows: StatementRow[]
  readonly issues: StatementIssue[]
  pending: number
  dropped: number
}

/** The last row, whose words may go on. */
type Waiting = Omit<StatementRow, keyof Words> & { readonly words: Words }

const longestText = 10_000

/** Reads the rows of a table as its layout says. */
export function createRowReader(layout: TableLayout, context: ReadContext) {
  const { choices, names } = layout
  const columns = columnsOf(choices.columns ?? [])
  const order = choices.dateOrder ?? 'dmy'
  const amounts = createAmounts(choices, columns)
  const ids = distinctIds()
  const days = new Map<string, LocalDate | undefined>()
  const last = { row: undefined as Waiting | undefined }

  return {
    /** The last of the rows waits: what follows may belong to it. */
    read(tableRows: readonly TableRow[]): RowsRead {
      const read = newRead()
      for (const row of tableRows) readRow(row, read)
      return read
    },
    /** The row that waited. */
    end(): RowsRead {
      const read = newRead()
      flush(read)
      return read
    },
  }

  function readRow(row: TableRow, read: RowsRead): void {
    const cells = asWritten(row.cells, columns, choices)
    if (row.row <= (choices.headerRow ?? 0)) return
    if (row.broken !== undefined) return refuse(row, row.broken, '', read)
    if (cells.every(cell => cell.trim() === '')) return
    if (isHeaderAgain(cells)) return
    // A file that breaks off within an amount would be read with another one.
    if (row.isOpen === true && cells.length < names.length) {
      return refuse(row, 'cut-short', cells.at(-1) ?? '', read)
    }
    const status = textAt(cells, columns.status)
    const dateCell = textAt(cells, columns.date)
    if (isDroppedWord(status)) {
      read.dropped += 1
      return
    }
    const isPending =
      isPendingWord(dateCell) ||
      isPendingWord(status) ||
      columns.ignore.some(at => isPendingWord(textAt(cells, at)))
    if (isPending && choices.withPending !== true) {
      read.pending += 1
      return
    }
    if (dateCell === '' && joinToLast(cells)) return
    const date = dayOf(dateCell)
    if (date === undefined) {
      const isShort = isShorter(cells, columns.date, choices)
      return refuse(
        row,
        isShort ? 'too-few-cells' : 'not-a-date',
        dateCell,
        read,
      )
    }
    const named = textAt(cells, columns.currency)
    const currency = named === '' ? undefined : currencyOf(named)
    if (currency === null) return refuse(row, 'not-a-currency', named, read)
    const place = accountOf(cells, columns, layout.account)
    const usual =
      currency ?? usualCurrency(choices, context, place.account ?? '')
    const amount = amounts.amountOf(row, usual)
    if ('code' in amount) return refuse(row, amount.code, amount.found, read)
    const own = amount.currency ?? usual
    flush(read)
    const said = textsOf(cells, columns)
    last.row = {
      words: said.words,
      row: row.row,
      raw: rawOf(row, choices.delimiter),
      date,
      minor: amount.minor,
      currency: own,
      ...said.names,
      ...place,
      ...idOf(cells, columns, date, amount.minor, ids),
      ...amounts.balanceOf(row, own),
    }
  }

  function flush(read: RowsRead): void {
    if (last.row === undefined) return
    const { words, ...row } = last.row
    last.row = undefined
    const fitting = fitWords(words)
    if (fitting !== undefined) read.rows.push({ ...row, ...fitting })
    else
      read.issues.push({
        row: row.row,
        code: 'too-long',
        found: '',
        raw: row.raw,
      })
  }

  function refuse(
    row: TableRow,
    code: StatementIssue['code'],
    found: string,
    read: RowsRead,
  ): void {
    flush(read)
    read.issues.push({
      row: row.row,
      code,
      found: found.slice(0, 80),
      raw: rawOf(row, choices.delimiter),
    })
  }

  /** A line with nothing but more of the description belongs to the row above it. */
  function joinToLast(cells: readonly string[]): boolean {
    const text = textsAt(cells, columns.words)
    if (last.row === undefined || text === '') return false
    const isAlone = cells.every(
      (cell, at) => cell.trim() === '' || columns.words.includes(at),
    )
    if (!isAlone) return false
    const { words } = last.row
    // Longer than anything that is kept it need not become any longer.
    if (words.description.length > longestText) return true
    const description = `${words.description} ${text}`.trim()
    last.row = { ...last.row, words: { ...words, description } }
    return true
  }

  function isHeaderAgain(cells: readonly string[]): boolean {
    return (
      names.length > 1 &&
      cells.length >= names.length &&
      names.every((name, at) => (cells[at] ?? '').trim() === name)
    )
  }

  function dayOf(cell: string): LocalDate | undefined {
    if (days.has(cell)) return days.get(cell)
    const found = findDay(cell, context.timeZone)
    const date = found === undefined ? undefined : dayIn(found, order)
    if (days.size < 10_000) days.set(cell, date)
    return date
  }
}

function newRead(): RowsRead {
  return { rows: [], issues: [], pending: 0, dropped: 0 }
}
