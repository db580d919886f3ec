import {
  columnRoles,
  type ColumnRole,
} from '@ourmoney/shared/statement/statement.ts'
import { factsOf, type ColumnFacts } from './column-facts.ts'
import { mostColumns } from './columns-of.ts'
import { rolesOfName } from './column-words.ts'
import { foldName } from './fold-name.ts'
import type { TableRow } from './table.ts'

/** What each column is: by its name where what stands in it agrees, else by that alone. */
export function guessColumns(
  names: readonly string[],
  rows: readonly TableRow[],
): readonly ColumnRole[] {
  const widths = rows.map(row => row.cells.length)
  const width = Math.min(mostColumns, Math.max(names.length, ...widths))
  const facts = Array.from({ length: width }, (_, at) => factsOf(rows, at))
  const roles = byNames(names, facts)
  fillFromContent(roles, facts, rows)
  leaveOneAmount(roles, facts)
  return roles
}

function byNames(
  names: readonly string[],
  facts: readonly ColumnFacts[],
): ColumnRole[] {
  // Parts of one of our transactions have its id several times.
  const roles = facts.map(({ filled, ownIds }): ColumnRole =>
    filled > 0 && ownIds === filled ? 'bankId' : 'ignore',
  )
  const claims = facts.flatMap((each, at) =>
    rolesOfName(foldName(names[at] ?? ''))
      .filter(({ role, fit }) => fit >= leastFit(role) && fits(role, each))
      .map(({ role, fit }) => ({ role, at, weight: fit + fullness(each) })),
  )
  claims.sort(
    (a, b) =>
      b.weight - a.weight ||
      columnRoles.indexOf(a.role) - columnRoles.indexOf(b.role) ||
      a.at - b.at,
  )
  for (const { role, at } of claims) {
    if (roles[at] !== 'ignore') continue
    if (role !== 'notes' && roles.includes(role)) continue
    roles[at] = role
  }
  return roles
}

/** An account named in passing is the other one of a movement. */
function leastFit(role: ColumnRole): number {
  return ['account', 'transferTo', 'member', 'bankId'].includes(role) ? 3 : 0
}

/** Of two columns with good names the one in which more stands. */
function fullness({ rows, filled, different }: ColumnFacts): number {
  return rows === 0 ? 0 : (0.3 * filled + 0.15 * different) / rows
}

function fits(role: ColumnRole, facts: ColumnFacts): boolean {
  const { filled, different } = facts
  if (filled === 0) return true
  switch (role) {
    case 'date':
      return facts.days >= filled * 0.6
    case 'amount':
    case 'in':
    case 'out':
    case 'balance':
      return facts.amounts >= filled * 0.6
    case 'direction':
      return facts.directions >= filled * 0.9 && different < 8
    case 'currency':
      return facts.currencies >= filled * 0.6
    case 'account':
      return different <= Math.max(2, filled / 3) && facts.days < filled
    case 'member':
    case 'status':
      return different <= Math.max(4, filled / 3)
    case 'bankId':
      return different >= filled * 0.98
    case 'description':
    case 'payee':
    case 'category':
      return facts.letters > 0 || facts.days + facts.amounts === 0
    case 'transferTo':
    case 'notes':
    case 'tags':
    case 'ignore':
      return true
  }
}

function fillFromContent(
  roles: ColumnRole[],
  facts: readonly ColumnFacts[],
  rows: readonly TableRow[],
): void {
  const free = (want: (facts: ColumnFacts) => boolean) =>
    facts.flatMap((each, at) =>
      roles[at] === 'ignore' && each.filled > 0 && want(each) ? [at] : [],
    )
  if (!roles.includes('date')) {
    const [first] = free(
      ({ days, amounts, filled }) => days >= filled * 0.8 && amounts < filled,
    )
    if (first !== undefined) roles[first] = 'date'
  }
  const hasAmount = ['amount', 'in', 'out'].some(role =>
    roles.includes(role as ColumnRole),
  )
  if (!hasAmount) {
    const sums = free(
      each => each.sums > 0 && each.amounts >= each.filled * 0.9,
    )
    const amount = sums.find(at => (facts[at]?.negatives ?? 0) > 0) ?? sums[0]
    if (amount !== undefined) roles[amount] = 'amount'
    const balance = sums.find(
      at => at !== amount && facts[at]?.filled === rows.length,
    )
    if (balance !== undefined && !roles.includes('balance')) {
      roles[balance] = 'balance'
    }
  }
  if (!roles.includes('direction')) {
    const [words] = free(
      each => each.directions === each.filled && each.different === 2,
    )
    if (words !== undefined) roles[words] = 'direction'
  }
  if (!roles.includes('currency')) {
    const [code] = free(each => each.currencies === each.filled)
    if (code !== undefined) roles[code] = 'currency'
  }
  if (!roles.includes('description') && !roles.includes('payee')) {
    const texts = free(each => each.letters > 0 && each.days < each.filled)
    const longest = texts.toSorted(
      (a, b) => (facts[b]?.letters ?? 0) - (facts[a]?.letters ?? 0),
    )[0]
    if (longest !== undefined) roles[longest] = 'description'
  }
}

/** A file with an amount beside what went in and out says the same twice. */
function leaveOneAmount(
  roles: ColumnRole[],
  facts: readonly ColumnFacts[],
): void {
  const amount = roles.indexOf('amount')
  if (amount < 0) return
  const isPair = roles.includes('in') && roles.includes('out')
  const isSigned = (facts[amount]?.negatives ?? 0) > 0
  const left = isPair && !isSigned ? ['amount'] : ['in', 'out']
  roles.forEach((role, at) => {
    if (left.includes(role)) roles[at] = 'ignore'
  })
}
