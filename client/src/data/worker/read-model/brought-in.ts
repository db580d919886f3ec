import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import type { Example } from '@ourmoney/shared/statement/learn-categories.ts'
import { firstVersion } from '@ourmoney/shared/sync/history.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { BatchesAnswer } from '../../views/batches.ts'
import type { Book } from './book.ts'

/** What a transaction does to one account. */
export type LedgerSide = {
  readonly id: string
  readonly day: number
  /** What comes in, in minor units; what goes out is less than 0. */
  readonly flow: number
  readonly currency: string
  /** Empty where it is in none. */
  readonly account: string
  readonly isTransfer: boolean
  readonly isCategorised: boolean
  readonly apart: readonly string[]
}

const transfer = transactionTypes.indexOf('transfer')
const income = transactionTypes.indexOf('income')

/** The ledger as a bank's file is compared with it. */
export class BroughtIn {
  readonly #book: Book
  #standing: ReadonlyMap<string, string> | undefined
  #fallen: ReadonlyMap<string, string> | undefined

  constructor(book: Book) {
    this.#book = book
  }

  /** The transaction that a row with this id is: of its own, or another that stands for it. */
  transactionOf(id: string): string | undefined {
    if (this.#book.columns.places.has(id)) return id
    return this.#stands().get(id)
  }

  /** The deleted transaction that a row with this id was: of its own, or another that stood for it. */
  deletedAs(id: string): string | undefined {
    return this.#book.kept.isDeleted(id) ? id : this.#stood().get(id)
  }

  /** The day that it was brought in with, whatever a person made of it since. */
  firstDayOf(id: string): number {
    const { kept, columns } = this.#book
    const doc = kept.get(id)
    const date = doc === undefined ? undefined : firstVersion(doc)['date']
    if (typeof date === 'string') return dayNumber(date)
    return columns.day[columns.places.get(id) ?? 0] ?? 0
  }

  /** Whole, where it was edited, deleted or left with a conflict. */
  keptDoc(id: string): Doc | undefined {
    return this.#book.kept.get(id)
  }

  keptDocs(): Iterable<Doc> {
    return this.#book.kept.all()
  }

  /** What stands in the book from one day until another, both sides of transfers. */
  sides(from: number, to: number): readonly LedgerSide[] {
    const { columns } = this.#book
    return Array.from(this.#book.between(from, to)).flatMap(at => {
      const isTransfer = columns.type[at] === transfer
      const { flow, account: leaves = '' } = this.#flowAt(at)
      const out = {
        id: columns.ids[at] ?? '',
        day: columns.day[at] ?? 0,
        flow,
        currency: columns.currencies.textOf(columns.currency[at] ?? 0),
        account: leaves,
        isTransfer,
        isCategorised:
          (columns.category[at] ?? 0) !== 0 ||
          (columns.parts.count[at] ?? 0) > 0,
        apart: columns.apart.get(at) ?? [],
      }
      if (!isTransfer) return [out]
      const account = columns.idOf(columns.toAccount[at]) ?? ''
      const arrives = columns.arrives.get(at)
      const currency =
        arrives === undefined
          ? out.currency
          : (this.#book.account(account)?.currency ?? out.currency)
      return [out, { ...out, flow: arrives ?? -flow, account, currency }]
    })
  }

  /** What a person knows a transaction by. */
  shown(id: string) {
    const { columns } = this.#book
    const at = columns.places.get(id)
    if (at === undefined) return undefined
    const { flow, account } = this.#flowAt(at)
    return {
      id,
      description: columns.descriptions.textOf(columns.description[at] ?? 0),
      date: fromDayNumber(columns.day[at] ?? 0),
      minor: flow,
      currency: columns.currencies.textOf(columns.currency[at] ?? 0),
      account,
    }
  }

  /** Folded, those of parts too. */
  notesOf(id: string): string | undefined {
    const { columns } = this.#book
    return columns.notes.get(columns.places.get(id) ?? -1)
  }

  /** What the household has put into categories, the newest first. */
  examples(): readonly Example[] {
    const { columns } = this.#book
    const examples = new Map<string, Example & { count: number }>()
    for (const at of this.#book.all()) {
      const category = columns.idOf(columns.category[at])
      const isPlain = (columns.parts.count[at] ?? 0) === 0
      if (category === undefined || !isPlain) continue
      const { flow, account = '' } = this.#flowAt(at)
      const description = columns.description[at] ?? 0
      const key = `${description} ${category} ${flow > 0} ${account}`
      const known = examples.get(key)
      if (known !== undefined) known.count += 1
      else {
        examples.set(key, {
          description: columns.descriptions.textOf(description),
          category,
          isIn: flow > 0,
          account,
          count: 1,
        })
      }
    }
    return [...examples.values()]
  }

  /** Files that were brought in, the last first. */
  batches(): BatchesAnswer {
    const { columns } = this.#book
    const standing = new Map<number, number>()
    for (const at of this.#book.all()) {
      const batch = columns.batch[at] ?? 0
      if (batch > 0) standing.set(batch, (standing.get(batch) ?? 0) + 1)
    }
    const batches = this.#book.docs('importBatch').map(doc => ({
      id: doc._id,
      format: doc.format,
      fileName: doc.fileName,
      rows: doc.count,
      standing: standing.get(columns.references.find(doc._id)) ?? 0,
      at: doc.updatedAt,
      by: doc.updatedBy,
    }))
    return {
      batches: batches.sort(
        (a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1),
      ),
    }
  }

  /** Ids of the transactions of a batch that still stand. */
  rowsOf(batch: string): readonly string[] {
    const { columns } = this.#book
    const number = columns.references.find(batch)
    if (number <= 0) return []
    return Array.from(this.#book.all())
      .filter(at => columns.batch[at] === number)
      .map(at => columns.ids[at] ?? '')
  }

  #flowAt(at: number) {
    const { columns } = this.#book
    const minor = columns.minor[at] ?? 0
    return {
      flow: columns.type[at] === income ? minor : -minor,
      account: columns.idOf(columns.account[at]),
    }
  }

  #stands(): ReadonlyMap<string, string> {
    if (this.#standing === undefined) {
      const { stands, ids } = this.#book.columns
      const standing = new Map<string, string>()
      for (const [at, rows] of stands) {
        for (const row of rows) standing.set(row, ids[at] ?? '')
      }
      this.#standing = standing
    }
    return this.#standing
  }

  #stood(): ReadonlyMap<string, string> {
    this.#fallen ??= new Map(
      [...this.#book.kept.deletedWith('matched')].flatMap(doc =>
        doc.kind === 'transaction'
          ? (doc.matched ?? []).map(row => [row, doc._id] as const)
          : [],
      ),
    )
    return this.#fallen
  }
}
