import {
  addDays,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import { repeatableOf, isWhole } from '@ourmoney/shared/capture/repeatable.ts'
import { dueDays, occurrenceId } from '@ourmoney/shared/recurring/posted.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { AlikeTransaction, WholeDraft } from '../../views/recurring.ts'
import type { DocStore } from '../doc-store.ts'
import type { ReadModel } from '../read-model/read-model.ts'

type Rule = DocOf<'recurring'>

/** Days of what is looked back at, and how many due days of one rule. */
const back = { days: 400, most: 60 } as const
/** What was posted ahead of its day is near. */
const around = 31

/** A day that a rule was due on, and nothing has come of it. */
export type OpenDay = {
  readonly rule: Rule
  readonly date: LocalDate
  /** Of the transaction that it would be. */
  readonly id: string
  /** There is, or was, nothing of that id: what was taken back is no longer fresh. */
  readonly isFresh: boolean
  readonly alike: AlikeTransaction | undefined
}

type Parts = { readonly model: ReadModel; readonly store: DocStore }

/** What recurs, without what was offered and not wanted. */
export function rulesOf(model: ReadModel): readonly Rule[] {
  return model.docs('recurring').filter(({ declined }) => declined !== true)
}

export function draftOf({ draft }: Rule): WholeDraft | undefined {
  const kept = repeatableOf(draft)
  return isWhole(kept) ? kept : undefined
}

/** What was due by that day and neither posted, left out nor deleted; the oldest first. */
export async function openDays(
  { model, store }: Parts,
  today: LocalDate,
): Promise<readonly OpenDay[]> {
  const range = { from: addDays(today, -back.days), to: addDays(today, around) }
  const all = rulesOf(model).flatMap(rule =>
    dueDays(rule, range)
      .slice(-back.most)
      .map(date => ({ rule, date, id: occurrenceId(rule._id, date) })),
  )
  const ids = new Set(all.map(({ id }) => id))
  const days = all.filter(({ date }) => date <= today)
  const open = days.flatMap(day => {
    const state = model.recurring.stateOf(day.id)
    return state === 'unknown' || state === 'due' ? [{ ...day, state }] : []
  })
  // Of what was removed for good only the database knows.
  const asked = open.filter(({ state }) => state === 'unknown')
  const stored = await store.read(asked.map(({ id }) => id))
  const gone = new Set(
    asked.filter((_, at) => stored[at] !== undefined).map(({ id }) => id),
  )
  return open
    .filter(({ id }) => !gone.has(id))
    .map(({ rule, date, id, state }) => {
      const draft = draftOf(rule)
      return {
        rule,
        date,
        id,
        isFresh: state === 'unknown',
        alike: draft && model.recurring.alike(draft, date, ids),
      }
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
