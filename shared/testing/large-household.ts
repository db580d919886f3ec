import { dayNumber } from '../src/calendar/day-number.ts'
import type { Movements } from '../src/report/series.ts'
import { normal, seededRandom } from './random.ts'

/** Movements of ten years, by category and by payee, evenly spread over the days. */
export type LargeHousehold = {
  readonly byCategory: Movements
  readonly byPayee: Movements
  readonly firstDay: number
  readonly lastDay: number
}

/** So many categories and payees have nearly all of what a family writes down. */
const categories = 40
const payees = 2_000

/** Of so many movements, the same for the same seed; 60 payments of them recur by month. */
export function largeHousehold(seed: number, count: number): LargeHousehold {
  const random = seededRandom(seed)
  const firstDay = dayNumber('2016-12-01')
  const lastDay = dayNumber('2026-11-22')
  const days = lastDay - firstDay + 1
  const rows: { day: number; minor: number; payee: number }[] = []
  for (let payment = 0; payment < 60; payment++) {
    const minor = 999 + payment * 150
    for (
      let day = firstDay + (payment % 28);
      day <= lastDay;
      day += 30.436875
    ) {
      rows.push({ day: Math.floor(day), minor, payee: payees + payment })
    }
  }
  while (rows.length < count) {
    const minor = Math.max(1, Math.round(2_500 * Math.exp(normal(random))))
    // A few payees have most.
    const payee = Math.floor(payees * random() ** 3)
    rows.push({ day: firstDay + Math.floor(random() * days), minor, payee })
  }
  rows.sort((a, b) => a.day - b.day)
  const day = Int32Array.from(rows, each => each.day)
  const minor = Float64Array.from(rows, each => each.minor)
  const payee = Int32Array.from(rows, each => each.payee)
  return {
    byCategory: { day, minor, key: payee.map(each => 1 + (each % categories)) },
    byPayee: { day, minor, key: payee.map(each => each + 1) },
    firstDay,
    lastDay,
  }
}
