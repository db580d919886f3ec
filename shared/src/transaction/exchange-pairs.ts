import { dayNumber } from '../calendar/day-number.ts'
import { flowOf } from './join-pair.ts'
import {
  byIds,
  isPossible,
  type PairedSide,
  type TransferPair,
} from './transfer-pairs.ts'

/** A bank that changes money books it sooner than one that sends it on. */
export const mostExchangeDays = 3

/** What a bank may take, or its rate differ from the ledger's: three in a hundred. */
const slack = { over: 3n, under: 100n }

/** Of many with much the same amount so few are looked at: people choose anyway. */
const mostEach = 16

/** An amount in another currency by the rate of a day; `undefined` where none is known. */
export type Exchange = (
  minor: number,
  from: string,
  to: string,
  date: string,
) => number | undefined

/**
 * Pairs that may be one transfer between accounts of different currencies: what
 * comes in is about what leaves, by the rate of the day it leaves, within three
 * days. Nearest dates first, then nearest amounts, ties by id; each transaction
 * stands in one pair at most. Proposals only: a rate is no proof.
 */
export function findExchangePairs<Row extends PairedSide>(
  rows: readonly Row[],
  exchange: Exchange,
  isWanted: (out: Row, into: Row) => boolean = () => true,
): readonly TransferPair<Row>[] {
  const sides = rows.filter(row => row.type !== 'transfer' && row.account)
  const arrivals = byCurrency(sides.filter(row => flowOf(row) > 0))
  const found = sides
    .filter(row => flowOf(row) < 0)
    .flatMap(out => candidatesFor(out, arrivals, { exchange, isWanted }))
    .sort((a, b) => a.days - b.days || a.off - b.off || byIds(a, b))
  const paired = new Set<Row>()
  return found.filter(({ out, into }) => {
    if (paired.has(out) || paired.has(into)) return false
    paired.add(out).add(into)
    return true
  })
}

type Candidate<Row extends PairedSide> = TransferPair<Row> & {
  readonly days: number
  /** By how much the amounts differ, in parts of a million. */
  readonly off: number
}

type Looking<Row extends PairedSide> = {
  readonly exchange: Exchange
  readonly isWanted: (out: Row, into: Row) => boolean
}

/** By currency and day, the smallest amount first. */
type Arrivals<Row> = ReadonlyMap<string, ReadonlyMap<number, readonly Row[]>>

function byCurrency<Row extends PairedSide>(
  rows: readonly Row[],
): Arrivals<Row> {
  const found = new Map<string, Map<number, Row[]>>()
  for (const row of rows.toSorted((a, b) => flowOf(a) - flowOf(b))) {
    const days = found.get(row.currency) ?? new Map<number, Row[]>()
    found.set(row.currency, days)
    const day = dayNumber(row.date)
    const known = days.get(day)
    if (known === undefined) days.set(day, [row])
    else known.push(row)
  }
  return found
}

function candidatesFor<Row extends PairedSide>(
  out: Row,
  arrivals: Arrivals<Row>,
  { exchange, isWanted }: Looking<Row>,
): readonly Candidate<Row>[] {
  const day = dayNumber(out.date)
  return [...arrivals].flatMap(([currency, days]) => {
    if (currency === out.currency) return []
    const left = -flowOf(out)
    const expected = exchange(left, out.currency, currency, out.date)
    if (expected === undefined || expected <= 0) return []
    const found: Candidate<Row>[] = []
    for (let apart = 0; apart <= mostExchangeDays; apart++) {
      for (const at of new Set([day - apart, day + apart])) {
        for (const into of within(days.get(at) ?? [], expected)) {
          if (!isPossible(out, into) || !isWanted(out, into)) continue
          found.push({ out, into, days: apart, off: offBy(into, expected) })
        }
      }
    }
    return found
      .sort((a, b) => a.days - b.days || a.off - b.off || byIds(a, b))
      .slice(0, mostEach)
  })
}

/** Of rows by amount those that are about as much. */
function within<Row extends PairedSide>(
  rows: readonly Row[],
  expected: number,
): readonly Row[] {
  const most = Number((BigInt(expected) * slack.over) / slack.under)
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >> 1
    const row = rows[middle]
    if (row !== undefined && flowOf(row) < expected - most) from = middle + 1
    else to = middle
  }
  let end = from
  for (let row = rows[end]; row && flowOf(row) <= expected + most;) {
    end += 1
    row = rows[end]
  }
  return rows.slice(from, end)
}

function offBy(into: PairedSide, expected: number): number {
  const off = BigInt(Math.abs(flowOf(into) - expected))
  return Number((off * 1_000_000n) / BigInt(expected))
}
