import { assertNever } from '@ourmoney/shared/assert.ts'
import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import {
  periodOf,
  periodsIn,
  shiftPeriod,
  type Counting,
} from '@ourmoney/shared/calendar/periods.ts'
import type { Insight } from '@ourmoney/shared/insight/insight.ts'
import { tellBudget } from '@ourmoney/shared/insight/keeping.ts'
import { findMovers } from '@ourmoney/shared/insight/movers.ts'
import { tellPayments } from '@ourmoney/shared/insight/payments.ts'
import { tellSavings } from '@ourmoney/shared/insight/savings.ts'
import { findUnusual } from '@ourmoney/shared/insight/unusual.ts'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import type { InsightsQuery, NamedInsight } from '../../../views/insights.ts'
import type { Book } from '../book.ts'
import type { RecurringPayment, RecurringPayments } from '../found-recurring.ts'
import type { Lookups } from '../lookups.ts'
import type { Plans } from '../plans/plans.ts'
import { sumsAnswer } from '../reports/span-sums.ts'
import { branchesOf, spendingColumns } from './spending-columns.ts'

/** What there may be news of; what takes longest first, so that the rest comes with it. */
export const newsOf = [
  'payments',
  'unusual',
  'movers',
  'budgets',
  'savings',
] as const
type NewsOf = (typeof newsOf)[number]

type Asked = Pick<InsightsQuery, 'today' | 'weekStart'>

type Sources = {
  readonly lookups: () => Lookups
  readonly plans: () => Plans
  readonly payments: (today: string) => RecurringPayments
}

/** Three years: what comes once a year is seen, and nobody waits for what was before. */
const daysBack = 1_100

/** What is news in a book while it stays as it is. */
export class News {
  readonly #book: Book
  readonly #sources: Sources
  readonly #told = new Map<string, readonly NamedInsight[]>()

  constructor(book: Book, sources: Sources) {
    this.#book = book
    this.#sources = sources
  }

  /** Kept once it is told. */
  tell(of: NewsOf, { today, weekStart }: Asked): readonly NamedInsight[] {
    const key = `${of} ${today} ${weekStart}`
    const told = this.#told.get(key) ?? this.#tell(of, { today, weekStart })
    this.#told.set(key, told)
    return told
  }

  #tell(of: NewsOf, asked: Asked): readonly NamedInsight[] {
    switch (of) {
      case 'payments':
        return this.#payments(asked)
      case 'unusual':
        return this.#unusual(asked)
      case 'movers':
        return this.#movers(asked).map(each => this.#inBase(each))
      case 'budgets':
        return this.#budgets(asked)
      case 'savings':
        return this.#savings(asked).map(each => this.#inBase(each))
      default:
        return assertNever(of)
    }
  }

  /** Payments that came anew or became dearer, but for those that somebody said do not recur. */
  #payments({ today }: Asked): readonly NamedInsight[] {
    const { columns } = this.#book
    const { places, payments } = this.#sources.payments(today)
    const declined = new Set(
      this.#book
        .docs('recurring')
        .filter(each => each.declined === true)
        .map(({ _id }) => _id),
    )
    const begins = columns.day[this.#book.all().at(-1) ?? 0] ?? 0
    return payments
      .filter(({ id, draft }) => draft.type === 'expense' && !declined.has(id))
      .flatMap(payment =>
        tellPayments([payment.found], begins, today, {
          from: () => fromOf(payment),
          transaction: place => columns.ids[places[place] ?? 0] ?? '',
        }).flatMap(told => this.#named(told, payment, today)),
      )
  }

  #named(
    told: Insight,
    { draft }: RecurringPayment,
    today: string,
  ): readonly NamedInsight[] {
    const { currency, description } = draft
    const weightMinor = this.#weightOf(told, currency, today)
    // Without a rate nobody knows how much it matters.
    if (weightMinor === undefined) return []
    return [{ ...told, weightMinor, currency, name: description }]
  }

  /** All are ranked in the ledger's currency. */
  #weightOf(
    { weightMinor }: Insight,
    currency: string,
    today: string,
  ): number | undefined {
    const { columns, rates } = this.#book
    if (currency === columns.base) return weightMinor
    const rate = rates.rateOn(currency, columns.base, today)
    return rate && convertMinor(weightMinor, currency, columns.base, [rate])
  }

  #unusual({ today, weekStart }: Asked): readonly NamedInsight[] {
    const { columns } = this.#book
    const last = dayNumber(today)
    const places = this.#book.between(last - daysBack, last)
    const spending = spendingColumns(this.#book, { places })
    const month = periodOf(today, 'month', this.#counting(weekStart))
    const names = new Map<string, string>()
    return findUnusual(spending, month, {
      transaction: place => {
        const at = spending.at[place] ?? 0
        const id = columns.ids[at] ?? ''
        names.set(id, this.#nameAt(at))
        return id
      },
      category: spending.categoryOf,
    }).map(told => {
      const [id = ''] = told.evidence.transactions ?? []
      return { ...this.#inBase(told), name: names.get(id) }
    })
  }

  /** By what stands at the top of the tree, as Home has it. */
  #movers({ today, weekStart }: Asked): readonly Insight[] {
    const counting = this.#counting(weekStart)
    const month = periodOf(today, 'month', counting)
    const before = shiftPeriod(month, -1, counting)
    const places = this.#book.between(dayNumber(before.from), dayNumber(today))
    const { day, minor, category, categoryOf } = spendingColumns(this.#book, {
      places,
    })
    const branchOf = branchesOf(this.#book)
    const spent = { day, minor, key: category.map(branchOf) }
    return findMovers(spent, month, today, counting, categoryOf)
  }

  #budgets(asked: Asked): readonly NamedInsight[] {
    const { today } = asked
    return this.#sources
      .plans()
      .kept(asked)
      .flatMap(({ doc, periods }) =>
        tellBudget(doc._id, periods, today).map(told => ({
          ...told,
          currency: doc.currency,
          budget: doc,
          weightMinor:
            this.#weightOf(told, doc.currency, today) ?? told.weightMinor,
        })),
      )
  }

  #savings({ today, weekStart }: Asked): readonly Insight[] {
    const counting = this.#counting(weekStart)
    const all = this.#book.all()
    const first = this.#book.columns.day[all.at(-1) ?? 0] ?? dayNumber(today)
    const from = fromDayNumber(first)
    if (all.length === 0 || from > today) return []
    const spans = periodsIn({ from, to: today }, 'month', counting)
    const sums = sumsAnswer(
      this.#book,
      { places: all, named: undefined },
      { view: 'sums', filter: {}, spans },
    )
    const months = spans.map((period, at) => {
      const { incomeMinor = 0, expenseMinor = 0 } = sums.spans[at] ?? {}
      return { period, incomeMinor, expenseMinor }
    })
    return tellSavings(months, today)
  }

  #inBase(told: Insight): NamedInsight {
    return { ...told, currency: this.#book.columns.base }
  }

  /** As the list has it: what it is called, else who was paid. */
  #nameAt(at: number): string {
    const { columns } = this.#book
    const description = columns.descriptions.textOf(
      columns.description[at] ?? 0,
    )
    if (description !== '') return description
    const payee = columns.idOf(columns.payee[at])
    const { payees } = this.#sources.lookups()
    return payees.find(({ _id }) => _id === payee)?.name ?? ''
  }

  #counting(weekStart: number): Counting {
    return { firstDay: this.#book.firstDay(), weekStart }
  }
}

/** A payee's id, or `=` and what it is called: the key without direction and currency. */
function fromOf({ key }: RecurringPayment): string {
  return key.split('|').slice(2).join('|')
}
