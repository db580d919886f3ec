import { fromDayNumber } from '@ourmoney/shared/calendar/local-date.ts'
import {
  findTransferPairs,
  type PairedSide,
  type TransferPair,
} from '@ourmoney/shared/transaction/transfer-pairs.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { Columns } from './columns.ts'

export type PairedPlace = PairedSide & { readonly at: number }

const income = transactionTypes.indexOf('income')
const transfer = transactionTypes.indexOf('transfer')

/**
 * Pairs that look like one transfer. Of many rows few have an amount that
 * leaves one account and comes into another: only those become objects.
 */
export function findPairs(
  columns: Columns,
  all: Int32Array,
): readonly TransferPair<PairedPlace>[] {
  const arrived = amountsOf(columns, all, 1)
  const outs = all.filter(at => has(arrived, columns, at, -1))
  const left = amountsOf(columns, outs, -1)
  const intos = all.filter(at => has(left, columns, at, 1))
  return findTransferPairs([...outs, ...intos].map(at => sideOf(columns, at)))
}

/** By currency. */
type Amounts = readonly Set<number>[]

function amountsOf(
  columns: Columns,
  places: Int32Array,
  direction: 1 | -1,
): Amounts {
  const amounts = columns.currencies.texts.map(() => new Set<number>())
  for (const at of places) {
    const flow = flowAt(columns, at) * direction
    if (flow > 0) amounts[columns.currency[at] ?? 0]?.add(flow)
  }
  return amounts
}

function has(
  amounts: Amounts,
  columns: Columns,
  at: number,
  direction: 1 | -1,
): boolean {
  const flow = flowAt(columns, at) * direction
  return flow > 0 && amounts[columns.currency[at] ?? 0]?.has(flow) === true
}

/** What comes into its account; 0 for what is no side of a transfer. */
function flowAt({ type, account, minor }: Columns, at: number): number {
  if (type[at] === transfer || account[at] === 0) return 0
  return type[at] === income ? (minor[at] ?? 0) : -(minor[at] ?? 0)
}

function sideOf(columns: Columns, at: number): PairedPlace {
  return {
    at,
    id: columns.ids[at] ?? '',
    type: transactionTypes[columns.type[at] ?? 0] ?? 'expense',
    minor: columns.minor[at] ?? 0,
    currency: columns.currencies.textOf(columns.currency[at] ?? 0),
    date: fromDayNumber(columns.day[at] ?? 0),
    account: columns.references.textOf(columns.account[at] ?? 0),
    apart: columns.apart.get(at),
  }
}
