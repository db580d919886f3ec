import { failure, success, type Result } from '../result.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { sumIssues } from '../sync/part-sums.ts'
import type { TransactionType } from './transaction.ts'

/** What is known of a transaction that may be one side of a transfer. */
export type Side = {
  readonly id: string
  readonly type: TransactionType
  readonly minor: number
  readonly currency: string
  readonly date: string
  readonly account?: string | undefined
}

export const joinIssues = [
  'is-transfer',
  'same-direction',
  'no-account',
  'same-account',
  'amounts-differ',
] as const
export type JoinIssue = (typeof joinIssues)[number]

/** What a transaction does to its account: more than 0 comes in. A refund turns its type around. */
export function flowOf({
  type,
  minor,
}: {
  readonly type: TransactionType
  readonly minor: number
}): number {
  return type === 'income' ? minor : -minor
}

export type Joined = {
  /** The one that becomes the transfer, and what to set on it. */
  readonly keep: string
  readonly set: Readonly<Record<string, unknown>>
  /** The one that goes. */
  readonly remove: string
}

/**
 * Two transactions as one transfer: the one that leaves an account becomes it
 * and remembers the other, which is removed. `separate` is the way back.
 */
export function joinPair(a: Side, b: Side): Result<Joined, JoinIssue> {
  if (a.type === 'transfer' || b.type === 'transfer') {
    return failure('is-transfer')
  }
  const [out, into] = flowOf(a) < 0 ? [a, b] : [b, a]
  if (flowOf(out) >= 0 || flowOf(into) <= 0) return failure('same-direction')
  if (!out.account || !into.account) return failure('no-account')
  if (out.account === into.account) return failure('same-account')
  const left = -flowOf(out)
  const arrived = flowOf(into)
  const isExchange = out.currency !== into.currency
  if (!isExchange && left !== arrived) return failure('amounts-differ')
  return success({
    keep: out.id,
    set: {
      type: 'transfer',
      minor: left,
      currency: out.currency,
      account: out.account,
      toAccount: into.account,
      toMinor: isExchange ? arrived : undefined,
      category: undefined,
      splits: undefined,
      shareMode: undefined,
      shares: undefined,
      joined: into.id,
    },
    remove: into.id,
  })
}

export type Separated = {
  /** What to set on the transfer: it becomes what leaves the account. */
  readonly out: Readonly<Record<string, unknown>>
  /** What to set on the one that comes back, or what to make it of. */
  readonly into: Readonly<Record<string, unknown>>
}

/**
 * A transfer as the two transactions that it moves between accounts. What it
 * was joined from comes back with its categories and parts as far as they fit
 * the amounts of today; `other` is the removed one, if this device has it.
 */
export function separate(
  transfer: TransactionDoc,
  other: TransactionDoc | undefined,
  /** Of the account that the money enters. */
  toCurrency: string,
): Separated {
  const { minor, currency, date, description } = transfer
  const arrived = transfer.toMinor ?? minor
  const before = beforeJoining(transfer)
  const back = {
    toAccount: undefined,
    toMinor: undefined,
    joined: undefined,
    account: transfer.account,
  }
  return {
    out: {
      ...back,
      ...asType(-minor, before),
      currency,
      category: before?.category,
    },
    into: {
      ...(other === undefined && { description, date }),
      account: transfer.toAccount,
      ...asType(arrived, other),
      currency: toCurrency,
    },
  }
}

/** The transfer as it stood before it was made one; its log says so, as far as it goes back. */
function beforeJoining({
  log = [],
}: TransactionDoc): Partial<TransactionDoc> | undefined {
  const entry = log.findLast(
    ({ was }) => was['joined'] === null && was['type'] !== undefined,
  )
  if (entry === undefined) return undefined
  const present = Object.entries(entry.was).filter(
    ([, value]) => value !== null,
  )
  return Object.fromEntries(present) as Partial<TransactionDoc>
}

/** A flow as the type it had, refund or not; parts and shares only while they sum. */
function asType(flow: number, was: Partial<TransactionDoc> | undefined) {
  const usual = flow < 0 ? 'expense' : 'income'
  const type =
    was?.type === 'expense' || was?.type === 'income' ? was.type : usual
  const minor = type === 'income' ? flow : -flow
  const parts = {
    splits: was?.splits,
    shareMode: was?.shareMode,
    shares: was?.shares,
  }
  const isWhole = sumIssues({ minor, ...parts }).length === 0
  const none = { splits: undefined, shareMode: undefined, shares: undefined }
  return { type, minor, ...(isWhole ? parts : none) }
}
