import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { categoriesOf } from '@ourmoney/shared/budget/budget.ts'
import {
  safeToSpend,
  type SafeToSpend,
} from '@ourmoney/shared/report/safe-to-spend.ts'
import type { BudgetProgressAnswer } from '../../data/views/plans.ts'
import type { RecurringAnswer } from '../../data/views/recurring.ts'
import type { SpanSums } from '../../data/views/reports.ts'

type Asked = {
  readonly period: DateRange
  readonly daysLeft: number
  readonly currency: string
  readonly sums: SpanSums
  readonly budgets: BudgetProgressAnswer
  readonly recurring: RecurringAnswer
}

/** What is safe to spend in the month that is under way: see `safeToSpend`. */
export function safeNow(asked: Asked): SafeToSpend | undefined {
  const { sums, period, daysLeft, recurring } = asked
  const due = (type: 'income' | 'expense') => dueIn(recurring, period, type)
  return safeToSpend({
    incomeMinor: sums.incomeMinor,
    expenseMinor: sums.expenseMinor,
    budgetLeftMinor: leftOfAll(asked),
    incomeDueMinor: due('income'),
    expenseDueMinor: due('expense'),
    daysLeft,
  })
}

/** Of the budget for everything that everybody spends in that month. */
function leftOfAll({ budgets, period, currency }: Asked): number | undefined {
  return budgets.budgets.find(
    ({ doc, now }) =>
      categoriesOf(doc).length === 0 &&
      doc.member === undefined &&
      doc.currency === currency &&
      now.period.from === period.from &&
      now.period.to === period.to,
  )?.now.leftMinor
}

/** What of that month waits to be posted, and what comes until its end. */
function dueIn(
  { rules, due, ahead }: RecurringAnswer,
  { from, to }: DateRange,
  type: 'income' | 'expense',
): number {
  const byId = new Map(rules.map(rule => [rule.doc._id, rule]))
  return (
    [...due, ...ahead]
      .filter(({ date }) => from <= date && date <= to)
      // What seems to be written down otherwise is spent already.
      .filter(({ alike }) => alike === undefined)
      .map(({ recurring }) => byId.get(recurring))
      .filter(rule => rule?.draft?.type === type)
      .reduce((sum, rule) => sum + (rule?.baseMinor ?? 0), 0)
  )
}
