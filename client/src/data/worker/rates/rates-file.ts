import type { DayRow } from '@ourmoney/shared/rate/day-rates.ts'
import type { RatesFileIssue } from '../../files.ts'

/** 27 years of 42 currencies are 2 MB as CSV and 9 MB as XML. */
export const mostBytes = 64 * 1024 * 1024
/** Of one day: a line, or an element. */
export const longestPiece = 64 * 1024

/** The file is not one of rates, or is broken. */
export class RatesFileError extends Error {
  override readonly name = 'RatesFileError'
  readonly issue: RatesFileIssue

  constructor(code: RatesFileIssue['code'], line: number, found = '') {
    super(`Rates file: ${code} at line ${line}`)
    this.issue = { code, line, found: found.trim().slice(0, 80) }
  }
}

export type TextPiece = { readonly text: string; readonly bytesRead: number }

/** The days of a file, one by one, and how far it was read by then. */
export type Days = AsyncGenerator<{
  readonly row: DayRow
  readonly bytesRead: number
}>
