import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import {
  findTransferPairs,
  mostDays,
  type PairedSide,
  type TransferPair,
} from '@ourmoney/shared/transaction/transfer-pairs.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { Columns } from './columns.ts'

export type PairedPlace = PairedSide & { readonly at: number }

const income = transactionTypes.indexOf('income')
const transfer = transactionTypes.indexOf('transfer')

/**
 * Pairs that look like one transfer. Of many rows few have another with the
 * same amount the other way, in another account and near in time: only those
 * become objects.
 */
export function findPairs(
  columns: Columns,
  all: Int32Array,
): readonly TransferPair<PairedPlace>[] {
  const intos = all.filter(at => flowAt(columns, at) > 0)
  const outs = near(
    columns,
    all.filter(at => flowAt(columns, at) < 0),
    intos,
  )
  const sides = [...outs, ...near(columns, intos, outs)]
  return findTransferPairs(sides.map(at => sideOf(columns, at)))
}

/** Of some rows those that one of the others may be the other side of. */
function near(
  columns: Columns,
  places: Int32Array,
  others: Int32Array,
): Int32Array {
  const { day, account } = columns
  const byFlow = flowsOf(columns, others)
  return places.filter(at => {
    const candidates = byFlow.get(keyOf(columns, at, -flowAt(columns, at)))
    return candidates?.some(
      other =>
        account[other] !== account[at] &&
        Math.abs((day[other] ?? 0) - (day[at] ?? 0)) <= mostDays,
    )
  })
}

/** Rows by what comes into their account. */
function flowsOf(columns: Columns, places: Int32Array) {
  const byFlow = new Map<number, number[]>()
  for (const at of places) {
    const key = keyOf(columns, at, flowAt(columns, at))
    const known = byFlow.get(key)
    if (known === undefined) byFlow.set(key, [at])
    else known.push(at)
  }
  return byFlow
}

/** One number for an amount of a currency; two that share one are told apart later. */
function keyOf({ currency }: Columns, at: number, flow: number): number {
  return flow * 256 + ((currency[at] ?? 0) % 256)
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
