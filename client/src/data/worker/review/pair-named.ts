import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { mostDays } from '@ourmoney/shared/transaction/transfer-pairs.ts'
import { shownAs, sideKey, type Claimed } from './compare.ts'
import type { OpenRow } from './reviewed.ts'

/**
 * Rows that name the account at their other end, and what another row of the
 * file says there a few days apart, whether it names the first or nothing: one
 * transfer, not two. The nearest in time first.
 */
export function pairNamed(rows: readonly OpenRow[], claimed: Claimed): void {
  const offered = new Map<string, OpenRow[]>()
  for (const row of rows) {
    const { toAccount, currency, fields } = row
    if (toAccount === undefined) continue
    // What both say of one day has one id already.
    if (claimed.has(sideKey(row.id, toAccount))) continue
    const day = dayNumber(fields.date)
    const key = keyOf(toAccount, currency, -fields.minor, day)
    const queue = offered.get(key)
    if (queue === undefined) offered.set(key, [row])
    else queue.push(row)
  }
  const paired = new Set<OpenRow>()
  let open = rows
  for (let days = 0; days <= mostDays && offered.size > 0; days++) {
    open = open.filter(row => {
      if (paired.has(row)) return false
      const named = takeNamed(row, days, offered, paired)
      if (named === undefined) return true
      paired.add(row).add(named)
      tie(row, named)
      return false
    })
  }
}

function takeNamed(
  row: OpenRow,
  days: number,
  offered: ReadonlyMap<string, OpenRow[]>,
  paired: ReadonlySet<OpenRow>,
): OpenRow | undefined {
  const { account, currency, fields, toAccount } = row
  const day = dayNumber(fields.date)
  for (const at of new Set([day - days, day + days])) {
    const queue = offered.get(keyOf(account, currency, fields.minor, at)) ?? []
    const found = queue.findIndex(
      named =>
        !paired.has(named) &&
        (toAccount === undefined || toAccount === named.account),
    )
    if (found >= 0) return queue.splice(found, 1)[0]
  }
  return undefined
}

/** Of two that name each other the transfer is what leaves, as everywhere. */
function tie(row: OpenRow, named: OpenRow): void {
  const isOut = row.toAccount !== undefined && row.fields.minor < 0
  const [transfer, side] = isOut ? [row, named] : [named, row]
  side.state = 'transfer'
  side.match = 'link'
  side.isMatched = true
  side.other = shownAs(transfer)
}

function keyOf(
  account: string,
  currency: string,
  flow: number,
  day: number,
): string {
  return `${account} ${currency} ${flow} ${day}`
}
