import { askOnce } from '../../../data/ask-once.ts'
import type { Ledger } from '../../../data/ledger.ts'
import type {
  BalancesOverAnswer,
  LargestAnswer,
  SettleUpAnswer,
  SumsAnswer,
} from '../../../data/views/reports.ts'
import type { InsightsAnswer } from '../../../data/views/insights.ts'
import type {
  BudgetKeepingAnswer,
  BudgetProgressAnswer,
  GoalProgressAnswer,
} from '../../../data/views/plans.ts'
import type {
  FoundRecurringAnswer,
  RecurringAnswer,
} from '../../../data/views/recurring.ts'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import type { UnusualAnswer } from '../../../data/views/unusual.ts'
import type { PdfPlan } from './plan.ts'

/** All that the ledger says for a report. */
export type PdfAnswers = {
  /** The period and the one before it, as a whole. */
  readonly whole: SumsAnswer
  /** The same spending by category. */
  readonly spending: SumsAnswer
  /** Spending by category, step by step; and everything. */
  readonly steps: SumsAnswer
  readonly totals: SumsAnswer
  readonly months: SumsAnswer
  readonly largest: LargestAnswer
  readonly payees: SumsAnswer
  readonly members: SettleUpAnswer
  readonly pattern: SumsAnswer
  /** Income by whom it comes from. */
  readonly income: SumsAnswer
  /** Before the first day, and at the end of each step. */
  readonly balances: BalancesOverAnswer
  /** How budgets stand on the last day of the period that has come. */
  readonly budgets: BudgetProgressAnswer
  readonly keeping: BudgetKeepingAnswer
  readonly goals: GoalProgressAnswer
  readonly recurring: RecurringAnswer
  readonly found: FoundRecurringAnswer
  readonly insights: InsightsAnswer
  readonly unusual: UnusualAnswer
}

const expense = { types: ['expense'] } as const
const income = { types: ['income'] } as const

export const largestCount = 15
export const payeesCount = 12

/** Asks for all of it at once; the ledger answers one after the other. */
export async function askAll(
  ledger: Pick<Ledger, 'openView'>,
  { days, before, steps, pattern, months, ask }: PdfPlan,
  signal: AbortSignal,
): Promise<PdfAnswers> {
  const both = before === undefined ? [days] : [days, before.days]
  const sums = (
    spans: SumsAnswer['spans'] | readonly { from: string; to: string }[],
    by?: 'category' | 'payee' | 'member',
    filter: object = {},
    most?: number,
  ) =>
    askOnce(
      ledger,
      {
        view: 'sums',
        filter,
        spans: spans.map(({ from, to }) => ({ from, to })),
        ...(by && { by }),
        ...(most !== undefined && { most }),
      },
      signal,
    )
  const { today } = ask
  const { weekStart } = ask.counting
  const come = days.to < today ? days.to : today
  const on = come < days.from ? days.from : come
  const ends = steps.map(step => step.days.to).filter(day => day < ask.today)
  const isLater = days.to < ask.today
  const dates = [
    addDays(days.from, -1),
    ...ends,
    ...(isLater || ask.today < days.from ? [] : [ask.today]),
  ]
  const [
    whole,
    spending,
    stepped,
    totals,
    monthly,
    largest,
    payees,
    members,
    weeks,
    earned,
    balances,
    budgets,
    keeping,
    goals,
    recurring,
    found,
    insights,
    unusual,
  ] = await Promise.all([
    sums(both),
    sums(both, 'category', expense),
    sums(
      steps.map(step => step.days),
      'category',
      expense,
    ),
    sums(steps.map(step => step.days)),
    sums(months),
    askOnce(
      ledger,
      {
        view: 'largest',
        filter: {},
        span: days,
        type: 'expense',
        most: largestCount,
      },
      signal,
    ),
    sums(both, 'payee', expense, payeesCount),
    askOnce(
      ledger,
      {
        view: 'settleUp',
        filter: {},
        spans: both.map(({ from, to }) => ({ from, to })),
      },
      signal,
    ),
    sums(
      pattern.flatMap(month => month.weeks),
      'category',
      expense,
    ),
    // Of each step too, so that it is told whether it rises.
    sums(
      [...both, ...steps.map(step => step.days)],
      'payee',
      income,
      payeesCount,
    ),
    askOnce(ledger, { view: 'balancesOver', dates }, signal),
    askOnce(ledger, { view: 'budgetProgress', on, today, weekStart }, signal),
    askOnce(
      ledger,
      {
        view: 'budgetKeeping',
        span: { from: days.from, to: days.to },
        today,
        weekStart,
      },
      signal,
    ),
    askOnce(ledger, { view: 'goalProgress', today }, signal),
    askOnce(ledger, { view: 'recurring', today, until: today }, signal),
    askOnce(ledger, { view: 'foundRecurring', today }, signal),
    askOnce(ledger, { view: 'insights', today, weekStart }, signal),
    askOnce(
      ledger,
      {
        view: 'unusual',
        filter: {},
        period: ask.period,
        days: { from: days.from, to: days.to },
        today,
        weekStart,
      },
      signal,
    ),
  ])
  return {
    whole,
    spending,
    steps: stepped,
    totals,
    months: monthly,
    largest,
    payees,
    members,
    pattern: weeks,
    income: earned,
    balances,
    budgets,
    keeping,
    goals,
    recurring,
    found,
    insights,
    unusual,
  }
}
