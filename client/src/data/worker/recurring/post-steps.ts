import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { occurrenceDoc } from '@ourmoney/shared/recurring/posted.ts'
import { decodeDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { rateToKeep } from '@ourmoney/shared/rate/kept-rate.ts'
import type { Change } from '../../changes.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { ActDeps, Step } from '../steps.ts'

type Post = Extract<Change, { change: 'post' }>
type Skip = Extract<Change, { change: 'skip' }>

/**
 * First each day as every device writes it, then, where it turned out
 * otherwise, what is other. What is there already is left alone; what was
 * deleted comes back.
 */
export async function postSteps(
  { due, set }: Post,
  deps: ActDeps,
): Promise<readonly Step[]> {
  const steps: Step[] = []
  for (const { recurring, date } of due) {
    const [rule] = await deps.store.read([recurring])
    const decoded = rule === undefined ? undefined : decodeDoc(rule)
    const found = decoded?.state === 'known' ? decoded.doc : undefined
    if (found?.kind !== 'recurring' || found._deleted === true) {
      throw new LedgerError('not-found', recurring)
    }
    const doc = occurrenceDoc(found, date)
    if (doc === undefined) throw new LedgerError('invalid', recurring)
    const [stored] = await deps.store.read([doc._id])
    if (stored !== undefined && stored['_deleted'] !== true) continue
    const id = doc._id
    const isBare = stored === undefined || decodeDoc(stored).state === 'gone'
    steps.push(
      isBare
        ? { step: 'create', id, doc, posting: true }
        : { step: 'restore', id, posting: true },
    )
    const { minor = doc.minor, date: day = doc.date } = set ?? {}
    const as = { ...doc, minor, date: day }
    const rate = rateToKeep(as, undefined, deps.rates())
    if (set === undefined && rate === undefined) continue
    const other = { minor, date: day, rate }
    steps.push({ step: 'edit', id, set: other, locked: 'keep' })
  }
  return steps
}

/** Days so long ago that nobody asks for them any more. */
const daysRemembered = 800

/** Leaves days of rules out, or takes them in again. */
export function skipSteps({ due, isSkipped }: Skip): readonly Step[] {
  const byRule = Map.groupBy(due, ({ recurring }) => recurring)
  return [...byRule].map(([id, days]) => {
    const dates = days.map(({ date }) => date)
    return {
      step: 'rewrite',
      id,
      rewrite: doc => skipped(doc, dates, isSkipped),
      locked: undefined,
    }
  })
}

function skipped(
  doc: Doc,
  dates: readonly string[],
  isSkipped: boolean,
): Fields | undefined {
  if (doc.kind !== 'recurring') return undefined
  const days = new Set(doc.skipped)
  for (const date of dates) {
    if (isSkipped) days.add(date)
    else days.delete(date)
  }
  const newest = [...days].sort().at(-1)
  const first = newest === undefined ? '' : addDays(newest, -daysRemembered)
  const left = [...days].filter(date => date >= first).sort()
  return { skipped: left.length > 0 ? left : undefined }
}
