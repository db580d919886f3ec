import type { TransactionDoc } from '../sync/kinds.ts'

/**
 * How far one side of a transaction is with its account's statement: not seen
 * there, found there, or reconciled.
 */
export const marks = ['open', 'ticked', 'locked'] as const
export type Mark = (typeof marks)[number]

export type Marked = Pick<
  TransactionDoc,
  'account' | 'toAccount' | 'ticked' | 'locked'
>

/** Of the side in that account; the other side of a transfer has its own. */
export function markOf(doc: Marked, account: string): Mark {
  if (!accountsOf(doc).includes(account)) return 'open'
  if (doc.locked?.includes(account) === true) return 'locked'
  return doc.ticked?.includes(account) === true ? 'ticked' : 'open'
}

/** Whether a statement was reconciled with it, so that it changes only after a warning. */
export function isLocked(doc: Marked): boolean {
  return accountsOf(doc).some(account => markOf(doc, account) === 'locked')
}

/** What to set so that its side in that account has the mark; nothing where it has none. */
export function withMark(
  doc: Marked,
  account: string,
  mark: Mark,
): Pick<TransactionDoc, 'ticked' | 'locked'> {
  if (!accountsOf(doc).includes(account)) return {}
  const { ticked, locked } = doc
  return {
    ticked: mark === 'ticked' ? put(ticked, account) : take(ticked, account),
    locked: mark === 'locked' ? put(locked, account) : take(locked, account),
  }
}

/** The accounts a transaction is in: none, one, or a transfer's two. */
export function accountsOf({
  account,
  toAccount,
}: Pick<Marked, 'account' | 'toAccount'>): readonly string[] {
  return [account, toAccount].filter(each => each !== undefined)
}

function put(set: readonly string[] | undefined, account: string): string[] {
  return [...new Set(set).add(account)].sort()
}

/** An empty set is an absent one. */
function take(set: readonly string[] | undefined, account: string) {
  const left = (set ?? []).filter(each => each !== account)
  return left.length === 0 ? undefined : left
}
