import type { Account } from '@ourmoney/shared/account/account.ts'
import {
  balanceOf,
  isOpenOn,
  type Opening,
} from '@ourmoney/shared/account/balance.ts'
import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import type { RateTable } from '@ourmoney/shared/rate/rate-table.ts'
import type {
  AccountBalance,
  BalancesAnswer,
  StatementAnswer,
} from '../../views/accounts.ts'
import type { AccountSide } from '../../views/transactions.ts'
import { AccountSides, isLockedAt, markAt } from './account-sides.ts'
import type { Columns } from './columns.ts'

/** What is summed of one account in one pass over all rows. */
type Sums = {
  readonly beforeOpening: number
  readonly untilDay: number
  readonly count: number
  readonly lacking: number
  readonly locked: number
  readonly firstDay: number
  readonly lastDay: number
}

/** Balances of all accounts at the end of a day. */
export function balancesAnswer(
  columns: Columns,
  all: Int32Array,
  accounts: readonly Account[],
  rates: RateTable,
  date: string,
): BalancesAnswer {
  const { base } = columns
  const { sums, without } = sumAccounts(columns, all, accounts, dayNumber(date))
  const missing: string[] = []
  let totalMinor = 0
  const balances = accounts.map((account): AccountBalance => {
    const sum = sums.get(account._id)
    const minor = balanceOn(account, sum, date)
    const baseMinor = inBase(minor, account.currency, base, rates, date)
    if (baseMinor === undefined) missing.push(account._id)
    else totalMinor += baseMinor
    return {
      id: account._id,
      minor,
      baseMinor,
      count: sum?.count ?? 0,
      lacking: sum?.lacking ?? 0,
      locked: sum?.locked ?? 0,
      lastDate: sum && sum.count > 0 ? fromDayNumber(sum.lastDay) : undefined,
    }
  })
  return { base, totalMinor, missing, accounts: balances, without }
}

function balanceOn(
  opening: Opening,
  sum: Sums | undefined,
  date: string,
): number {
  if (sum === undefined) return 0
  const first = sum.count > 0 ? fromDayNumber(sum.firstDay) : undefined
  return isOpenOn(opening, first, date) ? balanceOf(opening, sum) : 0
}

export function inBase(
  minor: number,
  currency: string,
  base: string,
  rates: RateTable,
  date: string,
): number | undefined {
  if (currency === base || minor === 0) return minor
  const rate = rates.rateOn(currency, base, date)
  return rate && convertMinor(minor, currency, base, [rate])
}

/** Numbers in columns of their own: a hundred thousand rows in a few milliseconds. */
function sumAccounts(
  columns: Columns,
  all: Int32Array,
  accounts: readonly Account[],
  until: number,
) {
  const { day, account, toAccount } = columns
  const placeOf = placesByReference(columns, accounts)
  const sides = accounts.map(each => new AccountSides(columns, each))
  const openDay = Float64Array.from(accounts, openDayOf)
  const [beforeOpening, untilDay, count, lacking, locked] = Array.from(
    { length: 5 },
    () => new Float64Array(accounts.length),
  ) as [Numbers, Numbers, Numbers, Numbers, Numbers]
  const firstDay = new Float64Array(accounts.length).fill(Infinity)
  const lastDay = new Float64Array(accounts.length).fill(-Infinity)
  let without = 0

  const add = (to: number, at: number, isIn: boolean, isCounted: boolean) => {
    const on = day[at] ?? 0
    if (isCounted) {
      count[to] = (count[to] ?? 0) + 1
      if (on < (firstDay[to] ?? 0)) firstDay[to] = on
      if (on > (lastDay[to] ?? 0)) lastDay[to] = on
    }
    if (isLockedAt(columns, at, isIn)) locked[to] = (locked[to] ?? 0) + 1
    const minor = sides[to]?.movedAt(at, isIn)
    if (minor === undefined) {
      lacking[to] = (lacking[to] ?? 0) + 1
      return
    }
    if (on < (openDay[to] ?? 0)) {
      beforeOpening[to] = (beforeOpening[to] ?? 0) + minor
    }
    if (on <= until) untilDay[to] = (untilDay[to] ?? 0) + minor
  }

  for (let index = 0; index < all.length; index++) {
    const at = all[index] ?? 0
    const out = account[at] ?? 0
    const into = toAccount[at] ?? 0
    if (out === 0 && into === 0) without += 1
    const left = placeOf[out] ?? -1
    const entered = placeOf[into] ?? -1
    if (left >= 0) add(left, at, false, true)
    if (entered >= 0) add(entered, at, true, entered !== left)
  }
  const sums = new Map(
    accounts.map(({ _id }, place): [string, Sums] => [
      _id,
      {
        beforeOpening: beforeOpening[place] ?? 0,
        untilDay: untilDay[place] ?? 0,
        count: count[place] ?? 0,
        lacking: lacking[place] ?? 0,
        locked: locked[place] ?? 0,
        firstDay: firstDay[place] ?? 0,
        lastDay: lastDay[place] ?? 0,
      },
    ]),
  )
  return { sums, without }
}

type Numbers = Float64Array

/** By number of a reference the place of its account among these; -1 for what is none of them. */
export function placesByReference(
  columns: Columns,
  accounts: readonly Account[],
): Int32Array {
  const places = new Map(accounts.map(({ _id }, place) => [_id, place]))
  const { references } = columns
  return Int32Array.from(
    references.texts,
    (_, number) =>
      places.get(references.textOf(columns.standing(number))) ?? -1,
  )
}

/** Everything is since the opening where that has no day. */
export function openDayOf({ openingDate }: Opening): number {
  return openingDate === undefined ? -Infinity : dayNumber(openingDate)
}

/** The rows of one account as it sees them, with what was in it after each. */
export class AccountRows {
  readonly #columns: Columns
  readonly #currency: string
  /** The account's, and those of what was merged into it. */
  readonly #numbers: ReadonlySet<number>
  readonly #sides: AccountSides
  readonly #balances: Float64Array

  constructor(columns: Columns, all: Int32Array, account: Account) {
    this.#columns = columns
    this.#currency = account.currency
    this.#numbers = columns.numbersOf([account._id])
    this.#sides = new AccountSides(columns, account)
    this.#balances = new Float64Array(columns.size)
    const openDay = openDayOf(account)
    const { day } = columns
    let moved = 0
    let beforeOpening = 0
    for (let index = all.length - 1; index >= 0; index--) {
      const at = all[index] ?? 0
      if (!this.#isOut(at) && !this.#isIn(at)) continue
      const minor = this.#movedAt(at) ?? 0
      moved += minor
      if ((day[at] ?? 0) < openDay) beforeOpening += minor
      this.#balances[at] = moved
    }
    const start = balanceOf(account, { beforeOpening, untilDay: 0 })
    for (let at = 0; at < columns.size; at++) {
      this.#balances[at] = (this.#balances[at] ?? 0) + start
    }
  }

  sideAt(at: number): AccountSide | undefined {
    const isOut = this.#isOut(at)
    if (!isOut && !this.#isIn(at)) return undefined
    return {
      currency: this.#currency,
      minor: this.#movedAt(at),
      balanceMinor: this.#balances[at] ?? 0,
      mark: markAt(this.#columns, at, !isOut),
    }
  }

  #isOut(at: number): boolean {
    return this.#numbers.has(this.#columns.account[at] ?? 0)
  }

  #isIn(at: number): boolean {
    return this.#numbers.has(this.#columns.toAccount[at] ?? 0)
  }

  #movedAt(at: number): number | undefined {
    const left = this.#isOut(at) ? this.#sides.movedAt(at, false) : 0
    const arrived = this.#isIn(at) ? this.#sides.movedAt(at, true) : 0
    return left === undefined || arrived === undefined
      ? undefined
      : left + arrived
  }
}

/** What the ledger says of an account that a statement is compared with. */
export function statementAnswer(
  columns: Columns,
  all: Int32Array,
  account: Account,
  date: string,
): StatementAnswer {
  const openDay = openDayOf(account)
  const until = dayNumber(date)
  const rows = new AccountRows(columns, all, account)
  let clearedMinor = account.openingMinor ?? 0
  let ticked = 0
  let open = 0
  for (const at of all) {
    const on = columns.day[at] ?? 0
    const side = on > until ? undefined : rows.sideAt(at)
    if (side === undefined) continue
    if (side.mark === 'ticked') ticked += 1
    else if (side.mark === 'open') open += 1
    if (side.mark !== 'open' && on >= openDay) clearedMinor += side.minor ?? 0
  }
  return { clearedMinor, ticked, open }
}

/** The opening balance of one account once it has taken over another of its currency. */
export function openingOfBoth(
  columns: Columns,
  all: Int32Array,
  from: Account,
  into: Account,
): number {
  const before = openDayOf(into) - 1
  const { sums } = sumAccounts(columns, all, [from, into], before)
  const taken = sums.get(from._id)
  return (into.openingMinor ?? 0) + (taken ? balanceOf(from, taken) : 0)
}
