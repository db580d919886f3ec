import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Budget, CopiedBudget } from '@ourmoney/shared/budget/budget.ts'
import type {
  KeptPeriod,
  Keeping,
  Pace,
  Suggestion,
} from '@ourmoney/shared/budget/keep-budget.ts'
import type { Goal, GoalProgress } from '@ourmoney/shared/goal/reach-goal.ts'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'

/** How each budget stands in the period that a day is in. */
export type BudgetProgressQuery = {
  readonly view: 'budgetProgress'
  readonly today: LocalDate
  /** A day of the period that is looked at. */
  readonly on: LocalDate
  /** 1 (Monday) to 7. */
  readonly weekStart: number
}

export type BudgetProgressAnswer = {
  /** In the order of the ledger’s categories. */
  readonly budgets: readonly BudgetProgress[]
  /** Not in effect in that period. */
  readonly others: readonly Budget[]
  /** Of the period before, that ended with it and can be made again for this one. */
  readonly copies: readonly CopiedBudget[]
}

export type BudgetProgress = {
  readonly doc: Budget
  /** Amounts are in the budget's currency: all of it in the ledger's, else only what is in that one. */
  readonly now: KeptPeriod
  /** Where today is in the period. */
  readonly pace: Pace | undefined
  /** The periods before, the last one last. */
  readonly before: readonly KeptPeriod[]
  readonly keeping: Keeping
  /** What was spent is without these. */
  readonly missing: readonly MissingRates[]
}

/** How budgets were kept in their periods that ended within some days, and are over. */
export type BudgetKeepingQuery = {
  readonly view: 'budgetKeeping'
  readonly span: DateRange
  readonly today: LocalDate
  /** 1 (Monday) to 7. */
  readonly weekStart: number
}

export type BudgetKeepingAnswer = DateRange & {
  /** In the order of the ledger's categories; those without such a period are left out. */
  readonly budgets: readonly BudgetKept[]
}

export type BudgetKept = {
  /** The last of those that follow one another. */
  readonly doc: Budget
  /** Of all of them, the oldest first. */
  readonly periods: readonly KeptPeriod[]
  readonly keeping: Keeping
  /** What was spent is without these. */
  readonly missing: readonly MissingRates[]
}

/** What a budget might be: what was spent in the last periods that are over. */
export type BudgetSuggestionQuery = {
  readonly view: 'budgetSuggestion'
  readonly today: LocalDate
  readonly weekStart: number
} & Pick<Budget, 'period' | 'categories' | 'member'> & {
    readonly currency: string
  }

export type BudgetSuggestionAnswer = {
  readonly suggestion: Suggestion
  /** The oldest first. */
  readonly spent: readonly {
    readonly from: LocalDate
    readonly to: LocalDate
    readonly minor: number
  }[]
}

/** How far each goal is. */
export type GoalProgressQuery = {
  readonly view: 'goalProgress'
  readonly today: LocalDate
}

export type GoalProgressAnswer = {
  /** Those with a date first, the next one before; archived ones last. */
  readonly goals: readonly GoalState[]
}

export type GoalState = {
  readonly doc: Goal
  readonly progress: GoalProgress
  /** Nothing tells how much there is of it: no account or category is linked, or no rate leads there. */
  readonly isUnlinked: boolean
}
