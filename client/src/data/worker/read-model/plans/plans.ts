import { assert } from '@ourmoney/shared/assert.ts'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  periodOf,
  shiftPeriod,
  type Counting,
} from '@ourmoney/shared/calendar/periods.ts'
import {
  budgetPeriods,
  copyBudgets,
  isInEffect,
  type Budget,
} from '@ourmoney/shared/budget/budget.ts'
import {
  keepBudget,
  keepingOf,
  paceOf,
  suggestBudget,
  type KeptPeriod,
} from '@ourmoney/shared/budget/keep-budget.ts'
import { goalProgress, type Goal } from '@ourmoney/shared/goal/reach-goal.ts'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import type {
  BudgetKeepingAnswer,
  BudgetKeepingQuery,
  BudgetProgress,
  BudgetProgressAnswer,
  BudgetProgressQuery,
  BudgetSuggestionAnswer,
  BudgetSuggestionQuery,
  GoalProgressAnswer,
  GoalProgressQuery,
  GoalState,
} from '../../../views/plans.ts'
import type { SpanSums } from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { Finding } from '../finding.ts'
import type { Lookups } from '../lookups.ts'
import { balancesOver } from '../reports/balances-over.ts'
import { keepingAnswer } from './keeping.ts'
import { firstDayOf, spentIn, type Spending } from './spent.ts'

/** What budgets and goals are told from, while a book stays as it is. */
export class Plans {
  readonly #book: Book
  /** Its own, so that what the list has found stays. */
  readonly #finding: Finding
  readonly #lookups: () => Lookups

  constructor(book: Book, finding: Finding, lookups: () => Lookups) {
    this.#book = book
    this.#finding = finding
    this.#lookups = lookups
  }

  budgets(query: BudgetProgressQuery): BudgetProgressAnswer {
    const counting = this.#counting(query.weekStart)
    const budgets = this.#book.docs('budget')
    const shown = (budget: Budget) =>
      periodOf(query.on, budget.period, counting)
    const isShown = (budget: Budget) => isInEffect(budget, shown(budget))
    return {
      budgets: this.#inOrder(budgets.filter(isShown)).map(doc =>
        this.#progress(doc, query, counting),
      ),
      others: this.#inOrder(budgets.filter(each => !isShown(each))),
      copies: copyBudgets(budgets, query.on, counting),
    }
  }

  /** How each budget in effect was kept, in all its periods up to the one that today is in. */
  kept({
    today,
    weekStart,
  }: Pick<BudgetProgressQuery, 'today' | 'weekStart'>): readonly KeptBudget[] {
    const counting = this.#counting(weekStart)
    return this.#book
      .docs('budget')
      .filter(doc => isInEffect(doc, periodOf(today, doc.period, counting)))
      .map(doc => ({
        doc,
        periods: this.#keep(doc, today, counting, Infinity).kept,
      }))
  }

  keeping(query: BudgetKeepingQuery): BudgetKeepingAnswer {
    const budgets = this.#inOrder(this.#book.docs('budget'))
    const counting = this.#counting(query.weekStart)
    return keepingAnswer(this.#book, this.#finding, budgets, query, counting)
  }

  suggestion(query: BudgetSuggestionQuery): BudgetSuggestionAnswer {
    const { today, weekStart, period, categories, member, currency } = query
    const counting = this.#counting(weekStart)
    const now = periodOf(today, period, counting)
    const first = this.#firstDay() ?? today
    const spans = [-6, -5, -4, -3, -2, -1]
      .map(by => shiftPeriod(now, by, counting))
      // One that began before there was anything tells too little.
      .filter(({ from }) => from >= first)
    const sums = this.#spent({ categories, member, currency }, spans)
    const minors = sums.map(({ expenseMinor }) => expenseMinor)
    return {
      suggestion: suggestBudget(minors),
      spent: sums.map(({ from, to, expenseMinor: minor }) => ({
        from,
        to,
        minor,
      })),
    }
  }

  goals({ today }: GoalProgressQuery): GoalProgressAnswer {
    const last = '9999'
    return {
      goals: this.#book
        .docs('goal')
        .map(doc => this.#goal(doc, today))
        .sort(
          (a, b) =>
            Number(a.doc.archived ?? false) - Number(b.doc.archived ?? false) ||
            (a.doc.date ?? last).localeCompare(b.doc.date ?? last) ||
            a.doc.name.localeCompare(b.doc.name),
        ),
    }
  }

  #progress(
    doc: Budget,
    { today, on }: BudgetProgressQuery,
    counting: Counting,
  ): BudgetProgress {
    const { kept, sums } = this.#keep(doc, on, counting, mostKept)
    const now = kept.at(-1)
    assert(now !== undefined, 'A budget in effect has a period')
    const { period } = now
    const isNow = period.from <= today && today <= period.to
    return {
      doc,
      now,
      pace: isNow ? paceOf(now, today) : undefined,
      before: kept.slice(-mostBefore - 1, -1),
      keeping: keepingOf(kept.slice(-mostKept), today),
      missing: sums.at(-1)?.missing ?? [],
    }
  }

  /** The last `most` periods up to the one that a day is in, all of them where what moved on counts. */
  #keep(doc: Budget, on: string, counting: Counting, most: number) {
    const shown = periodOf(on, doc.period, counting)
    const first = this.#firstDay() ?? shown.from
    const otherwise = first < shown.from ? first : shown.from
    const all = budgetPeriods(doc, otherwise, shown.to, counting)
    const periods = doc.rollover === true ? all : all.slice(-most)
    const sums = this.#spent(doc, periods)
    const minors = sums.map(({ expenseMinor }) => expenseMinor)
    return { kept: keepBudget(doc, periods, minors), sums }
  }

  /** What the list says of the same filter, period by period. */
  #spent(scope: Spending, spans: readonly DateRange[]): readonly SpanSums[] {
    return spentIn(this.#book, this.#finding, scope, spans)
  }

  #goal(doc: Goal, today: string): GoalState {
    const counting = this.#counting(1)
    const month = periodOf(today, 'month', counting)
    const first = this.#firstDay() ?? today
    const months = [-6, -5, -4, -3, -2, -1]
      .map(by => shiftPeriod(month, by, counting))
      .filter(({ from }) => from >= first)
    const put =
      doc.account !== undefined
        ? this.#inAccount(doc, doc.account, months, today)
        : doc.category !== undefined
          ? this.#inCategory(doc, doc.category, months, today)
          : undefined
    return {
      doc,
      progress: goalProgress(doc, put?.saved ?? 0, put?.months ?? [], today),
      isUnlinked: put === undefined,
    }
  }

  /** What is in an account, and what each month added to it. */
  #inAccount(
    { currency }: Goal,
    id: string,
    months: readonly DateRange[],
    today: string,
  ): Put | undefined {
    const accounts = this.#lookups().accounts.filter(({ _id }) => _id === id)
    const from = accounts[0]?.currency
    if (from === undefined) return undefined
    const begin = months[0]?.from
    const dates = [
      ...(begin === undefined ? [] : [addDays(begin, -1)]),
      ...months.map(({ to }) => to),
      today,
    ]
    const [over] = balancesOver(this.#book, accounts, dates).accounts
    const rate =
      from === currency
        ? undefined
        : this.#book.rates.rateOn(from, currency, today)
    const into = (minor: number | null) =>
      minor === null || from === currency
        ? (minor ?? 0)
        : convertMinor(minor, from, currency, rate ? [rate] : [])
    const ends = (over?.minor ?? []).map(into)
    if (!ends.every(each => each !== undefined)) return undefined
    return {
      saved: ends.at(-1) ?? 0,
      months: months.map((_, at) => (ends[at + 1] ?? 0) - (ends[at] ?? 0)),
    }
  }

  /** What was put by under a category, whatever the day, and in each month. */
  #inCategory(
    { currency }: Goal,
    category: string,
    months: readonly DateRange[],
    today: string,
  ): Put {
    const whole = { from: this.#firstDay() ?? today, to: today }
    const [all, ...each] = this.#spent({ category, currency }, [
      whole,
      ...months,
    ])
    return {
      saved: all?.expenseMinor ?? 0,
      months: each.map(({ expenseMinor }) => expenseMinor),
    }
  }

  /** As their categories stand in the ledger; what is for all first. */
  #inOrder(budgets: readonly Budget[]): readonly Budget[] {
    const places = new Map(
      this.#lookups().categories.map(({ _id }, at) => [_id, at]),
    )
    const placeOf = ({ category, categories = [] }: Budget) => {
      const [id] = category === undefined ? categories : [category]
      return id === undefined ? -1 : (places.get(id) ?? Infinity)
    }
    return budgets.toSorted(
      (a, b) => placeOf(a) - placeOf(b) || (a._id < b._id ? -1 : 1),
    )
  }

  #firstDay(): string | undefined {
    return firstDayOf(this.#book)
  }

  #counting(weekStart: number): Counting {
    return { firstDay: this.#book.firstDay(), weekStart }
  }
}

/** Periods that are looked back at, and those that are shown beside the present one. */
const mostKept = 13
const mostBefore = 6

export type KeptBudget = {
  readonly doc: Budget
  /** The last one is under way. */
  readonly periods: readonly KeptPeriod[]
}

type Put = { readonly saved: number; readonly months: readonly number[] }
