import {
  addDays,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import { dueDays, occurrenceId } from '@ourmoney/shared/recurring/posted.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { compareText } from '@ourmoney/shared/sync/groups.ts'
import type {
  AlikeTransaction,
  DueDay,
  Occurrence,
  OccurrencesAnswer,
  OccurrencesQuery,
  RecurringAnswer,
  RecurringQuery,
  RecurringRule,
} from '../../views/recurring.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { draftOf, openDays, rulesOf } from './due.ts'

type Rule = DocOf<'recurring'>
type Parts = Pick<LedgerParts, 'model' | 'store'>

/** What a list shows ahead at most. */
const mostAhead = 200

export async function recurringAnswer(
  parts: Parts,
  { today, until }: RecurringQuery,
): Promise<RecurringAnswer> {
  const { model } = parts
  const rules = rulesOf(model)
  const { open, findAlike } = await openDays(parts, today)
  const ahead = rules.flatMap(rule =>
    dueDays(rule, { from: addDays(today, 1), to: until }, mostAhead)
      .filter(date => !isPosted(model, rule, date))
      .map(date => ({ rule, date })),
  )
  return {
    rules: rules
      .map(doc => describe(model, doc, today))
      .sort(
        (a, b) =>
          order[a.state] - order[b.state] ||
          compareText(a.next ?? '9', b.next ?? '9') ||
          a.doc.name.localeCompare(b.doc.name),
      ),
    due: open.map(({ rule, date, alike }) => dueDay(rule, date, alike)),
    ahead: ahead
      .sort((a, b) => compareText(a.date, b.date))
      .slice(0, mostAhead)
      .map(({ rule, date }) => dueDay(rule, date, findAlike(rule, date))),
  }
}

function dueDay(
  { _id }: Rule,
  date: LocalDate,
  alike: AlikeTransaction | undefined,
): DueDay {
  return { recurring: _id, date, ...(alike && { alike }) }
}

const order = { active: 0, paused: 1, ended: 2 } as const

function describe(
  model: ReadModel,
  doc: Rule,
  today: LocalDate,
): RecurringRule {
  const draft = draftOf(doc)
  return {
    doc,
    state: stateOf(doc, today),
    draft,
    next: nextOf(model, doc, today),
    baseMinor: draft && inBase(model, draft, today),
    timesAYear: dueDays(
      { ...doc, skipped: [] },
      { from: addDays(today, 1), to: addDays(today, 365) },
    ).length,
  }
}

function stateOf(doc: Rule, today: LocalDate): RecurringRule['state'] {
  const { stopped, paused } = doc
  if (stopped !== undefined && stopped <= today) return 'ended'
  if (paused !== undefined) return 'paused'
  const century = { from: today, to: addDays(today, 36_525) }
  return dueDays({ ...doc, skipped: [] }, century, 1).length > 0
    ? 'active'
    : 'ended'
}

/** Days that were posted ahead are few. */
const mostAheadPosted = 30

function nextOf(
  model: ReadModel,
  doc: Rule,
  today: LocalDate,
): LocalDate | undefined {
  const most = mostAheadPosted + (doc.skipped?.length ?? 0)
  const range = { from: today, to: addDays(today, 36_525) }
  return dueDays(doc, range, most).find(date => !isPosted(model, doc, date))
}

function isPosted(model: ReadModel, { _id }: Rule, date: LocalDate): boolean {
  return model.recurring.stateOf(occurrenceId(_id, date)) === 'posted'
}

function inBase(
  model: ReadModel,
  { minor, currency }: { readonly minor: number; readonly currency: string },
  today: LocalDate,
): number | undefined {
  const base = model.base()
  if (currency === base) return minor
  const rate = model.rateOn(currency, today)
  return rate && convertMinor(minor, currency, base, [rate])
}

/** Also of days that are left out: what was posted all the same is seen. */
export async function occurrencesAnswer(
  { model, store }: Parts,
  { id, today, most }: OccurrencesQuery,
): Promise<OccurrencesAnswer> {
  const rule = model.docs('recurring').find(({ _id }) => _id === id)
  if (rule === undefined) return { days: [] }
  const range = { from: rule.start, to: today }
  const { skipped = [] } = rule
  const days = new Set(dueDays({ ...rule, skipped: [] }, range).slice(-most))
  for (const date of skipped) if (date <= today) days.add(date)
  const newest = [...days].sort().reverse().slice(0, most)
  const ids = newest.map(date => occurrenceId(id, date))
  // Of what was removed for good only the database knows.
  const stored = await store.read(ids)
  return {
    days: newest.map((date, at): Occurrence => {
      const occurrence = ids[at] ?? ''
      const posted = model.recurring.posted(occurrence)
      if (posted !== undefined) {
        return { date, id: occurrence, state: 'posted', posted }
      }
      if (skipped.includes(date)) {
        return { date, id: occurrence, state: 'skipped' }
      }
      const isDue = stored[at] === undefined || stored[at]['unposted'] === true
      return { date, id: occurrence, state: isDue ? 'due' : 'deleted' }
    }),
  }
}
