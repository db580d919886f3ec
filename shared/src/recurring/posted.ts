import type { LocalDate } from '../calendar/local-date.ts'
import { again } from '../capture/repeatable.ts'
import { encodeDoc } from '../sync/encode.ts'
import { derivedId } from '../sync/ids.ts'
import {
  schemaVersion,
  type DocOf,
  type TransactionDoc,
} from '../sync/kinds.ts'
import type { DateRange } from '../calendar/period.ts'
import { occurrencesIn } from './occurrences.ts'
import { readRecurrence } from './recurrence.ts'

type RecurringDoc = DocOf<'recurring'>

/** Id of the transaction that a rule has on a day: the same on every device, so that two never double it. */
export function occurrenceId(recurring: string, date: LocalDate): string {
  return derivedId('transaction', 'recurring', recurring, date)
}

/**
 * The transaction of a rule on a day as its first version: without clock,
 * person or device, so that devices which post it alone write the same bytes.
 * An amount that turned out otherwise is an edit of it. `undefined` where the
 * rule's draft lacks what a transaction needs.
 */
export function occurrenceDoc(
  { _id, draft }: Pick<RecurringDoc, '_id' | 'draft'>,
  date: LocalDate,
): TransactionDoc | undefined {
  const fields = again(draft, date)
  if (fields === undefined) return undefined
  const doc: TransactionDoc = {
    ...fields,
    _id: occurrenceId(_id, date),
    kind: 'transaction',
    v: schemaVersion,
    recurring: _id,
  }
  return encodeDoc(doc)
}

/** What of a rule says on which days it is due. */
export type Plan = Pick<
  RecurringDoc,
  'rrule' | 'start' | 'stopped' | 'paused' | 'since' | 'skipped'
>

/**
 * Days of a range on which a rule is due, earliest first; none from the day
 * that it was stopped or paused on, none before it was taken up again, none
 * that are left out, and none of a rule that cannot be read.
 */
export function dueDays(
  { rrule, start, stopped, paused, since = start, skipped }: Plan,
  range: DateRange,
  most?: number,
): readonly LocalDate[] {
  const rule = readRecurrence(rrule)
  if (!rule.ok) return []
  const from = range.from < since ? since : range.from
  if (from > range.to) return []
  const left = new Set(skipped)
  return occurrencesIn(rule.value, start, { ...range, from }, most).filter(
    day =>
      (stopped === undefined || day < stopped) &&
      (paused === undefined || day < paused) &&
      !left.has(day),
  )
}
