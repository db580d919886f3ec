import { splitMinor } from '../money/split-money.ts'
import type { TransactionDoc } from '../sync/kinds.ts'

type Shared = Pick<TransactionDoc, 'minor' | 'shareMode' | 'shares'>

/**
 * What each member owes of a transaction, in minor units of its currency:
 * their own share, whoever paid (that is `member`). Shares sum to the amount
 * exactly; a refund gives negative ones. Parts with shares of their own go by
 * those, everything else by the transaction's, and without any by everybody
 * equally. Units that do not divide go to those who are named first.
 * A transfer is nobody's; with nobody in `everybody` so is what names nobody.
 */
export function owedByMember(
  transaction: Pick<TransactionDoc, 'type' | 'splits'> & Shared,
  everybody: readonly string[],
): ReadonlyMap<string, number> {
  const owed = new Map<string, number>()
  if (transaction.type === 'transfer') return owed
  const add = (shared: Shared, otherwise: Shared) => {
    const by = shared.shareMode === undefined ? otherwise : shared
    for (const [member, minor] of shareOut(shared.minor, by, everybody)) {
      owed.set(member, (owed.get(member) ?? 0) + minor)
    }
  }
  const own = (transaction.splits ?? []).filter(part => part.shareMode)
  // What has no shares of its own is shared at once: each division may favour who is first.
  const rest = own.reduce((left, part) => left - part.minor, transaction.minor)
  for (const part of own) add(part, transaction)
  if (rest !== 0 || own.length === 0) {
    add({ ...transaction, minor: rest }, transaction)
  }
  return owed
}

function shareOut(
  minor: number,
  { shareMode, shares = [] }: Shared,
  everybody: readonly string[],
): readonly (readonly [string, number])[] {
  if (shareMode === 'exact') {
    return shares.map(each => [each.member, each.minor ?? 0])
  }
  const members =
    shareMode === undefined
      ? [...everybody].sort()
      : shares.map(({ member }) => member)
  if (members.length === 0) return []
  const weights =
    shareMode === 'shares'
      ? shares.map(({ weight = 1 }) => weight)
      : members.map(() => 1)
  const minors = splitMinor(minor, weights)
  return members.map((member, index) => [member, minors[index] ?? 0])
}
