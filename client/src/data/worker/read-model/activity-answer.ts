import { dateInZone } from '@ourmoney/shared/calendar/local-date.ts'
import { editsOf } from '@ourmoney/shared/sync/history.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type {
  Activity,
  ActivityAnswer,
  ActivityQuery,
} from '../../views/past.ts'
import type { Book } from './book.ts'
import { namesIn } from './names-in.ts'

/** One thing that was done to one record; of a file that was brought in, with how much was in it. */
export type Deed = Pick<Activity, 'did' | 'at' | 'by' | 'kind' | 'fields'> & {
  readonly id: string
  readonly count?: number | undefined
}

/** So near to each other it is one go. */
const oneGo = 2 * 60_000
const mostIds = 3

/** All that is known to have been done, the newest first. */
export function deedsOf(book: Book): readonly Deed[] {
  const deeds = [...book.kept.all()].flatMap(doc => [
    ...made(doc),
    ...editsOf(doc).map(({ did, at, by, fields }) => ({
      ...(doc.kind === 'importBatch' && did === 'edited'
        ? ({ did: 'imported', kind: 'transaction', count: doc.count } as const)
        : { did, kind: doc.kind }),
      at,
      by,
      id: doc._id,
      fields: fields.map(({ field }) => field),
    })),
  ])
  const untouched = [...rowsMade(book), ...book.small.all().flatMap(made)]
  const known = new Set(deeds.map(({ id }) => id))
  return [...deeds, ...untouched.filter(({ id }) => !known.has(id))].sort(
    (a, b) => b.at - a.at,
  )
}

/** What was done, by day, and what one person did in one go as one. */
export function activityAnswer(
  book: Book,
  deeds: readonly Deed[],
  { member, until, most }: ActivityQuery,
): ActivityAnswer {
  const zone = book.docs('ledger')[0]?.timeZone ?? 'UTC'
  const days: { date: string; acts: Activity[] }[] = []
  let count = 0
  for (const deed of deeds) {
    if (member !== undefined && deed.by !== member) continue
    const date = dateInZone(deed.at, zone)
    if (until !== undefined && date > until) continue
    const day = days.at(-1)
    const last = day?.date === date ? day.acts.at(-1) : undefined
    if (last !== undefined && isSameGo(last, deed)) {
      day?.acts.splice(-1, 1, joined(last, deed))
      continue
    }
    if (count === most) return answer(true)
    count += 1
    const { id, count: many = 1, ...act } = deed
    const begun = { ...act, count: many, ids: [id] }
    if (day?.date === date) day.acts.push(begun)
    else days.push({ date, acts: [begun] })
  }
  return answer(false)

  function answer(hasMore: boolean): ActivityAnswer {
    return { byDay: days, hasMore, names: namesIn(book, days) }
  }
}

function isSameGo(act: Activity, deed: Deed): boolean {
  return (
    act.did === deed.did &&
    act.did !== 'imported' &&
    act.kind === deed.kind &&
    act.by === deed.by &&
    act.at - deed.at <= oneGo
  )
}

/** `at` moves back to the first of them, so that a long go stays one. */
function joined(act: Activity, { id, at, fields }: Deed): Activity {
  const isKnown = act.ids.includes(id)
  return {
    ...act,
    at,
    count: isKnown ? act.count : act.count + 1,
    ids: isKnown || act.ids.length >= mostIds ? act.ids : [...act.ids, id],
    fields: [...new Set([...act.fields, ...fields])],
  }
}

/** An import has no clock: its records are in the file's, not in what people did. */
function made(doc: Doc): readonly Deed[] {
  const { createdAt, createdBy, kind, _id } = doc
  const isImported = kind === 'transaction' && doc.source !== undefined
  return createdAt === undefined || isImported
    ? []
    : [{ ...creation(kind, _id), at: createdAt, by: createdBy }]
}

function rowsMade(book: Book): readonly Deed[] {
  const { entered, author, references, ids } = book.columns
  return Array.from(book.all()).flatMap(at => {
    const since = entered[at] ?? 0
    if (since === 0) return []
    const by = author[at] ?? 0
    return {
      ...creation('transaction', ids[at] ?? ''),
      at: since,
      by: by === 0 ? undefined : references.textOf(by),
    }
  })
}

function creation(kind: Kind, id: string) {
  return { did: 'created', kind, id, fields: [] } as const
}
