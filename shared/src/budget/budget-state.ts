import type { LocalDate } from '../calendar/local-date.ts'
import type { KeptPeriod, Pace } from './keep-budget.ts'

export type BudgetState = Pace['state'] | 'wasKept' | 'wasOver' | 'notYet'

export type BudgetStanding = {
  readonly now: KeptPeriod
  readonly pace: Pace | undefined
}

/** How a budget stands in the period that is looked at: under way, over, or to come. */
export function stateOf(
  { pace, now }: BudgetStanding,
  today: LocalDate,
): BudgetState {
  if (pace !== undefined) return pace.state
  if (now.period.from > today) return 'notYet'
  return now.overMinor > 0 ? 'wasOver' : 'wasKept'
}

/** How many are over, at risk and on course. */
export function countStates(
  budgets: readonly BudgetStanding[],
  today: LocalDate,
): { readonly over: number; readonly fast: number; readonly fine: number } {
  const states = budgets.map(each => stateOf(each, today))
  const count = (...wanted: readonly BudgetState[]) =>
    states.filter(state => wanted.includes(state)).length
  return {
    over: count('over', 'wasOver'),
    fast: count('fast'),
    fine: count('even', 'slow', 'wasKept'),
  }
}
