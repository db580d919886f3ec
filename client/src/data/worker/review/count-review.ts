import type { StatementAccount } from '@ourmoney/shared/statement/statement.ts'
import {
  rowStates,
  type ReviewCounts,
  type RowState,
} from '../../statements.ts'
import type { Reviewed } from './reviewed.ts'

/** What a review comes to as it stands. */
export function countReview(
  rows: readonly Reviewed[],
  pending: number,
  accounts: readonly StatementAccount[],
): ReviewCounts {
  const states = Object.fromEntries(
    rowStates.map(state => [state, 0]),
  ) as Record<RowState, number>
  const sums = new Map<string, Sum>()
  let taken = 0
  for (const row of rows) {
    states[row.state] += 1
    const sum = sumFor(row, sums)
    if (!row.isTaken) continue
    taken += 1
    const isThere = row.isMatched && row.state === 'near'
    const minor = isThere ? 0 : (row.fields?.minor ?? 0)
    if (minor < 0) sum.out -= minor
    else sum.in += minor
  }
  const missing = missingByAccount(rows, accounts)
  return {
    states,
    taken,
    pending,
    sums: [...sums.values()].map(sum => {
      const missed = missing.get(`${sum.account} ${sum.currency}`)
      return missed === undefined ? sum : { ...sum, missing: missed }
    }),
  }
}

type Sum = {
  readonly account: string
  readonly currency: string
  in: number
  out: number
}

function sumFor({ account, currency }: Reviewed, sums: Map<string, Sum>): Sum {
  const key = `${account} ${currency}`
  const known = sums.get(key) ?? { account, currency, in: 0, out: 0 }
  sums.set(key, known)
  return known
}

/** By account and currency. */
function missingByAccount(
  rows: readonly Reviewed[],
  accounts: readonly StatementAccount[],
): ReadonlyMap<string, number> {
  const byKey = new Map<string, Reviewed[]>()
  for (const row of rows) {
    if (row.fields === undefined) continue
    const key = row.read?.account ?? ''
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [row])
    else known.push(row)
  }
  const missing = new Map<string, number>()
  for (const [key, own] of byKey) {
    const account = accounts.find(each => each.key === key)
    const missed = missingIn(own, account)
    const currency = own[0]?.currency ?? ''
    const place = `${own[0]?.account ?? ''} ${currency}`
    if (missed === undefined || own.some(row => row.currency !== currency)) {
      continue
    }
    missing.set(place, (missing.get(place) ?? 0) + missed)
  }
  return missing
}

/** What the file has after its rows, less what it had before them and the rows themselves. */
function missingIn(
  rows: readonly Reviewed[],
  account: StatementAccount | undefined,
): number | undefined {
  const moved = rows.reduce((sum, { fields }) => sum + (fields?.minor ?? 0), 0)
  const { opening, closing } = account ?? {}
  if (opening !== undefined && closing !== undefined) {
    return closing.minor - opening.minor - moved
  }
  const told = rows.flatMap(({ read, fields }) =>
    read?.balance === undefined
      ? []
      : [{ after: read.balance, minor: fields?.minor ?? 0 }],
  )
  const ordered = isNewestFirst(told) ? told.toReversed() : told
  const [first] = ordered
  const last = ordered.at(-1)
  // Balances of some rows alone say nothing of those between them.
  if (!first || !last || told.length < rows.length) return undefined
  return last.after - (first.after - first.minor) - moved
}

type Told = { readonly after: number; readonly minor: number }

function isNewestFirst(rows: readonly Told[]): boolean {
  let newestFirst = 0
  rows.forEach(({ after, minor }, at) => {
    const next = rows[at + 1]
    if (next === undefined) return
    if (after + next.minor === next.after) newestFirst -= 1
    if (next.after + minor === after) newestFirst += 1
  })
  return newestFirst > 0
}
