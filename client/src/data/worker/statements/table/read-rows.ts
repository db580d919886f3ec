import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type {
  ReadContext,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { currencyOf } from './currency-words.ts'
import { foldName } from './fold-name.ts'
import { accountKey } from './account-key.ts'
import { columnsOf } from './columns-of.ts'
import type { TableLayout } from './find-layout.ts'
import { dayIn, findDay } from './read-day.ts'
import {
  isDash,
  readMinor,
  readPlainMinor,
  type AmountFound,
} from './read-minor.ts'
import { isDroppedWord, isPendingWord } from './row-words.ts'
import { fitted, textAt, textsAt } from './row-texts.ts'
import { rawOf, type TableRow } from './table.ts'

export type RowsRead = {
  readonly rows: StatementRow[]
  readonly issues: StatementIssue[]
  pending: number
  dropped: number
}

/** Reads the rows of a table as its layout says. */
export function createRowReader(layout: TableLayout, context: ReadContext) {
  const { choices, names } = layout
  const columns = columnsOf(choices.columns ?? [])
  const order = choices.dateOrder ?? 'dmy'
  const mark = choices.decimalMark ?? '.'
  const usual = choices.currency ?? context.currency
  const outWords = new Set((choices.outWords ?? []).map(wordKey))
  const days = new Map<string, LocalDate | undefined>()
  const last = { row: undefined as StatementRow | undefined }

  return {
    /** The last of the rows waits: what follows may belong to it. */
    read(tableRows: readonly TableRow[]): RowsRead {
      const read = newRead()
      for (const row of tableRows) readRow(row, read)
      return read
    },
    /** The row that waited. */
    end(): readonly StatementRow[] {
      const { row } = last
      last.row = undefined
      return row === undefined ? [] : [row]
    },
  }

  function readRow(row: TableRow, read: RowsRead): void {
    const { cells } = row
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
      const isShort = isShorter(cells, columns.date)
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
    const amount = amountOf(row, currency ?? usual)
    if ('code' in amount) return refuse(row, amount.code, amount.found, read)
    const own = currency ?? amount.currency ?? layout.currency
    push(read, {
      row: row.row,
      raw: rawOf(row, choices.delimiter),
      date,
      minor: amount.minor,
      ...(own !== undefined && { currency: own }),
      ...wordsOf(cells),
      ...namesOf(cells),
      ...idOf(cells, date),
      ...balanceOf(row, own ?? usual),
    })
  }

  /** A sheet or a record leaves out what is empty; a line does not. */
  function isShorter(cells: readonly string[], than: number): boolean {
    return choices.delimiter !== undefined && cells.length <= than
  }

  function push(read: RowsRead, row: StatementRow): void {
    if (last.row !== undefined) read.rows.push(last.row)
    last.row = row
  }

  function refuse(
    row: TableRow,
    code: StatementIssue['code'],
    found: string,
    read: RowsRead,
  ): void {
    if (last.row !== undefined) read.rows.push(last.row)
    last.row = undefined
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
    const whole = `${last.row.description} ${text}`.trim()
    last.row = { ...last.row, ...fitted(whole, last.row.notes) }
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

  function amountOf(
    row: TableRow,
    currency: string,
  ):
    | { readonly minor: number; readonly currency?: string | undefined }
    | { readonly code: StatementIssue['code']; readonly found: string } {
    const { cells } = row
    const sides = [columns.amount, columns.in, columns.out]
    const found: (AmountFound | undefined)[] = []
    for (const at of sides) {
      const text = textAt(cells, at)
      const amount = text === '' ? undefined : minorAt(row, at, currency)
      if (text !== '' && amount === undefined && !isDash(text)) {
        return { code: 'not-an-amount', found: text }
      }
      found.push(amount)
    }
    const [amount, into, out] = found
    const own = (amount ?? into ?? out)?.currency
    if (amount !== undefined) {
      const isOut =
        amount.isOut || outWords.has(wordKey(textAt(cells, columns.direction)))
      const minor = isOut ? -Math.abs(amount.minor) : amount.minor
      return { minor: turned(minor), currency: own }
    }
    if (into === undefined && out === undefined) {
      const isShort = isShorter(cells, Math.max(...sides))
      return { code: isShort ? 'too-few-cells' : 'no-amount', found: '' }
    }
    const minor = (into?.minor ?? 0) - Math.abs(out?.minor ?? 0)
    return { minor: turned(minor), currency: own }
  }

  function minorAt(
    row: TableRow,
    at: number,
    currency: string,
  ): AmountFound | undefined {
    const text = textAt(row.cells, at)
    return row.numbers?.has(at) === true
      ? readPlainMinor(text, currency)
      : readMinor(text, mark, currency)
  }

  function turned(minor: number): number {
    // Adding 0 makes the zero of a negative whole an ordinary one.
    return (choices.isTurned === true ? -minor : minor) + 0
  }

  function wordsOf(cells: readonly string[]) {
    const payee = textsAt(cells, columns.payee).slice(0, 120)
    const notes = textsAt(cells, columns.notes, '\n')
    const category = textAt(cells, columns.category)
    const words = textsAt(cells, columns.words) || payee || notes || category
    return {
      ...(payee !== '' && { payee }),
      ...fitted(words, notes === words ? '' : notes),
    }
  }

  function namesOf(cells: readonly string[]) {
    const category = textAt(cells, columns.category)
    const member = textAt(cells, columns.member)
    const tags = textAt(cells, columns.tags)
      .split(/[,;|]|\s*#/)
      .map(tag => tag.trim().slice(0, 60))
      .filter(tag => tag !== '')
    const account = accountKey(textAt(cells, columns.account)) || layout.account
    return {
      ...(category !== '' && { category: category.slice(0, 250) }),
      ...(member !== '' && { member: member.slice(0, 120) }),
      ...(tags.length > 0 && { tags: tags.slice(0, 50) }),
      ...(account !== undefined && { account }),
    }
  }

  /** A short number is a count that every file begins anew, so it counts together with its day. */
  function idOf(cells: readonly string[], date: LocalDate) {
    const id = textAt(cells, columns.bankId)
    if (id === '' || id.length > 150) return {}
    return { bankId: /^\d{1,6}$/.test(id) ? `${id} ${date}` : id }
  }

  function balanceOf(row: TableRow, currency: string) {
    const found =
      columns.balance < 0 ? undefined : minorAt(row, columns.balance, currency)
    if (found === undefined) return {}
    return { balance: found.isOut ? -Math.abs(found.minor) : found.minor }
  }
}

/** How a word of direction is compared. */
function wordKey(word: string): string {
  return foldName(word) || word.trim()
}

function newRead(): RowsRead {
  return { rows: [], issues: [], pending: 0, dropped: 0 }
}
