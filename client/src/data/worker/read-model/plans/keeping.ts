import {
  budgetPeriods,
  inSuccession,
  type Budget,
} from '@ourmoney/shared/budget/budget.ts'
import { keepBudget, keepingOf } from '@ourmoney/shared/budget/keep-budget.ts'
import type { Counting } from '@ourmoney/shared/calendar/periods.ts'
import {
  addMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import type {
  BudgetKept,
  BudgetKeepingAnswer,
  BudgetKeepingQuery,
} from '../../../views/plans.ts'
import type { Book } from '../book.ts'
import type { Finding } from '../finding.ts'
import { firstDayOf, spentIn } from './spent.ts'

/** How each budget was kept, those that follow one another as one. */
export function keepingAnswer(
  book: Book,
  finding: Finding,
  budgets: readonly Budget[],
  { span, today }: BudgetKeepingQuery,
  counting: Counting,
): BudgetKeepingAnswer {
  const last = span.to < today ? span.to : today
  const first = firstDayOf(book) ?? last

  function periodsOf(doc: Budget) {
    // What moved on from one to the next counts from the beginning.
    const all = budgetPeriods(doc, first, last, counting)
    const periods =
      doc.rollover === true ? all : all.filter(({ to }) => to >= span.from)
    const sums = spentIn(book, finding, doc, periods)
    const kept = keepBudget(
      doc,
      periods,
      sums.map(({ expenseMinor }) => expenseMinor),
    )
    return kept
      .map((period, at) => ({ period, missing: sums[at]?.missing ?? [] }))
      .filter(({ period: { period } }) => {
        const isIn = span.from <= period.to && period.to <= span.to
        return isIn && period.to < today
      })
  }

  const all = inSuccession(budgets).flatMap((docs): readonly BudgetKept[] => {
    const found = docs.flatMap(periodsOf)
    const doc = docs.at(-1)
    if (doc === undefined || found.length === 0) return []
    const periods = found.map(({ period }) => period)
    return [
      {
        doc,
        periods,
        keeping: keepingOf(periods, today),
        missing: found.reduce<readonly MissingRates[]>(
          (sum, { missing }) => addMissing(sum, missing),
          [],
        ),
      },
    ]
  })
  return { from: span.from, to: span.to, budgets: all }
}
