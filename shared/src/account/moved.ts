import { baseMinorOf, type Priced } from '../rate/kept-rate.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { flowOf } from '../transaction/join-pair.ts'
import type { Account } from './account.ts'

export type Moving = Priced &
  Pick<TransactionDoc, 'account' | 'toAccount' | 'toMinor'>

/**
 * What a transaction does to an account, in the account's currency: more than
 * 0 comes in. A transfer leaves one account and enters the other. `undefined`
 * where it is in a currency that no rate leads from.
 */
export function movedIn(
  moving: Moving,
  { _id, currency }: Pick<Account, '_id' | 'currency'>,
  base: string,
): number | undefined {
  const { type, account, toAccount, toMinor } = moving
  const isOut = account === _id
  const isIn = type === 'transfer' && toAccount === _id
  const minor = minorIn(moving, currency, base)
  // What arrives is in the currency of the account that it enters.
  const arrived = isIn ? (toMinor ?? minor) : 0
  const left = isOut ? minor && flowOf({ type, minor }) : 0
  return arrived === undefined || left === undefined
    ? undefined
    : arrived + left
}

function minorIn(
  priced: Priced,
  currency: string,
  base: string,
): number | undefined {
  if (priced.currency === currency) return priced.minor
  return currency === base ? baseMinorOf(priced, base) : undefined
}
