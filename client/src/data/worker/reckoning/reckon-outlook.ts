import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import {
  addDays,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import type { Counting, Period } from '@ourmoney/shared/calendar/periods.ts'
import {
  forecastBalance,
  raised,
  type BalanceForecast,
} from '@ourmoney/shared/report/balance-forecast.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'
import { findRecurring } from '@ourmoney/shared/report/find-recurring.ts'
import { foundFlow, type ItemFlow } from '@ourmoney/shared/report/item-flows.ts'
import {
  forecastPeriodEnd,
  type PeriodEnd,
} from '@ourmoney/shared/report/period-end.ts'
import type { Movements } from '@ourmoney/shared/report/series.ts'

export type OutlookAsked = {
  readonly period: Period
  readonly today: LocalDate
  readonly counting: Counting
  readonly months: number
  /** Expenses up to today by what stands at the top of the tree; refunds below zero. */
  readonly spent: Movements
  /** Beside each from whom or for what it is: 0 for what nobody is named for. */
  readonly paid: ArrayLike<number>
  /** What came in and went out of the accounts up to today, each with its sign. */
  readonly moved: Movements
  /** What is in them today. */
  readonly balanceMinor: number
  /** Payments that are agreed and have not come yet. */
  readonly agreed: readonly AgreedFlow[]
}

/** A payment that no history tells of: an expense of a branch, or an income. */
export type AgreedFlow = {
  /** Day numbers. */
  readonly due: readonly number[]
  /** Each time. */
  readonly minor: number
  /** Nothing for an income. */
  readonly branch: number | undefined
  /** It is of one of the accounts; what is of none moves no balance. */
  readonly isHeld: boolean
}

export type OutlookReckoned = {
  readonly whole: PeriodEnd
  readonly branches: readonly {
    readonly branch: number
    readonly end: PeriodEnd
  }[]
  readonly balance: BalanceForecast
}

/** Days that payments which recur are known ahead for. */
const daysAhead = 400
/** Branches in which nothing came for so long are not told. */
const daysBack = 400

/** What is to come, by what was: spending until a period ends, and balances after today. */
export function reckonOutlook(asked: OutlookAsked): OutlookReckoned {
  const { spent, paid, period, today, counting } = asked
  const until = dayNumber(addDays(today, daysAhead))
  const now = dayNumber(today)
  const payments = findRecurring({ ...spent, key: paid }, now).filter(
    ({ key }) => key !== 0,
  )
  const items = payments.map(found => ({
    branch: spent.key[found.places.at(-1) ?? 0] ?? 0,
    flow: foundFlow(found, spent, until, 1),
  }))
  const expenses = asked.agreed.filter(({ branch }) => branch !== undefined)
  const last = dayNumber(daysOf(period, counting).to)
  const end = (
    flow: Movements,
    those: readonly ItemFlow[],
    agreed: readonly AgreedFlow[],
  ): PeriodEnd => {
    const told = forecastPeriodEnd(flow, period, today, counting, those)
    const { rest } = told
    if (rest.outcome !== 'forecast') return told
    const more = agreed.reduce((sum, each) => sum + dueBy(each, last), 0)
    const points = rest.points.map(point => raised(point, more))
    return { ...told, rest: { ...rest, points } }
  }
  const branches = [...placesByKey(spent, now - daysBack)].map(
    ([branch, places]) => ({
      branch,
      end: end(
        rowsAt(spent, places),
        items.filter(each => each.branch === branch).map(({ flow }) => flow),
        expenses.filter(each => each.branch === branch),
      ),
    }),
  )
  return {
    whole: end(
      spent,
      items.map(({ flow }) => flow),
      expenses,
    ),
    branches,
    balance: balanceAhead(asked, now, until),
  }
}

function balanceAhead(
  { moved, balanceMinor, today, months, agreed }: OutlookAsked,
  now: number,
  until: number,
): BalanceForecast {
  const items = bothWays(moved, now, until)
  const told = forecastBalance(moved, balanceMinor, today, months, items)
  if (told.outcome !== 'forecast') return told
  const moving = agreed.filter(({ isHeld }) => isHeld)
  return {
    ...told,
    points: told.points.map((point, at) => {
      const by = dayNumber(told.days[at] ?? today)
      const more = moving.reduce(
        (sum, each) =>
          sum + (each.branch === undefined ? 1 : -1) * dueBy(each, by),
        0,
      )
      return raised(point, more)
    }),
  }
}

/** Payments that come in and that go out, with the sign that a balance has them with. */
function bothWays(
  { day, minor, key }: Movements,
  now: number,
  until: number,
): readonly ItemFlow[] {
  return ([1, -1] as const).flatMap(sign => {
    const rows = {
      day,
      minor: Float64Array.from(minor, each => each * sign),
      key,
    }
    return findRecurring(rows, now)
      .filter(({ key }) => key !== 0)
      .map(found => foundFlow(found, rows, until, sign))
  })
}

function dueBy({ due, minor }: AgreedFlow, last: number): number {
  return due.filter(day => day <= last).length * minor
}

/** Those that have something since a day. */
function placesByKey(
  { day, key }: Movements,
  since: number,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  const recent = new Set<number>()
  for (let at = 0; at < day.length; at++) {
    const of = key[at] ?? 0
    const known = places.get(of)
    if (known === undefined) places.set(of, [at])
    else known.push(at)
    if ((day[at] ?? 0) >= since) recent.add(of)
  }
  for (const of of places.keys()) if (!recent.has(of)) places.delete(of)
  return places
}

function rowsAt(
  { day, minor, key }: Movements,
  places: readonly number[],
): Movements {
  return {
    day: places.map(at => day[at] ?? 0),
    minor: places.map(at => minor[at] ?? 0),
    key: places.map(at => key[at] ?? 0),
  }
}
