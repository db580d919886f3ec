import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { AlikeTransaction, WholeDraft } from '../../views/recurring.ts'
import type { Book } from './book.ts'

/** What of a book is about payments that recur. */
export class RecurringRows {
  readonly #book: Book

  constructor(book: Book) {
    this.#book = book
  }

  /** What became of a due day, by the id of its transaction; `unknown` where the book has nothing of that id. */
  stateOf(id: string): 'posted' | 'deleted' | 'due' | 'unknown' {
    const { columns, kept } = this.#book
    if (columns.places.has(id)) return 'posted'
    if (!kept.isDeleted(id)) return 'unknown'
    const doc = kept.get(id)
    const isDue = doc?.kind === 'transaction' && doc.unposted === true
    return isDue ? 'due' : 'deleted'
  }

  /** A transaction that is there, with its day and amount. */
  posted(id: string): AlikeTransaction | undefined {
    const at = this.#book.columns.places.get(id)
    return at === undefined ? undefined : this.#at(at)
  }

  /**
   * The transaction closest to that day that may be the payment, written down
   * otherwise: of the same kind and currency, to the same payee or called the
   * same, and of about that amount. Not one that was posted, by its id or
   * because somebody said so.
   */
  alike(
    draft: WholeDraft,
    date: string,
    posted: ReadonlySet<string>,
  ): AlikeTransaction | undefined {
    const { columns } = this.#book
    const day = dayNumber(date)
    const type = transactionTypes.indexOf(draft.type)
    const around = this.#book.between(day - daysAround, day + daysAround)
    const isOther = (at: number) =>
      columns.type[at] === type &&
      columns.currencies.textOf(columns.currency[at] ?? 0) === draft.currency &&
      isAbout(columns.minor[at] ?? 0, draft.minor) &&
      this.#isNamed(at, draft)
    const [closest] = [...around]
      .filter(isOther)
      .filter(at => !this.#isPosted(at, posted))
      .sort(
        (a, b) =>
          Math.abs((columns.day[a] ?? 0) - day) -
            Math.abs((columns.day[b] ?? 0) - day) || a - b,
      )
    return closest === undefined ? undefined : this.#at(closest)
  }

  #isPosted(at: number, posted: ReadonlySet<string>): boolean {
    const id = this.#book.columns.ids[at] ?? ''
    if (posted.has(id)) return true
    const doc = this.#book.kept.get(id)
    return doc?.kind === 'transaction' && doc.recurring !== undefined
  }

  #isNamed(at: number, draft: WholeDraft): boolean {
    const { columns, folded } = this.#book
    if (draft.type === 'transfer') {
      return (
        columns.idOf(columns.account[at]) === draft.account &&
        columns.idOf(columns.toAccount[at]) === draft.toAccount
      )
    }
    const payee = columns.idOf(columns.payee[at])
    if (payee !== undefined && payee === draft.payee) return true
    const called = folded.descriptions()[columns.description[at] ?? 0] ?? ''
    return called !== '' && called === foldText(draft.description)
  }

  #at(at: number): AlikeTransaction {
    const { columns } = this.#book
    return {
      id: columns.ids[at] ?? '',
      date: fromDayNumber(columns.day[at] ?? 0),
      minor: columns.minor[at] ?? 0,
    }
  }
}

/** A payment comes a weekend early or late. */
const daysAround = 5

/** A price rises by no more at once, and a bill varies by no more from one to the next. */
const mostOff = 0.35

function isAbout(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * mostOff
}
