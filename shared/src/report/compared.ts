import { addDays } from '../calendar/local-date.ts'
import type { DateRange } from '../calendar/period.ts'
import {
  aYearBefore,
  daysIn,
  shiftPeriod,
  type Counting,
  type Period,
} from '../calendar/periods.ts'
import { daysOf } from './days-of.ts'

export const comparisons = ['before', 'year', 'none'] as const
export type Comparison = (typeof comparisons)[number]

/** An earlier period, and the days of it that count. */
export type Before = { readonly period: Period; readonly days: DateRange }

/**
 * What a period is compared with. Of one that is under way as many days of
 * the earlier one as have come of it: half a month against a whole one would
 * always be less.
 */
export function comparedWith(
  period: Period,
  comparison: Comparison,
  today: string,
  counting: Counting,
): Before | undefined {
  if (comparison === 'none') return undefined
  const earlier =
    comparison === 'year'
      ? aYearBefore(period, counting)
      : shiftPeriod(period, -1, counting)
  const { from, to } = daysOf(earlier, counting)
  const now = daysOf(period, counting)
  const isUnderWay = now.from <= today && today < now.to
  if (!isUnderWay) return { period: earlier, days: { from, to } }
  const come = daysIn({ from: now.from, to: today })
  const reached = addDays(from, come - 1)
  const days = { from, to: reached < to ? reached : to }
  return { period: earlier, days }
}
