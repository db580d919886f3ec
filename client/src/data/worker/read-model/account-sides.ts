import type { Account } from '@ourmoney/shared/account/account.ts'
import type { Mark } from '@ourmoney/shared/account/marks.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import {
  isLockedIn,
  isLockedOut,
  isTickedIn,
  isTickedOut,
  markIn,
  type Columns,
} from './columns.ts'

const income = transactionTypes.indexOf('income')
const transfer = transactionTypes.indexOf('transfer')

/** What rows do to one account, in its currency: `movedIn` on columns. */
export class AccountSides {
  readonly #columns: Columns
  readonly #currency: number
  readonly #isBase: boolean

  constructor(columns: Columns, { currency }: Account) {
    this.#columns = columns
    this.#currency = columns.currencies.find(currency)
    this.#isBase = currency === columns.base
  }

  /** As the account that it leaves, or that a transfer enters. */
  movedAt(at: number, isIn: boolean): number | undefined {
    const { type, arrives } = this.#columns
    if (isIn && type[at] !== transfer) return 0
    const arrived = isIn ? arrives.get(at) : undefined
    if (arrived !== undefined) return arrived
    const minor = this.#minorAt(at)
    return isIn || type[at] === income ? minor : minor && -minor
  }

  #minorAt(at: number): number | undefined {
    const { currency, minor, baseMinor, rates } = this.#columns
    if (currency[at] === this.#currency) return minor[at]
    return this.#isBase && rates.has(at) ? baseMinor[at] : undefined
  }
}

export function markAt({ marks }: Columns, at: number, isIn: boolean): Mark {
  const bits = marks[at] ?? 0
  return isIn
    ? markIn(bits, isTickedIn, isLockedIn)
    : markIn(bits, isTickedOut, isLockedOut)
}

export function isLockedAt(
  { marks }: Columns,
  at: number,
  isIn: boolean,
): boolean {
  return ((marks[at] ?? 0) & (isIn ? isLockedIn : isLockedOut)) !== 0
}
