import {
  addDays,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import { repeatableOf, isWhole } from '@ourmoney/shared/capture/repeatable.ts'
import { dueDays, occurrenceId } from '@ourmoney/shared/recurring/posted.ts'
import { compareText } from '@ourmoney/shared/sync/groups.ts'
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

export type OpenDays = {
  /** What was due by that day and neither posted, left out nor deleted; the oldest first. */
  readonly open: readonly OpenDay[]
  /** What may be a payment that is due later, written down already; each transaction is one payment at most. */
  readonly findAlike: FindAlike
}

type FindAlike = (rule: Rule, date: LocalDate) => AlikeTransaction | undefined

export async function openDays(
  { model, store }: Parts,
  today: LocalDate,
): Promise<OpenDays> {
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
  const findAlike = alikeFinder(model, ids)
  return {
    findAlike,
    open: open
      .filter(({ id }) => !gone.has(id))
      .sort((a, b) => compareText(a.date, b.date))
      .map(({ rule, date, id, state }) => ({
        rule,
        date,
        id,
        isFresh: state === 'unknown',
        alike: findAlike(rule, date),
      })),
  }
}

function alikeFinder(model: ReadModel, posted: ReadonlySet<string>): FindAlike {
  const taken = new Set(posted)
  return (rule, date) => {
    const draft = draftOf(rule)
    const found = draft && model.recurring.alike(draft, date, taken)
    if (found !== undefined) taken.add(found.id)
    return found
  }
}
