import type { Pace } from '@ourmoney/shared/budget/keep-budget.ts'
import type { BudgetProgress } from '../../data/views/plans.ts'

export type BudgetState = Pace['state'] | 'wasKept' | 'wasOver' | 'notYet'

/** How a budget stands in the period that is looked at: under way, over, or to come. */
export function stateOf(
  { pace, now }: Pick<BudgetProgress, 'pace' | 'now'>,
  today: string,
): BudgetState {
  if (pace !== undefined) return pace.state
  if (now.period.from > today) return 'notYet'
  return now.overMinor > 0 ? 'wasOver' : 'wasKept'
}
