import { redirect, type Merge } from '../names/redirect.ts'
import type { Fields } from '../sync/groups.ts'
import type { Doc } from '../sync/kinds.ts'

/**
 * What becomes of a doc when one account is merged into another of the same
 * currency. A transfer between the two moved nothing out of what they are
 * together, so it goes; what did not arrive was spent on the way.
 */
export function redirectAccount(
  doc: Doc,
  merge: Merge,
): Fields | 'remove' | undefined {
  const set = redirect(doc, merge, undefined)
  if (set === undefined || doc.kind !== 'transaction') return set
  const next = { ...doc, ...set }
  if (next.type !== 'transfer' || next.account !== next.toAccount) return set
  const lost = next.minor - (next.toMinor ?? next.minor)
  if (lost === 0) return 'remove'
  return {
    ...set,
    type: lost > 0 ? 'expense' : 'income',
    minor: Math.abs(lost),
    toAccount: undefined,
    toMinor: undefined,
    joined: undefined,
  }
}
