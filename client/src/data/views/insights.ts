import type { Budget } from '@ourmoney/shared/budget/budget.ts'
import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { Insight } from '@ourmoney/shared/insight/insight.ts'

/** What is news on a day: in the month that it is in, and of what recurs. */
export type InsightsQuery = {
  readonly view: 'insights'
  readonly today: LocalDate
  /** 1 (Monday) to 7. */
  readonly weekStart: number
}

export type InsightsAnswer = {
  /** The weightiest first; what somebody has put away too. */
  readonly insights: readonly NamedInsight[]
}

export type NamedInsight = Insight & {
  /** Of its amounts. */
  readonly currency: string
  /** What the transactions that show it are called, where it is about such. */
  readonly name?: string | undefined
  /** The budget that it is about. */
  readonly budget?: Budget | undefined
}
