import { dayTotals, sumOfDays, type Flow } from './day-totals.ts'
import { dueDay } from './interval-fit.ts'
import type { FoundRecurring } from './find-recurring.ts'
import type { KnownItem } from './known-items.ts'

/** A payment that recurs, by days: what came of it, and when it was and will be due. */
export type ItemFlow = Flow & {
  /** Day numbers, earliest first. */
  readonly due: readonly number[]
  /** What it comes to from now on, with its sign, where that is agreed. */
  readonly nextMinor?: number | undefined
}

/** First and last day number of a stretch of days. */
export type DaySpan = { readonly from: number; readonly to: number }

/** A payment by stretches of days, of which the first `over` are past. */
export function knownItem(
  flow: ItemFlow,
  spans: readonly DaySpan[],
  over: number,
): KnownItem {
  const last = Math.max(...spans.map(({ to }) => to))
  const totals = dayTotals(flow, last)
  return {
    minors: spans
      .slice(0, over)
      .map(({ from, to }) => sumOfDays(totals, from, to)),
    due: spans.map(
      ({ from, to }) => flow.due.filter(day => day >= from && day <= to).length,
    ),
    nextMinor: flow.nextMinor,
  }
}

/**
 * A payment that was found, by days, due until the day number `until` unless it
 * has stopped. `sign` is 1 where it counts as found and −1 where it lessens.
 */
export function foundFlow(
  found: FoundRecurring,
  { day, minor }: Flow,
  until: number,
  sign: 1 | -1,
): ItemFlow {
  const { rhythm, places, status } = found
  const due: number[] = []
  const end = status === 'stopped' ? found.lastDay : until
  for (let time = found.firstTime; ; time += rhythm.every) {
    const on = dueDay(rhythm, time)
    if (on > end) break
    due.push(on)
  }
  return {
    day: places.map(place => day[place] ?? 0),
    minor: places.map(place => sign * (minor[place] ?? 0)),
    due,
  }
}
