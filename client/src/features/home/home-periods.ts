import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  daysLeft,
  periodOf,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import { comparedWith, type Before } from '@ourmoney/shared/report/compared.ts'

/** The month that is under way, and what it is looked at beside: as many days of others. */
export type HomePeriods = {
  readonly period: Period
  /** Today among them. */
  readonly daysLeft: number
  readonly befores: readonly Before[]
  /** The month, then those before. */
  readonly spans: readonly DateRange[]
}

export function homePeriods(today: string, counting: Counting): HomePeriods {
  const period = periodOf(today, 'month', counting)
  const befores = (['before', 'year'] as const).flatMap(
    comparison => comparedWith(period, comparison, today, counting) ?? [],
  )
  const { from, to } = period
  return {
    period,
    daysLeft: daysLeft(period, today),
    befores,
    spans: [{ from, to }, ...befores.map(({ days }) => days)],
  }
}
