import type { StatementIssue } from '@ourmoney/shared/statement/statement.ts'

/** A row of any table, before anybody knows what its columns are. */
export type TableRow = {
  /** Counted from 1: line of a text, row of a sheet, place in a list. */
  readonly row: number
  readonly cells: readonly string[]
  /** Columns in which the file itself has a number: plain digits, `.` before the fraction. */
  readonly numbers?: ReadonlySet<number> | undefined
  /** The text ends with it, without a line end. */
  readonly isOpen?: true | undefined
  /** Why it could not be told apart from what follows. */
  readonly broken?: StatementIssue['code'] | undefined
}

export type TableRows = {
  readonly rows: readonly TableRow[]
  /** Since the ones before. */
  readonly bytesRead: number
}

/** A table that can be read as often as needed, each time from its start. */
export type OpenTable = {
  readonly sheets: readonly string[]
  readonly sheet?: string | undefined
  readonly delimiter?: string | undefined
  /** Where the names of the columns stand with each record, not in a row. */
  readonly names?: readonly string[] | undefined
  readonly read: () => AsyncIterable<TableRows>
}

/** Columns with numbers, of which a row mostly has the same as the one before. */
export function numbersIn(
  columns: readonly number[],
  before: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  if (columns.length === 0) return undefined
  const isSame =
    before?.size === columns.length && columns.every(at => before.has(at))
  return isSame ? before : new Set(columns)
}

/** What a person would call the row, however it is written. */
export function rawOf({ cells }: TableRow, delimiter = ' | '): string {
  return cells.join(delimiter).slice(0, 500)
}
