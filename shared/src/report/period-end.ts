import { dayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { shiftPeriod, type Counting, type Period } from '../calendar/periods.ts'
import { dayTotals, sumOfDays, type Flow } from './day-totals.ts'
import { daysOf } from './days-of.ts'
import { forecast, type Forecast } from './forecast.ts'
import { knownItem, type DaySpan, type ItemFlow } from './item-flows.ts'

/** What a period has come to by the end of a day, and what may still come. */
export type PeriodEnd = {
  readonly soFarMinor: number
  /** Of the days left: one point. `over` where there are none. */
  readonly rest: Forecast | { readonly outcome: 'over' }
}

/** Periods in which a pattern comes again. */
export const periodSeasons = {
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
  custom: 1,
  'rolling-days': 1,
  'rolling-months': 12,
} as const satisfies Record<Period['unit'], number>

/** No pattern of a household is older. */
const mostPeriods = 120

/**
 * What a period will come to: of spending in a category, or of all that comes
 * and goes. What the same last days of earlier periods came to is forecast as
 * a series of its own, so that days at the end of a month are told by ends of
 * months. Of each period the days count that a report counts: see `daysOf`.
 * `today` is the last day that is known, in the period.
 */
export function forecastPeriodEnd(
  flow: Flow,
  period: Period,
  today: LocalDate,
  counting: Counting,
  items: readonly ItemFlow[] = [],
): PeriodEnd {
  const now = dayNumber(today)
  const totals = dayTotals(flow, now)
  const days = daysOf(period, counting)
  const soFarMinor = sumOfDays(totals, dayNumber(days.from), now)
  const daysLeft = dayNumber(days.to) - now
  if (daysLeft <= 0) return { soFarMinor, rest: { outcome: 'over' } }

  const spans: DaySpan[] = [{ from: now + 1, to: now + daysLeft }]
  for (let back = 1; back <= mostPeriods; back++) {
    const earlier = daysOf(shiftPeriod(period, -back, counting), counting)
    // One that began before there was anything says nothing.
    if (dayNumber(earlier.from) < totals.first) break
    const to = dayNumber(earlier.to)
    const from = Math.max(to - daysLeft + 1, dayNumber(earlier.from))
    spans.unshift({ from, to })
  }
  const over = spans.length - 1
  return {
    soFarMinor,
    rest: forecast({
      values: spans
        .slice(0, over)
        .map(({ from, to }) => sumOfDays(totals, from, to)),
      season: periodSeasons[period.unit],
      horizon: 1,
      items: items.map(item => knownItem(item, spans, over)),
    }),
  }
}
