import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { LargestAnswer, LargestQuery } from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { Found } from '../finding.ts'
import { rowAt } from '../rows.ts'
import { Counted, LeftOut } from './counted.ts'
import { inSpan } from './in-span.ts'

/** Of what a filter has found the few transactions that came to the most; of equal ones the newest. */
export function largestAnswer(
  book: Book,
  { places, named }: Pick<Found, 'places' | 'named'>,
  { span, type, currency, most }: LargestQuery,
): LargestAnswer {
  const { columns } = book
  const counted = new Counted(columns, named, currency)
  const wanted = transactionTypes.indexOf(type)
  const leftOut = new LeftOut(columns)
  const largest = new Largest(most)
  let totalMinor = 0
  let count = 0
  for (const at of inSpan(columns, places, span)) {
    if (columns.type[at] !== wanted || !counted.isMeant(at)) continue
    if (counted.isLacking(at)) {
      leftOut.add(at)
      continue
    }
    const minor = counted.minorOf(at)
    totalMinor += minor
    count += 1
    largest.offer({ at, minor })
  }
  return {
    ...span,
    currency: counted.currency,
    rows: largest.found.map(({ at, minor }) => ({
      row: rowAt(book, at, named),
      minor,
    })),
    totalMinor,
    count,
    missing: leftOut.missing(),
  }
}

type Sized = { readonly at: number; readonly minor: number }

/** The few largest of many, kept in order: of a hundred thousand nearly none gets in. */
class Largest {
  readonly found: Sized[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  offer(one: Sized): void {
    const { found } = this
    const last = found.at(-1)
    if (found.length === this.#most && last && last.minor >= one.minor) return
    const at = found.findLastIndex(each => each.minor >= one.minor)
    found.splice(at + 1, 0, one)
    if (found.length > this.#most) found.pop()
  }
}
