import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import {
  findExchangePairs,
  type Exchange,
} from '@ourmoney/shared/transaction/exchange-pairs.ts'
import {
  findTransferPairs,
  mostDays,
  type PairedSide,
} from '@ourmoney/shared/transaction/transfer-pairs.ts'
import type { BroughtIn, LedgerSide } from '../read-model/brought-in.ts'
import { shownAs, sideKey, type Claimed } from './compare.ts'
import { pairNamed } from './pair-named.ts'
import { isOpen, type OpenRow, type Reviewed } from './reviewed.ts'

/** Somebody may have written it down on another day than the bank. */
const mostNear = 3

/**
 * Of rows that the ledger does not know: what it has that may be the same, and
 * the other sides of transfers. Of several the nearest in time, each for one
 * row. What looks like spending, for it has a category, is offered as a
 * transfer and not made one.
 */
export function findOthers(
  rows: readonly Reviewed[],
  claimed: Claimed,
  broughtIn: BroughtIn,
  exchange: Exchange,
): void {
  const open = rows.filter(isOpen)
  if (open.length === 0) return
  const days = open.map(({ fields }) => dayNumber(fields.date))
  const first = days.reduce((a, b) => Math.min(a, b))
  const last = days.reduce((a, b) => Math.max(a, b))
  const sides = broughtIn
    .sides(first - mostDays, last + mostDays)
    .filter(({ id, account }) => !claimed.has(sideKey(id, account)))
  const transfers = sides.filter(({ isTransfer }) => isTransfer)
  const others = sides.filter(({ isTransfer }) => !isTransfer)

  const taken = new Set<LedgerSide>()
  match(open, transfers, mostDays, taken, (row, side) => {
    row.state = 'transfer'
    row.isMatched = true
    row.match = 'link'
    row.other = broughtIn.shown(side.id)
  })
  pairNamed(open.filter(isOpen), claimed)
  const ordinary = open.filter(({ state }) => state === 'new')
  match(ordinary, others, mostNear, taken, (row, side) => {
    row.state = 'near'
    row.match = 'link'
    row.isTaken = false
    row.other = broughtIn.shown(side.id)
  })
  pair(
    ordinary.filter(({ state }) => state === 'new'),
    others.filter(side => !taken.has(side)),
    broughtIn,
  )
  pairExchanges(
    ordinary.filter(({ state }) => state === 'new'),
    others.filter(side => !taken.has(side)),
    { broughtIn, exchange },
  )
}

/** Rows and sides of one account and amount, day by day further apart. */
function match(
  rows: readonly OpenRow[],
  sides: readonly LedgerSide[],
  most: number,
  taken: Set<LedgerSide>,
  found: (row: Reviewed, side: LedgerSide) => void,
): void {
  const queues = new Map<string, LedgerSide[]>()
  const key = (account: string, currency: string, flow: number, day: number) =>
    `${account} ${currency} ${flow} ${day}`
  for (const side of sides) {
    const { account, currency, flow, day } = side
    const queue = queues.get(key(account, currency, flow, day))
    if (queue === undefined) {
      queues.set(key(account, currency, flow, day), [side])
    } else queue.push(side)
  }
  let open = rows
  for (let days = 0; days <= most && queues.size > 0; days++) {
    open = open.filter(row => {
      const { account, currency, fields } = row
      const day = dayNumber(fields.date)
      // Who writes down what they spend may not say of which account.
      for (const at of new Set([day - days, day + days])) {
        for (const place of new Set([account, ''])) {
          const queue = queues.get(key(place, currency, fields.minor, at))
          const side = queue?.pop()
          if (side === undefined) continue
          taken.add(side)
          found(row, side)
          return false
        }
      }
      return true
    })
  }
}

type Side = PairedSide & {
  readonly of: OpenRow | LedgerSide
}

function pair(
  rows: readonly OpenRow[],
  sides: readonly LedgerSide[],
  broughtIn: BroughtIn,
): void {
  const amount = (currency: string, flow: number) =>
    `${currency} ${Math.abs(flow)}`
  const wanted = new Set(
    rows.map(({ currency, fields }) => amount(currency, fields.minor)),
  )
  const ofLedger = sides.filter(({ currency, flow }) =>
    wanted.has(amount(currency, flow)),
  )
  // Of many rows few have another with the same amount the other way.
  const moved = new Set([
    ...rows.map(({ currency, fields }) => `${currency} ${fields.minor}`),
    ...ofLedger.map(({ currency, flow }) => `${currency} ${flow}`),
  ])
  const ofRows = rows
    .filter(({ currency, fields }) => moved.has(`${currency} ${-fields.minor}`))
    .map(row => sideOf(row, row.id, row.fields.minor, row.fields.date))
  const all = [...ofRows, ...ofLedger.map(sideOfLedger)]
  for (const { out, into } of findTransferPairs(all)) {
    const [one, other] = [out.of, into.of]
    const isMatched = !isSpending(one) && !isSpending(other)
    tie(one, other, isMatched, broughtIn)
    tie(other, one, isMatched, broughtIn)
  }
}

/** A rate is no proof: whether the two are one somebody has to say. */
function pairExchanges(
  rows: readonly OpenRow[],
  sides: readonly LedgerSide[],
  how: { readonly broughtIn: BroughtIn; readonly exchange: Exchange },
): void {
  const { broughtIn, exchange } = how
  const ofFile = new Set(rows.map(({ currency }) => currency))
  const abroad = sides.filter(
    ({ currency }) => ofFile.size > 1 || !ofFile.has(currency),
  )
  if (ofFile.size < 2 && abroad.length === 0) return
  const ofRows = rows.map(row =>
    sideOf(row, row.id, row.fields.minor, row.fields.date),
  )
  const all: readonly Side[] = [...ofRows, ...abroad.map(sideOfLedger)]
  // Two that are there already are no business of the file.
  const isOfFile = (out: Side, into: Side) => isRow(out.of) || isRow(into.of)
  const pairs = findExchangePairs(all, exchange, isOfFile)
  for (const { out, into } of pairs) {
    tie(out.of, into.of, false, broughtIn)
    tie(into.of, out.of, false, broughtIn)
  }
}

function sideOfLedger(side: LedgerSide): Side {
  const date = fromDayNumber(side.day)
  return { ...sideOf(side, side.id, side.flow, date), apart: side.apart }
}

function sideOf(
  of: OpenRow | LedgerSide,
  id: string,
  flow: number,
  date: string,
): Side {
  const { account, currency } = of
  const type = flow < 0 ? 'expense' : 'income'
  return { of, id, type, minor: Math.abs(flow), currency, date, account }
}

function tie(
  one: OpenRow | LedgerSide,
  other: OpenRow | LedgerSide,
  isMatched: boolean,
  broughtIn: BroughtIn,
): void {
  if (!isRow(one)) return
  one.state = 'transfer'
  one.match = 'join'
  one.isMatched = isMatched
  one.other = isRow(other) ? shownAs(other) : broughtIn.shown(other.id)
}

function isSpending(side: OpenRow | LedgerSide): boolean {
  if (!isRow(side)) return side.isCategorised
  return side.fields.category !== undefined || side.newCategory !== undefined
}

function isRow(side: OpenRow | LedgerSide): side is OpenRow {
  return 'fields' in side
}
