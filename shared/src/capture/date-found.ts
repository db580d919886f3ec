import type { LocalDate } from '../calendar/local-date.ts'
import type { QuickWords } from './quick-words.ts'

export type DateFound = {
  /** Words, `[from, to)`. */
  readonly from: number
  readonly to: number
  /** `undefined`: written like a date, but there is no such day. */
  readonly date: LocalDate | undefined
}

export type DateSearch = {
  readonly words: QuickWords
  readonly today: LocalDate
  /** `3/11` is 11 March in the United States. */
  readonly locale: string
  /** Whether something outside of these words may still be the amount. */
  readonly isAmountLeft: (from: number, to: number) => boolean
}

export function foundAt(at: number, date: LocalDate | undefined): DateFound {
  return { from: at, to: at + 1, date }
}
