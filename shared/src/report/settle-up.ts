import { assert } from '../assert.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { partsOf } from '../transaction/counted.ts'
import { owedByMember } from '../transaction/owed.ts'
import { settlementsOf, type Settlement } from './settlements.ts'

/** What one member has to do with common spending, in whole minor units of one currency. */
export type Share = {
  readonly member: string
  readonly paidMinor: number
  /** Their own share of it, whoever paid. */
  readonly owedMinor: number
  /** What they get back; negative for what they owe. Over all members 0. */
  readonly balanceMinor: number
}

export type SettleUp = {
  /** By member id: who paid or owes something. */
  readonly shares: readonly Share[]
  /** As few payments as can be; all made, nobody owes anything. */
  readonly settlements: readonly Settlement[]
  /** Left out: it is not said who paid, or it is shared among nobody. */
  readonly unsharedMinor: number
}

type Shared = Pick<
  TransactionDoc,
  'type' | 'minor' | 'member' | 'splits' | 'shareMode' | 'shares'
>

/**
 * Who paid and who owes whom, of expenses in one currency: what the member of
 * each part paid against what each owes of the whole (`owedByMember`). Who got
 * a refund owes it to those it was for. Income and transfers are nobody's debt.
 * What names nobody is shared among `everybody`; `made` are payments that
 * members have made to one another since. Throws beyond ±(2^53 − 1).
 */
export function settleUp(
  transactions: Iterable<Shared>,
  everybody: readonly string[],
  made: readonly Settlement[] = [],
): SettleUp {
  const paid = new Map<string, number>()
  const owed = new Map<string, number>()
  let unsharedMinor = 0
  for (const transaction of transactions) {
    if (transaction.type !== 'expense') continue
    const payers = partsOf(transaction).map(
      ({ member, minor }) => [member, minor] as const,
    )
    const sharers = [...owedByMember(transaction, everybody)]
    const isKnown =
      payers.every(([member]) => member !== undefined) &&
      sumOf(payers) === transaction.minor &&
      sumOf(sharers) === transaction.minor
    if (!isKnown) {
      unsharedMinor += transaction.minor
      continue
    }
    for (const [member = '', minor] of payers) addTo(paid, member, minor)
    for (const [member, minor] of sharers) addTo(owed, member, minor)
  }
  for (const { from, to, minor } of made) {
    addTo(paid, from, minor)
    addTo(owed, to, minor)
  }
  const members = new Set([...paid.keys(), ...owed.keys()])
  const shares = [...members].sort().map((member): Share => {
    const paidMinor = paid.get(member) ?? 0
    const owedMinor = owed.get(member) ?? 0
    return { member, paidMinor, owedMinor, balanceMinor: paidMinor - owedMinor }
  })
  const balances = new Map(
    shares.map(({ member, balanceMinor }) => [member, balanceMinor]),
  )
  return { shares, settlements: settlementsOf(balances), unsharedMinor }
}

function sumOf(
  minors: readonly (readonly [string | undefined, number])[],
): number {
  return minors.reduce((sum, [, minor]) => sum + minor, 0)
}

function addTo(sums: Map<string, number>, member: string, minor: number): void {
  const sum = (sums.get(member) ?? 0) + minor
  assert(Number.isSafeInteger(sum), `Beyond whole minor units: ${sum}`)
  sums.set(member, sum)
}
