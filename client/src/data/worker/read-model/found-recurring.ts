import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import {
  isWhole,
  repeatableOf,
  type Repeatable,
} from '@ourmoney/shared/capture/repeatable.ts'
import { nextOccurrence } from '@ourmoney/shared/recurring/occurrences.ts'
import { recurrenceText } from '@ourmoney/shared/recurring/recurrence.ts'
import {
  findRecurring,
  type FoundRecurring,
} from '@ourmoney/shared/report/find-recurring.ts'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type {
  AlikeTransaction,
  FoundPayment,
  WholeDraft,
} from '../../views/recurring.ts'
import type { TransactionRow } from '../../views/transactions.ts'
import type { Book } from './book.ts'
import { Dictionary } from './dictionary.ts'
import { rowAt } from './rows.ts'

/** Three years: what comes once a year is seen, and nobody waits for what was before. */
const daysBack = 1_100
/** As evidence. */
const mostRecent = 6
/** A rule knows a payment whose price has risen since. */
const mostOff = 0.35

const transfer = transactionTypes.indexOf('transfer')

/** A payment that recurs, whether or not a rule knows it. */
export type RecurringPayment = {
  /** Of the rule that it becomes: the same on every device. */
  readonly id: string
  /** From whom or for what, by direction and currency. */
  readonly key: string
  readonly rrule: string
  readonly found: FoundRecurring
  /** The last one as it can be made again. */
  readonly draft: WholeDraft
}

export type RecurringPayments = {
  /** Rows of the book that were looked at. */
  readonly places: Int32Array
  /** What has not stopped; its places are positions in `places`. */
  readonly payments: readonly RecurringPayment[]
}

/** What recurs in a book, as it was by that day. */
export function findPayments(book: Book, today: string): RecurringPayments {
  const { columns } = book
  const keys = new Dictionary()
  const day = dayNumber(today)
  const places = book.between(day - daysBack, day)
  const movements = {
    day: Int32Array.from(places, at => columns.day[at] ?? 0),
    minor: Float64Array.from(places, at => columns.minor[at] ?? 0),
    key: keysOf(book, places, keys),
  }
  const ordinals = new Map<string, number>()
  const payments = findRecurring(movements, day)
    .filter(({ status }) => status !== 'stopped')
    .flatMap(found => {
      const last = places[found.places.at(-1) ?? -1] ?? -1
      const draft = draftAt(book, last, found)
      if (draft === undefined) return []
      const rrule = recurrenceText(found.rule)
      const key = keys.textOf(found.key)
      // Two policies of one insurer are told apart by what they cost.
      const of = `${key}|${rrule}`
      const ordinal = ordinals.get(of) ?? 0
      ordinals.set(of, ordinal + 1)
      const id = derivedId('recurring', 'found', key, rrule, String(ordinal))
      return [{ id, key, rrule, found, draft }]
    })
  return { places, payments }
}

/** Ids of rules whose payments are seen to recur. */
export function rulesSeen(
  book: Book,
  { payments }: RecurringPayments,
): ReadonlySet<string> {
  return new Set(knownBy(book, payments).values())
}

/** Of payments that recur those that no rule of the book knows. */
export function unknownPayments(
  book: Book,
  { places, payments }: RecurringPayments,
  today: string,
): readonly FoundPayment[] {
  const known = knownBy(book, payments)
  return payments
    .filter(({ id }) => !known.has(id))
    .map(({ id, rrule, found, draft }) => ({
      id,
      rrule,
      ...describe(book, found, draft, places, today),
    }))
}

function describe(
  book: Book,
  found: FoundRecurring,
  draft: WholeDraft,
  places: Int32Array,
  today: string,
): Omit<FoundPayment, 'id' | 'rrule'> {
  const movements = found.places.map(place => places[place] ?? 0)
  return {
    draft,
    next: nextOccurrence(found.rule, found.start, today) ?? today,
    isLate: found.status === 'late',
    isFixed: found.isFixed,
    yearlyMinor: found.yearlyMinor,
    count: movements.length,
    first: fromDayNumber(found.firstDay),
    last: fromDayNumber(found.lastDay),
    missed: found.missed.map(fromDayNumber),
    prices: found.prices.map(({ day, beforeMinor, minor }) => ({
      date: fromDayNumber(day),
      beforeMinor,
      minor,
    })),
    recent: movements
      .slice(-mostRecent)
      .reverse()
      .map(at => movementAt(book, at)),
  }
}

function movementAt({ columns }: Book, at: number): AlikeTransaction {
  return {
    id: columns.ids[at] ?? '',
    date: fromDayNumber(columns.day[at] ?? 0),
    minor: columns.minor[at] ?? 0,
  }
}

/** From whom or for what each is, by direction and currency. */
function keysOf(book: Book, places: Int32Array, keys: Dictionary): Int32Array {
  const { columns, folded } = book
  const descriptions = folded.descriptions()
  // Of all combinations few are there: each becomes a text once.
  const numbers = new Map<number, number>()
  const names = new Dictionary()
  return Int32Array.from(places, at => {
    const type = columns.type[at] ?? 0
    const name =
      type === transfer
        ? names.numberOf(
            `${columns.idOf(columns.account[at])}>${columns.idOf(columns.toAccount[at])}`,
          )
        : columns.payee[at]
          ? names.numberOf(columns.idOf(columns.payee[at]) ?? '')
          : names.numberOf(
              `=${descriptions[columns.description[at] ?? 0] ?? ''}`,
            )
    const currency = columns.currency[at] ?? 0
    const combined = (name * 1_024 + currency) * 4 + type
    const known = numbers.get(combined)
    if (known !== undefined) return known
    const number = keys.numberOf(
      keyText(type, columns.currencies.textOf(currency), names.textOf(name)),
    )
    numbers.set(combined, number)
    return number
  })
}

function keyText(type: number, currency: string, name: string): string {
  return `${type}|${currency}|${name}`
}

/** The key of a payment by its fields. */
function keyOf(draft: Repeatable): string {
  const { type = 'expense', currency = '', payee, description = '' } = draft
  const name =
    type === 'transfer'
      ? `${draft.account}>${draft.toAccount}`
      : (payee ?? `=${foldText(description)}`)
  return keyText(transactionTypes.indexOf(type), currency, name)
}

/**
 * By ids of what a rule stands for, or somebody did not want, that rule: each
 * for one payment, its own or else the one of about its amount, for two
 * salaries may be called the same.
 */
function knownBy(
  book: Book,
  payments: readonly RecurringPayment[],
): ReadonlyMap<string, string> {
  const rules = book.docs('recurring')
  const ids = new Set(rules.map(({ _id }) => _id))
  const known = new Map(
    payments
      .filter(({ id }) => ids.has(id))
      .map(({ id }): [string, string] => [id, id]),
  )
  for (const rule of rules) {
    if (known.has(rule._id)) continue
    const draft = draftOfRule(rule)
    const key = keyOf(draft)
    const off = (payment: RecurringPayment) =>
      Math.abs((draft.minor ?? 0) - payment.draft.minor)
    const [closest] = payments
      .filter(each => each.key === key && !known.has(each.id))
      .filter(each => off(each) <= each.draft.minor * mostOff)
      .sort((a, b) => off(a) - off(b))
    if (closest !== undefined) known.set(closest.id, rule._id)
  }
  return known
}

function draftOfRule({ draft }: DocOf<'recurring'>): Repeatable {
  return repeatableOf(draft)
}

/** The last one as it can be made again, of the amount that it usually is. */
function draftAt(
  book: Book,
  at: number,
  { minor }: FoundRecurring,
): WholeDraft | undefined {
  if (at < 0) return undefined
  const row = rowAt(book, at)
  const isSame = row.minor === minor
  const draft: Repeatable = {
    type: row.type,
    description: row.description || nameOfPayee(book, row.payee),
    minor,
    currency: row.currency,
    account: row.account,
    toAccount: row.toAccount,
    category: row.category,
    payee: row.payee,
    member: row.member,
    ...(row.tags.length > 0 && { tags: [...row.tags] }),
    // Parts belong to an amount.
    ...(isSame && row.parts.length > 0 && { splits: row.parts.map(partOf) }),
    ...(isSame && { toMinor: row.toMinor }),
  }
  const kept = repeatableOf(draft)
  return isWhole(kept) ? kept : undefined
}

function nameOfPayee(book: Book, payee: string | undefined): string {
  return book.docs('payee').find(({ _id }) => _id === payee)?.name ?? ''
}

function partOf({ category, member, minor }: TransactionRow['parts'][number]) {
  return {
    minor,
    ...(category !== undefined && { category }),
    ...(member !== undefined && { member }),
  }
}
