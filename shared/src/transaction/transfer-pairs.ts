import { dayNumber } from '../calendar/day-number.ts'
import { flowOf, type Side } from './join-pair.ts'

export type PairedSide = Side & {
  /** Ids of those that somebody said it is no transfer with. */
  readonly apart?: readonly string[] | undefined
}

export type TransferPair<Row extends PairedSide> = {
  readonly out: Row
  readonly into: Row
}

/** A bank takes a weekend and a holiday at most. */
export const mostDays = 5

/**
 * Pairs that look like one transfer: the same amount of one currency that
 * leaves one account and comes into another within five days. Nearest dates
 * first, ties by id, so that every device finds the same; each transaction
 * stands in one pair at most. Newest pairs first.
 */
export function findTransferPairs<Row extends PairedSide>(
  rows: Iterable<Row>,
): readonly TransferPair<Row>[] {
  const byAmount = new Map<string, { out: Row[]; into: Row[] }>()
  for (const row of rows) {
    const flow = flowOf(row)
    if (row.type === 'transfer' || !row.account || flow === 0) continue
    const key = `${row.currency} ${Math.abs(flow)}`
    const sides = byAmount.get(key) ?? { out: [], into: [] }
    byAmount.set(key, sides)
    sides[flow < 0 ? 'out' : 'into'].push(row)
  }
  return [...byAmount.values()]
    .flatMap(({ out, into }) => matchSides(out, into))
    .sort((a, b) => compareText(b.out.date, a.out.date) || byIds(a, b))
}

/** Of one amount, day by day further apart. */
function matchSides<Row extends PairedSide>(
  outs: readonly Row[],
  intos: readonly Row[],
): TransferPair<Row>[] {
  // Most amounts only leave, or only come in.
  if (outs.length === 0 || intos.length === 0) return []
  const waiting = queuesByDay(intos)
  let open = outs.toSorted((a, b) => compareText(a.id, b.id))
  const pairs: TransferPair<Row>[] = []
  for (let days = 0; days <= mostDays; days++) {
    open = open.filter(out => {
      const day = dayNumber(out.date)
      const queues = [...new Set([day - days, day + days])].flatMap(each => [
        ...(waiting.get(each)?.values() ?? []),
      ])
      const into = takeFirst(queues, out)
      if (into !== undefined) pairs.push({ out, into })
      return into === undefined
    })
  }
  return pairs
}

/** By day and account, so that a match is found without looking at all of them. */
function queuesByDay<Row extends PairedSide>(rows: readonly Row[]) {
  const days = new Map<number, Map<string, Row[]>>()
  for (const row of rows.toSorted((a, b) => compareText(a.id, b.id))) {
    const day = dayNumber(row.date)
    const accounts = days.get(day) ?? new Map<string, Row[]>()
    days.set(day, accounts)
    const { account = '' } = row
    const queue = accounts.get(account)
    if (queue === undefined) accounts.set(account, [row])
    else queue.push(row)
  }
  return days
}

/** The one with the lowest id that may be the other side; it leaves its queue. */
function takeFirst<Row extends PairedSide>(
  queues: readonly Row[][],
  out: Row,
): Row | undefined {
  const found = queues
    .flatMap(queue => {
      const at = queue.findIndex(into => isPossible(out, into))
      const into = queue[at]
      return into === undefined ? [] : [{ queue, at, into }]
    })
    .sort((a, b) => compareText(a.into.id, b.into.id))[0]
  found?.queue.splice(found.at, 1)
  return found?.into
}

/** Of two accounts, and nobody said that they are two. */
export function isPossible(out: PairedSide, into: PairedSide): boolean {
  return (
    out.account !== into.account &&
    out.apart?.includes(into.id) !== true &&
    into.apart?.includes(out.id) !== true
  )
}

export function byIds(
  a: { readonly out: Side; readonly into: Side },
  b: { readonly out: Side; readonly into: Side },
): number {
  return compareText(a.out.id, b.out.id) || compareText(a.into.id, b.into.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
