import type { Account } from '@ourmoney/shared/account/account.ts'
import { balanceOf, isOpenOn } from '@ourmoney/shared/account/balance.ts'
import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import type { BalancesOverAnswer } from '../../../views/reports.ts'
import { inBase, openDayOf, placesByReference } from '../account-answers.ts'
import { AccountSides } from '../account-sides.ts'
import type { Book } from '../book.ts'

/** What was in each account at the end of each of these days, in one pass over all rows. */
export function balancesOver(
  book: Book,
  accounts: readonly Account[],
  dates: readonly string[],
): BalancesOverAnswer {
  const { columns, rates } = book
  const { base } = columns
  const moved = movedOver(book, accounts, dates)
  const missing = new Set<string>()
  const totals = dates.map(() => 0)
  const over = accounts.map((account, place) => {
    const { beforeOpening, firstDay, byDate } = moved[place] ?? nothing
    const first = firstDay === Infinity ? undefined : fromDayNumber(firstDay)
    const minor = dates.map((date, at) =>
      isOpenOn(account, first, date)
        ? balanceOf(account, { beforeOpening, untilDay: byDate[at] ?? 0 })
        : null,
    )
    const baseMinor = minor.map((each, at) => {
      if (each === null) return null
      const date = dates[at] ?? ''
      const converted = inBase(each, account.currency, base, rates, date)
      if (converted === undefined) missing.add(account._id)
      totals[at] = (totals[at] ?? 0) + (converted ?? 0)
      return converted ?? null
    })
    return { id: account._id, minor, baseMinor }
  })
  return { base, dates, accounts: over, totals, missing: [...missing] }
}

type Moved = {
  readonly beforeOpening: number
  /** Infinity where it has no transactions. */
  readonly firstDay: number
  /** Up to and with each of the days. */
  readonly byDate: readonly number[]
}

const nothing: Moved = { beforeOpening: 0, firstDay: Infinity, byDate: [] }

function movedOver(
  book: Book,
  accounts: readonly Account[],
  dates: readonly string[],
): readonly Moved[] {
  const { columns } = book
  const { day, account, toAccount } = columns
  const placeOf = placesByReference(columns, accounts)
  const sides = accounts.map(each => new AccountSides(columns, each))
  const openDay = accounts.map(openDayOf)
  const days = dates.map(dayNumber)
  const order = days.map((_, at) => at)
  order.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
  const ordered = Int32Array.from(order, at => days[at] ?? 0)

  const beforeOpening = new Float64Array(accounts.length)
  const firstDay = new Float64Array(accounts.length).fill(Infinity)
  const steps = accounts.map(() => new Float64Array(dates.length))

  const add = (to: number, at: number, isIn: boolean, step: number) => {
    const on = day[at] ?? 0
    if (on < (firstDay[to] ?? 0)) firstDay[to] = on
    const minor = sides[to]?.movedAt(at, isIn) ?? 0
    if (on < (openDay[to] ?? 0)) {
      beforeOpening[to] = (beforeOpening[to] ?? 0) + minor
    }
    const sums = steps[to]
    if (sums !== undefined && step < sums.length) {
      sums[step] = (sums[step] ?? 0) + minor
    }
  }

  const all = book.all()
  for (let index = 0; index < all.length; index++) {
    const at = all[index] ?? 0
    const left = placeOf[account[at] ?? 0] ?? -1
    const entered = placeOf[toAccount[at] ?? 0] ?? -1
    if (left < 0 && entered < 0) continue
    const step = firstFrom(ordered, day[at] ?? 0)
    if (left >= 0) add(left, at, false, step)
    if (entered >= 0) add(entered, at, true, step)
  }

  return accounts.map((_, place) => {
    const byDate = days.map(() => 0)
    let moved = 0
    order.forEach((at, step) => {
      moved += steps[place]?.[step] ?? 0
      byDate[at] = moved
    })
    return {
      beforeOpening: beforeOpening[place] ?? 0,
      firstDay: firstDay[place] ?? Infinity,
      byDate,
    }
  })
}

/** Position of the first of ascending days that is that one or a later one. */
function firstFrom(days: Int32Array, day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}
