import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { OtherSide } from '../../statements.ts'
import type { BroughtIn } from '../read-model/brought-in.ts'
import { idBeside, type RowIds } from './give-ids.ts'
import type { Reviewed } from './reviewed.ts'

/** Sides of the ledger that rows of the file are, `side` by `side`. */
export type Claimed = Set<string>

/** A transfer has two sides, of which a row is one. */
export function sideKey(id: string, account: string): string {
  return `${id} ${account}`
}

/** Beyond so many days two movements with one name of the bank's are two. */
const mostApart = 10

/** Gives every row one of its ids, and says of each whether the ledger knows it. */
export function compareWithLedger(
  rows: readonly Reviewed[],
  ids: readonly RowIds[],
  broughtIn: BroughtIn,
): Claimed {
  const claimed: Claimed = new Set()
  const inFile = new Map<string, Reviewed>()
  rows.forEach((row, at) => {
    const own = ids[at]
    if (own === undefined) return
    const known = knownAs(row, own, broughtIn)
    row.id = known.id
    if (known.transaction !== undefined) {
      claimed.add(sideKey(known.transaction, row.account))
      row.state = 'known'
      row.isTaken = false
      row.known = known.transaction
      return
    }
    if (row.read === undefined) return
    const twin = inFile.get(row.id)
    if (twin !== undefined) {
      claimed.add(sideKey(row.id, row.account))
      row.state = row.toAccount === undefined ? 'known' : 'transfer'
      row.isTaken = false
      row.other = shownAs(twin)
      return
    }
    inFile.set(row.id, row)
    row.state =
      known.isDeleted === true
        ? 'deleted-before'
        : row.toAccount === undefined
          ? 'new'
          : 'transfer'
    row.isTaken = row.state !== 'deleted-before'
  })
  return claimed
}

/** A row as the other side of another. */
export function shownAs(reviewed: Reviewed): OtherSide {
  const { row, fields, currency, account } = reviewed
  return {
    row,
    description: fields?.description ?? '',
    date: fields?.date ?? '',
    minor: fields?.minor ?? 0,
    currency,
    account,
  }
}

type Known = {
  readonly id: string
  readonly transaction?: string | undefined
  readonly isDeleted?: boolean
}

function knownAs(
  row: Reviewed,
  { all: ids, own }: RowIds,
  broughtIn: BroughtIn,
): Known {
  // It came from here: whatever day a person has moved it to since.
  const itself = own && broughtIn.transactionOf(own)
  if (own !== undefined && itself !== undefined) {
    return { id: own, transaction: itself }
  }
  const day = row.read && dayNumber(row.read.date)
  const isOf = (transaction: string) =>
    day === undefined ||
    Math.abs(broughtIn.firstDayOf(transaction) - day) <= mostApart
  let isTaken = false
  for (const id of ids) {
    const transaction = broughtIn.transactionOf(id)
    if (transaction === undefined) continue
    if (isOf(transaction)) return { id, transaction }
    isTaken = true
  }
  if (isTaken) {
    // The bank has given the name of an old movement to a new one.
    const id = idBeside(row)
    const transaction = broughtIn.transactionOf(id)
    const deleted = broughtIn.deletedAs(id)
    return { id: deleted ?? id, transaction, isDeleted: deleted !== undefined }
  }
  const may = own === undefined ? ids : [own, ...ids]
  for (const id of may) {
    const deleted = broughtIn.deletedAs(id)
    if (deleted !== undefined) return { id: deleted, isDeleted: true }
  }
  return { id: ids[0] }
}
