import {
  addDays,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import {
  occurrenceDoc,
  occurrenceId,
} from '@ourmoney/shared/recurring/posted.ts'
import { doSteps } from '../acts.ts'
import { encoded } from '../review/write-missing.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { ActDeps } from '../steps.ts'
import { openDays, rulesOf } from './due.ts'

/** What is older a person posts; a device whose clock is years off writes no more than this. */
const mostDaysBack = 92

/**
 * Writes what rules post by themselves and is due by that day, as every
 * device does. Nothing that was ever there, and nothing that seems to be
 * there otherwise. Answers with how many.
 */
export async function postDue(
  today: LocalDate,
  model: ReadModel,
  deps: ActDeps,
): Promise<number> {
  const first = addDays(today, -mostDaysBack)
  await takeOutSkipped(first, model, deps)
  const { open } = await openDays({ model, store: deps.store }, today)
  const docs = open
    .filter(
      ({ rule, date, isFresh, alike }) =>
        rule.post === 'on-the-day' &&
        isFresh &&
        alike === undefined &&
        date >= first,
    )
    .flatMap(({ rule, date }) => occurrenceDoc(rule, date) ?? [])
  if (docs.length === 0) return 0
  const refused = await deps.store.write(
    docs.map(encoded),
    new Map(docs.map(doc => [doc._id, doc])),
  )
  return docs.length - refused.length
}

/** A device may have posted what was left out on another: unless somebody has touched it since, it goes. */
async function takeOutSkipped(
  first: LocalDate,
  model: ReadModel,
  deps: ActDeps,
): Promise<void> {
  const ids = rulesOf(model)
    .filter(({ post }) => post === 'on-the-day')
    .flatMap(({ _id, skipped = [] }) =>
      skipped
        .filter(date => date >= first)
        .map(date => occurrenceId(_id, date)),
    )
    .filter(id => model.recurring.stateOf(id) === 'posted')
  await doSteps(
    ids.map(id => ({
      step: 'rewrite',
      id,
      rewrite: doc => (doc.log === undefined ? 'remove' : undefined),
      locked: 'skip',
    })),
    deps,
  )
}
