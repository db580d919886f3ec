import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DateRange } from '../calendar/period.ts'
import { shiftPeriod, type Counting, type Period } from '../calendar/periods.ts'
import { changeOf } from '../report/compare.ts'
import type { Movements } from '../report/series.ts'
import type { Insight } from './insight.ts'

/** A change is told from a fifth of what it was on, and from a twentieth of all spending. */
const leastOfOwn = 0.2
const leastOfAll = 0.05

/**
 * Categories in which much more or less was spent than in as many days of the
 * period before. `spent` has expenses by category, refunds below zero;
 * `categoryOf` gives the id of a key. Of a period that is not over only the
 * days up to `today` count, on both sides.
 */
export function findMovers(
  spent: Movements,
  period: Period,
  today: LocalDate,
  counting: Counting,
  categoryOf: (key: number) => string,
): readonly Insight[] {
  const now = { from: period.from, to: today < period.to ? today : period.to }
  const before = sameDaysBefore(now, period, counting)
  const here = sumsIn(spent, now)
  const there = sumsIn(spent, before)
  const whole = Math.max(sumOf(here), sumOf(there))
  return [...new Set([...here.keys(), ...there.keys()])].flatMap(
    (key): readonly Insight[] => {
      const change = changeOf(here.get(key) ?? 0, there.get(key) ?? 0)
      const { minor, beforeMinor, changeMinor, changeBasisPoints } = change
      const size = Math.abs(changeMinor)
      const isNews =
        size > 0 &&
        size >= Math.abs(beforeMinor) * leastOfOwn &&
        size >= whole * leastOfAll
      if (!isNews) return []
      const category = categoryOf(key)
      const way = changeMinor > 0 ? 'more' : 'less'
      return [
        {
          id: `mover ${period.from} ${period.to} ${category} ${way}`,
          told: { kind: 'mover', minor, beforeMinor, changeBasisPoints },
          weightMinor: size,
          evidence: { range: now, category },
        },
      ]
    },
  )
}

/** As many days of the period before, from its first on; all of it where the whole period is over. */
function sameDaysBefore(
  now: DateRange,
  period: Period,
  counting: Counting,
): DateRange {
  const before = shiftPeriod(period, -1, counting)
  if (now.to === period.to) return { from: before.from, to: before.to }
  const days = dayNumber(now.to) - dayNumber(now.from)
  const last = Math.min(dayNumber(before.from) + days, dayNumber(before.to))
  return { from: before.from, to: fromDayNumber(last) }
}

function sumsIn(
  { day, minor, key }: Movements,
  range: DateRange,
): ReadonlyMap<number, number> {
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)]
  const sums = new Map<number, number>()
  for (let at = 0; at < day.length; at++) {
    const on = day[at] ?? 0
    if (on < from || on > to) continue
    const of = key[at] ?? 0
    sums.set(of, (sums.get(of) ?? 0) + (minor[at] ?? 0))
  }
  return sums
}

function sumOf(sums: ReadonlyMap<number, number>): number {
  return [...sums.values()].reduce((sum, minor) => sum + minor, 0)
}
