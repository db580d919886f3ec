import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import {
  dateOrders,
  type DateOrder,
} from '@ourmoney/shared/statement/statement.ts'
import { dayIn, type DayFound } from './read-day.ts'

export type OrderFound = {
  readonly order: DateOrder
  /** Whether some row allows no other, or none needs one. */
  readonly isSure: boolean
  /** Whether some row needs one. */
  readonly isNeeded: boolean
}

/** Collects the days of a column until somebody asks in which order it writes them. */
export function createOrderVotes(monthFirst: boolean) {
  const readable = { ymd: 0, dmy: 0, mdy: 0 }
  /** How far apart neighbours are, in days: statements go day by day. */
  const steps = { ymd: 0, dmy: 0, mdy: 0 }
  const last: Partial<Record<DateOrder, number>> = {}
  let triples = 0
  const preferred: readonly DateOrder[] = monthFirst
    ? ['mdy', 'dmy', 'ymd']
    : ['dmy', 'mdy', 'ymd']

  function rivals(): readonly DateOrder[] {
    const most = Math.max(...Object.values(readable))
    return preferred.filter(order => readable[order] === most)
  }

  return {
    add(found: DayFound): void {
      if (typeof found === 'string') return
      triples += 1
      for (const order of dateOrders) {
        const date = dayIn(found, order)
        if (date === undefined) continue
        readable[order] += 1
        const number = dayNumber(date)
        steps[order] += Math.min(
          Math.abs(number - (last[order] ?? number)),
          400,
        )
        last[order] = number
      }
    },
    found(): OrderFound {
      const isNeeded = triples > 0
      if (!isNeeded) return { order: 'ymd', isSure: true, isNeeded }
      const left = rivals()
      const [order = 'dmy'] = left.toSorted((a, b) => steps[a] - steps[b])
      // A year of two digits that comes first is too rare to raise a doubt.
      const others = left.filter(each => each !== order && each !== 'ymd')
      return { order, isSure: others.length === 0, isNeeded }
    },
  }
}
