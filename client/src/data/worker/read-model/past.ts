import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { endOfDay } from '@ourmoney/shared/calendar/local-date.ts'
import type { Decoded } from '@ourmoney/shared/sync/decode.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type {
  ActivityAnswer,
  ActivityQuery,
  ConflictsAnswer,
  ConflictsQuery,
  HistoryAnswer,
  TrashAnswer,
  TrashQuery,
} from '../../views/past.ts'
import { activityAnswer, deedsOf, type Deed } from './activity-answer.ts'
import { Book } from './book.ts'
import { conflictsAnswer } from './conflicts-answer.ts'
import { Finding } from './finding.ts'
import { historyAnswer } from './history-answer.ts'
import { makeLookups } from './lookups.ts'
import { inTrash, trashAnswer, trashDays } from './trash-answer.ts'

/** The book as it stood at the end of a day, and what filters find in it. */
type Earlier = {
  readonly date: string
  readonly book: Book
  readonly finding: Finding
}

/** What was, as long as the book stays as it is: a changed one has another. */
export class Past {
  readonly #book: Book
  #trash: readonly Doc[] | undefined
  #deeds: readonly Deed[] | undefined
  #earlier: Earlier | undefined

  constructor(book: Book) {
    this.#book = book
  }

  conflicts(query: ConflictsQuery): ConflictsAnswer {
    return conflictsAnswer(this.#book, query)
  }

  history(decoded: Decoded | undefined): HistoryAnswer {
    return historyAnswer(this.#book, decoded)
  }

  trash(query: TrashQuery): TrashAnswer {
    return trashAnswer(this.#book, this.#inTrash(), query)
  }

  trashDays(): number {
    return trashDays(this.#book)
  }

  /** Ids of what was deleted before an instant. */
  deletedBefore(at: number): readonly string[] {
    return this.#inTrash()
      .filter(({ deletedAt = 0 }) => deletedAt < at)
      .map(({ _id }) => _id)
  }

  /** Receipts that are there, or could be restored. */
  receipts(): readonly DocOf<'receipt'>[] {
    const deleted = this.#inTrash().flatMap(doc =>
      doc.kind === 'receipt' ? [doc] : [],
    )
    return [...this.#book.docs('receipt'), ...deleted]
  }

  activity(query: ActivityQuery): ActivityAnswer {
    this.#deeds ??= deedsOf(this.#book)
    return activityAnswer(this.#book, this.#deeds, query)
  }

  at(date: string): Earlier {
    if (this.#earlier?.date !== date) {
      const book = bookAt(this.#book, date)
      const finding = new Finding(book, () => makeLookups(book))
      this.#earlier = { date, book, finding }
    }
    return this.#earlier
  }

  #inTrash(): readonly Doc[] {
    this.#trash ??= inTrash(this.#book)
    return this.#trash
  }
}

function bookAt(now: Book, date: string): Book {
  const zone = now.docs('ledger')[0]?.timeZone ?? 'UTC'
  const book = new Book()
  // A snapshot shares nothing with the book that it was taken of.
  book.loadSnapshot(now.takeSnapshot(0))
  book.rewind(endOfDay(date, zone), dayNumber(date))
  return book
}
