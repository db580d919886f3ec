import { dayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { lastMonths, shiftPeriod, type Period } from '../calendar/periods.ts'
import { dayTotals, sumOfDays, type Flow } from './day-totals.ts'
import { forecast, type Forecast, type ForecastPoint } from './forecast.ts'
import { knownItem, type DaySpan, type ItemFlow } from './item-flows.ts'

/** Balances in months from a day on, one point for each: in three, six and twelve it is the third, sixth and last. */
export type BalanceForecast =
  | Exclude<Forecast, { readonly outcome: 'forecast' }>
  | (Extract<Forecast, { readonly outcome: 'forecast' }> & {
      /** The day of each point. */
      readonly days: readonly LocalDate[]
    })

const mostMonths = 120

/**
 * Balances 1 to `months` months after `today`, the last day that is known,
 * from what comes and goes: each month to that day of the month is one of the
 * series, and sums of them are forecast, so that errors of months that follow
 * one another are not taken for independent.
 */
export function forecastBalance(
  flow: Flow,
  balanceMinor: number,
  today: LocalDate,
  months: number,
  items: readonly ItemFlow[] = [],
): BalanceForecast {
  const totals = dayTotals(flow, dayNumber(today))
  const latest = lastMonths(today, 1)
  // Rolling months know no first days.
  const shifted = (by: number) =>
    shiftPeriod(latest, by, { firstDay: 1, weekStart: 1 })
  const spans: DaySpan[] = []
  for (let back = 0; back < mostMonths; back++) {
    const span = spanOf(shifted(-back))
    if (span.from < totals.first) break
    spans.unshift(span)
  }
  const over = spans.length
  const ahead = Array.from({ length: months }, (_, at) => shifted(at + 1))
  spans.push(...ahead.map(spanOf))
  const told = forecast({
    values: spans
      .slice(0, over)
      .map(({ from, to }) => sumOfDays(totals, from, to)),
    season: 12,
    horizon: months,
    items: items.map(item => knownItem(item, spans, over)),
    isRunning: true,
  })
  if (told.outcome !== 'forecast') return told
  return {
    ...told,
    days: ahead.map(({ to }) => to),
    points: told.points.map(point => raised(point, balanceMinor)),
  }
}

/** A forecast of what comes on top of something known. */
export function raised(point: ForecastPoint, by: number): ForecastPoint {
  const more = (minor: number | undefined) =>
    minor === undefined ? undefined : minor + by
  return {
    minor: point.minor + by,
    low80: more(point.low80),
    high80: more(point.high80),
    low95: more(point.low95),
    high95: more(point.high95),
  }
}

function spanOf({ from, to }: Period): DaySpan {
  return { from: dayNumber(from), to: dayNumber(to) }
}
