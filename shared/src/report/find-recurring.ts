import { fromDayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Recurrence } from '../recurring/recurrence.ts'
import { dueDay, timesAYear, type Rhythm } from './interval-fit.ts'
import { priceChanges, usualMinor, type PriceChange } from './price-changes.ts'
import { ruleOf } from './rhythm-rule.ts'
import { runsOf, type Run } from './recurring-runs.ts'
import type { Movements } from './series.ts'

/** A payment that comes again and again, with what speaks for it. */
export type FoundRecurring = {
  readonly key: number
  /** Where it stands in the columns, earliest first. */
  readonly places: readonly number[]
  readonly rhythm: Rhythm
  /** The same as a rule, from `start` on; every due day of it is a start as good. */
  readonly rule: Recurrence
  readonly start: LocalDate
  /** What it comes to now in whole minor units: the last amount where it is fixed, else the median of the last six. */
  readonly minor: number
  /** And in a year, rounded half up. */
  readonly yearlyMinor: number
  /** Most times it is what it was the time before. */
  readonly isFixed: boolean
  /** Of a fixed amount, when it changed; earliest first. */
  readonly prices: readonly PriceChange[]
  /** The week or month that the first one was for: see `dueDay`. */
  readonly firstTime: number
  readonly firstDay: number
  readonly lastDay: number
  /** Due days, as day numbers, between the first and the last on which nothing came. */
  readonly missed: readonly number[]
  /** `late`: the last due day is over and nothing came; `stopped`: two of them, or one of what comes twice a year or less. */
  readonly status: 'active' | 'late' | 'stopped'
  /** The due day after the last one that came, as a day number; in the past when it is late. */
  readonly nextDay: number
  /** Times that came exactly one interval after the one before, of all, in parts of ten thousand: rounded half up. */
  readonly regularBasisPoints: number
}

/**
 * Payments that recur in movements, of the largest in a year first. `today` is
 * a day number; `key` tells from whom or for what a movement is, one for each
 * direction and currency, and two payments of one key are told apart by their
 * amounts. Amounts of zero or below are passed over.
 *
 * Own heuristics, with the limits in `recurring-runs.ts`; how often they are
 * right on labelled data is in docs/statistics.md.
 */
export function findRecurring(
  movements: Movements,
  today: number,
): readonly FoundRecurring[] {
  return [...placesByKey(movements, today)]
    .flatMap(([key, places]) =>
      runsOf(movements, places).map(run => describe(key, run, today)),
    )
    .sort(
      (a, b) =>
        b.yearlyMinor - a.yearlyMinor ||
        a.key - b.key ||
        (a.places[0] ?? 0) - (b.places[0] ?? 0),
    )
}

/** Places of each key by day; what is to come has not come. */
function placesByKey(
  { day, minor, key }: Movements,
  today: number,
): ReadonlyMap<number, number[]> {
  const byKey = new Map<number, number[]>()
  for (let at = 0; at < day.length; at++) {
    if ((minor[at] ?? 0) <= 0 || (day[at] ?? 0) > today) continue
    const of = key[at] ?? 0
    const places = byKey.get(of)
    if (places === undefined) byKey.set(of, [at])
    else places.push(at)
  }
  for (const places of byKey.values()) {
    places.sort((a, b) => (day[a] ?? 0) - (day[b] ?? 0) || a - b)
  }
  return byKey
}

function describe(key: number, run: Run, today: number): FoundRecurring {
  const { rhythm, times } = run
  const amounts = run.occurrences.map(({ minor }) => minor)
  const days = run.occurrences.map(({ day }) => day)
  const { minor, isFixed } = usualMinor(amounts)
  const first = times[0] ?? 0
  const last = times.at(-1) ?? 0
  const came = new Set(times)
  const missed: number[] = []
  for (let time = first; time < last; time += rhythm.every) {
    if (!came.has(time)) missed.push(dueDay(rhythm, time))
  }
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? 0))
  const regular = steps.filter(step => step === rhythm.every).length
  return {
    key,
    places: run.occurrences.flatMap(({ places }) => places),
    rhythm,
    rule: ruleOf(rhythm),
    start: fromDayNumber(dueDay(rhythm, first)),
    minor,
    yearlyMinor: Math.round(minor * timesAYear(rhythm)),
    isFixed,
    prices: isFixed ? priceChanges(amounts, days) : [],
    firstTime: first,
    firstDay: days[0] ?? 0,
    lastDay: days.at(-1) ?? 0,
    missed,
    status: statusOf(rhythm, last, today),
    nextDay: dueDay(rhythm, last + rhythm.every),
    regularBasisPoints: Math.round(
      (regular / Math.max(1, steps.length)) * 10_000,
    ),
  }
}

function statusOf(
  rhythm: Rhythm,
  last: number,
  today: number,
): FoundRecurring['status'] {
  const { unit, every } = rhythm
  const grace = unit === 'week' ? 2 + every : 5 + every
  const isOver = (times: number, days: number) =>
    dueDay(rhythm, last + times * every) + days < today
  if (!isOver(1, grace)) return 'active'
  const isRare = unit === 'month' && every >= 6
  return isOver(2, grace) || (isRare && isOver(1, 45)) ? 'stopped' : 'late'
}
