import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type {
  SpanSums,
  SumGroup,
  SumsAnswer,
  SumsQuery,
} from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { Found } from '../finding.ts'
import { Counted, LeftOut } from './counted.ts'
import { Groups } from './groups.ts'
import { inSpan } from './in-span.ts'

const income = transactionTypes.indexOf('income')

/** What a filter has found, whatever its days, by span and group: the list's totals, told apart. */
export function sumsAnswer(
  book: Book,
  { places, named }: Pick<Found, 'places' | 'named'>,
  { spans, by, currency, most = Infinity }: SumsQuery,
): SumsAnswer {
  const { columns } = book
  const counted = new Counted(columns, named, currency)
  const groups = by && new Groups(book, by)
  const sums = spans.map(span => {
    const sum = new SpanSum(book, counted, groups)
    for (const at of inSpan(columns, places, span)) sum.add(at)
    return sum
  })
  const all = groups?.all ?? []
  const order = largestFirst(all.length, sums)
  const kept = order.slice(0, order.length > most ? most : undefined)
  const rest = order.slice(kept.length)
  return {
    currency: counted.currency,
    groups: [
      ...kept.map((group): SumGroup => all[group] ?? {}),
      ...(rest.length > 0 ? [{ rest: rest.length }] : []),
    ],
    spans: sums.map((sum, at) =>
      sum.answer(spans[at] ?? { from: '', to: '' }, kept, rest),
    ),
  }
}

/** Groups by all the money that they move in the spans together. */
function largestFirst(
  count: number,
  sums: readonly SpanSum[],
): readonly number[] {
  const sizes = Array.from({ length: count }, (_, group) =>
    sums.reduce((size, each) => size + each.sizeOf(group), 0),
  )
  return sizes
    .map((_, group) => group)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
}

/** Sums rows of a span one by one. */
class SpanSum {
  #incomeMinor = 0
  #expenseMinor = 0
  #count = 0
  readonly #leftOut: LeftOut
  /** By group; what was not met has none. */
  readonly #income: number[] = []
  readonly #expense: number[] = []
  readonly #counts: number[] = []
  readonly #book: Book
  readonly #counted: Counted
  readonly #groups: Groups | undefined

  constructor(book: Book, counted: Counted, groups: Groups | undefined) {
    this.#book = book
    this.#counted = counted
    this.#groups = groups
    this.#leftOut = new LeftOut(book.columns)
  }

  add(at: number): void {
    const { columns } = this.#book
    const counted = this.#counted
    if (!counted.isMeant(at)) return
    this.#count += 1
    if (counted.isLacking(at)) {
      this.#leftOut.add(at)
      return
    }
    if (counted.isTransfer(at)) return
    const minor = counted.minorOf(at)
    const isIncome = columns.type[at] === income
    if (isIncome) this.#incomeMinor += minor
    else this.#expenseMinor += minor
    this.#addToGroups(at, minor, isIncome ? this.#income : this.#expense)
  }

  sizeOf(group: number): number {
    return (
      Math.abs(this.#income[group] ?? 0) + Math.abs(this.#expense[group] ?? 0)
    )
  }

  answer(
    { from, to }: DateRange,
    kept: readonly number[],
    rest: readonly number[],
  ): SpanSums {
    const gather = (by: readonly number[]) => [
      ...kept.map(group => by[group] ?? 0),
      ...(rest.length > 0
        ? [rest.reduce((sum, group) => sum + (by[group] ?? 0), 0)]
        : []),
    ]
    return {
      from,
      to,
      incomeMinor: this.#incomeMinor,
      expenseMinor: this.#expenseMinor,
      count: this.#count,
      missing: this.#leftOut.missing(),
      income: gather(this.#income),
      expense: gather(this.#expense),
      counts: gather(this.#counts),
    }
  }

  #addToGroups(at: number, minor: number, sums: number[]): void {
    const groups = this.#groups
    if (groups === undefined) return
    const parts = groups.isOfParts ? this.#counted.partsOf(at) : []
    if (parts.length === 0) {
      const group = groups.ofRow(at)
      sums[group] = (sums[group] ?? 0) + minor
      this.#counts[group] = (this.#counts[group] ?? 0) + 1
      return
    }
    const met = new Set<number>()
    for (const part of parts) {
      const group = groups.ofPart(part.at, at)
      sums[group] = (sums[group] ?? 0) + part.minor
      met.add(group)
    }
    for (const group of met) {
      this.#counts[group] = (this.#counts[group] ?? 0) + 1
    }
  }
}
