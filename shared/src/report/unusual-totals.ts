import { dayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import {
  daysIn,
  shiftPeriod,
  type Counting,
  type Period,
} from '../calendar/periods.ts'
import { totalAnomaly, type Anomaly } from './anomaly.ts'
import { daysOf } from './days-of.ts'
import { periodSeasons } from './period-end.ts'
import type { Movements } from './series.ts'

/** What a key came to in a period, where that is unusual beside earlier periods. */
export type UnusualTotal = {
  readonly key: number
  readonly minor: number
  readonly anomaly: Extract<Anomaly, { readonly outcome: 'scored' }>
}

/** No habit of a household is older. */
const mostPeriods = 60

/**
 * Keys, categories or payees, whose total of a period is unusual beside those of
 * the periods before, the most unusual first: see `totalAnomaly`. Of each the
 * days count that a report counts: see `daysOf`. Of a period that is under way as many days of the earlier ones count as it has come to by
 * `today`. Periods from the first movement of a key on count, those in which
 * nothing came among them.
 */
export function findUnusualTotals(
  { day, minor, key }: Movements,
  period: Period,
  today: LocalDate,
  counting: Counting,
): readonly UnusualTotal[] {
  const spans = spansOf(period, today, counting)
  const [now] = spans
  if (now === undefined) return []
  const sums = new Map<number, { totals: Float64Array; first: number }>()
  for (let at = 0; at < day.length; at++) {
    const on = day[at] ?? 0
    if (on > now.to) continue
    const of = key[at] ?? 0
    const sum = sums.get(of) ?? {
      totals: new Float64Array(spans.length),
      first: on,
    }
    sums.set(of, sum)
    sum.first = Math.min(sum.first, on)
    const place = placeIn(spans, on)
    const span = spans[place]
    if (span !== undefined && on <= span.to) {
      sum.totals[place] = (sum.totals[place] ?? 0) + (minor[at] ?? 0)
    }
  }
  const found: UnusualTotal[] = []
  for (const [key, { totals, first }] of sums) {
    // One that began before there was anything of it says nothing.
    const known = spans.findLastIndex(({ from }) => from >= first)
    const earlier = Array.from(totals.subarray(1, known + 1)).reverse()
    const total = totals[0] ?? 0
    const anomaly = totalAnomaly(total, earlier, periodSeasons[period.unit])
    if (anomaly.outcome !== 'scored' || !anomaly.isUnusual) continue
    found.push({ key, minor: total, anomaly })
  }
  return found.sort(
    (a, b) =>
      Math.abs(b.anomaly.score) - Math.abs(a.anomaly.score) || a.key - b.key,
  )
}

type Span = { readonly from: number; readonly to: number }

/** The period and those before it, by day numbers, each cut to the days that count. */
function spansOf(
  period: Period,
  today: LocalDate,
  counting: Counting,
): readonly Span[] {
  const now = daysOf(period, counting)
  const last = today < now.to ? today : now.to
  if (last < now.from) return []
  const isOver = last === now.to
  const days = daysIn({ from: now.from, to: last })
  return Array.from({ length: mostPeriods + 1 }, (_, back) => {
    const earlier = shiftPeriod(period, -back, counting)
    const { from, to } = daysOf(earlier, counting)
    const first = dayNumber(from)
    const end = dayNumber(to)
    return { from: first, to: isOver ? end : Math.min(end, first + days - 1) }
  })
}

/** Spans stand newest first: the one that began last before that day. */
function placeIn(spans: readonly Span[], day: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? 0) > day) low = middle + 1
    else high = middle
  }
  return low
}
