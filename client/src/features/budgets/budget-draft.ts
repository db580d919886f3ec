import {
  categoriesOf,
  type Budget,
  type CopiedBudget,
} from '@ourmoney/shared/budget/budget.ts'
import { periodOf, type Counting } from '@ourmoney/shared/calendar/periods.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'

/** What the form has in its fields. */
export type BudgetDraft = {
  readonly name: string
  readonly categories: readonly string[]
  readonly member: string | undefined
  readonly period: Budget['period']
  readonly amount: string
  readonly rollover: boolean
  /** For the period that it begins with, and no longer. */
  readonly isOnce: boolean
  readonly from: string
}

export type BudgetFields = Omit<CopiedBudget, '_id'>

export const budgetPeriodUnits = ['week', 'month', 'quarter', 'year'] as const

export function emptyBudget(on: string, counting: Counting): BudgetDraft {
  return {
    name: '',
    categories: [],
    member: undefined,
    period: 'month',
    amount: '',
    rollover: false,
    isOnce: false,
    from: periodOf(on, 'month', counting).from,
  }
}

export function draftOfBudget(
  budget: Budget,
  locale: string,
  otherwise: string,
): BudgetDraft {
  return {
    name: budget.name ?? '',
    categories: categoriesOf(budget),
    member: budget.member,
    period: budget.period,
    amount: formatMoney(budget.minor, budget.currency, locale, { bare: true }),
    rollover: budget.rollover ?? false,
    isOnce: budget.until !== undefined,
    from: budget.from ?? otherwise,
  }
}

/**
 * What the fields make of a budget: it begins with the whole period that its
 * first day is in. One that ended on another day keeps that end as long as
 * neither its period nor its beginning changes.
 */
export function readBudget(
  draft: BudgetDraft,
  minor: number,
  {
    currency,
    counting,
    before,
  }: {
    readonly currency: string
    readonly counting: Counting
    readonly before?: Budget | undefined
  },
): BudgetFields {
  const [category, ...others] = draft.categories
  const { from, to } = periodOf(draft.from, draft.period, counting)
  const isSame = before?.period === draft.period && before.from === draft.from
  return {
    name: draft.name.trim().slice(0, 120) || undefined,
    category: others.length === 0 ? category : undefined,
    categories: others.length === 0 ? undefined : [...draft.categories],
    member: draft.member,
    period: draft.period,
    minor,
    currency,
    rollover: draft.rollover || undefined,
    from: isSame ? before.from : from,
    until: draft.isOnce ? (isSame && before.until) || to : undefined,
  }
}
