import type { Doc, TransactionDoc } from '../sync/kinds.ts'
import { filterFromSearch, filterToSearch } from '../transaction/filter.ts'
import { accountsOf } from './marks.ts'

export type Merge = {
  /** The account that goes. */
  readonly from: string
  /** The one that takes over. */
  readonly into: string
}

type Rewritten =
  /** Fields to set; none where it does not name the account. */
  | { readonly set: Readonly<Record<string, unknown>> }
  /** A transfer between the two: it moved nothing out of what they are together. */
  | 'remove'

/** What becomes of a doc when one account is merged into another of the same currency. */
export function rewriteForMerge(doc: Doc, merge: Merge): Rewritten {
  switch (doc.kind) {
    case 'transaction':
      return rewriteTransaction(doc, merge)
    case 'goal':
      return doc.account === merge.from
        ? { set: { account: merge.into } }
        : nothing
    case 'template':
    case 'recurring':
      return inField('draft', doc.draft, merge)
    case 'rule':
      return inField('set', doc.set, merge)
    case 'savedFilter':
      return rewriteFilter(doc.query, merge)
    default:
      return nothing
  }
}

const nothing: Rewritten = { set: {} }

function rewriteTransaction(
  doc: TransactionDoc,
  { from, into }: Merge,
): Rewritten {
  if (!accountsOf(doc).includes(from)) return nothing
  const next = (id: string | undefined) => (id === from ? into : id)
  const account = next(doc.account)
  const toAccount = next(doc.toAccount)
  const moved = {
    account,
    toAccount,
    ticked: nextSet(doc.ticked, next),
    locked: nextSet(doc.locked, next),
  }
  if (doc.type !== 'transfer' || account !== toAccount) return { set: moved }
  const lost = doc.minor - (doc.toMinor ?? doc.minor)
  if (lost === 0) return 'remove'
  // What did not arrive was spent on the way.
  const type = lost > 0 ? 'expense' : 'income'
  const minor = Math.abs(lost)
  const none = { toAccount: undefined, toMinor: undefined, joined: undefined }
  return { set: { ...moved, ...none, type, minor } }
}

function nextSet(
  set: readonly string[] | undefined,
  next: (id: string) => string | undefined,
): readonly string[] | undefined {
  return set && [...new Set(set.flatMap(id => next(id) ?? []))].sort()
}

function inField(
  field: 'draft' | 'set',
  fields: Readonly<Record<string, unknown>>,
  { from, into }: Merge,
): Rewritten {
  const named = ['account', 'toAccount'].filter(name => fields[name] === from)
  if (named.length === 0) return nothing
  const changed = Object.fromEntries(named.map(name => [name, into]))
  return { set: { [field]: { ...fields, ...changed } } }
}

function rewriteFilter(query: string, { from, into }: Merge): Rewritten {
  const filter = filterFromSearch(query)
  if (filter.accounts?.includes(from) !== true) return nothing
  const accounts = [
    ...new Set(filter.accounts.map(id => (id === from ? into : id))),
  ]
  return { set: { query: filterToSearch({ ...filter, accounts }) } }
}
