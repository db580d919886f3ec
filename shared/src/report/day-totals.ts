import { assert } from '../assert.ts'

/** Movements of one currency: day numbers in any order, whole minor units with the sign that they count with. */
export type Flow = {
  readonly day: ArrayLike<number>
  readonly minor: ArrayLike<number>
}

/** What each day came to, added up from the first day on, so that any days are summed at once. */
export type DayTotals = {
  /** Day number of the first movement; the day after `last` where there is none. */
  readonly first: number
  readonly last: number
  /** At n what the first n days came to. */
  readonly sums: Float64Array
}

/** Totals of the days up to `last`; what comes later is left out. Throws beyond ±(2^53 − 1). */
export function dayTotals({ day, minor }: Flow, last: number): DayTotals {
  let first = last + 1
  for (let at = 0; at < day.length; at++) {
    first = Math.min(first, day[at] ?? first)
  }
  const sums = new Float64Array(last - first + 2)
  for (let at = 0; at < day.length; at++) {
    const place = (day[at] ?? 0) - first + 1
    if (place < sums.length) sums[place] = (sums[place] ?? 0) + (minor[at] ?? 0)
  }
  for (let place = 1; place < sums.length; place++) {
    const sum = (sums[place] ?? 0) + (sums[place - 1] ?? 0)
    assert(Number.isSafeInteger(sum), `Beyond whole minor units: ${sum}`)
    sums[place] = sum
  }
  return { first, last, sums }
}

/** What the days from `from` to `to` came to, both included; days outside came to nothing. */
export function sumOfDays(
  { first, sums }: DayTotals,
  from: number,
  to: number,
): number {
  const at = (day: number) =>
    sums[Math.min(Math.max(day - first, 0), sums.length - 1)] ?? 0
  return to < from ? 0 : at(to + 1) - at(from)
}
