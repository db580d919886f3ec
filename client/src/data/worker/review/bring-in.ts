import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import {
  schemaVersion,
  type Doc,
  type TransactionDoc,
} from '@ourmoney/shared/sync/kinds.ts'
import type { Change, WorkProgress } from '../../changes.ts'
import { LedgerError } from '../../ledger-error.ts'
import { doSteps, stepsOf } from '../acts.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { ActDeps, Step } from '../steps.ts'
import type { KeptReview } from './create-reviews.ts'
import { idAnew } from './give-ids.ts'
import { importStamp } from './import-stamp.ts'
import { namesOf } from './ledger-names.ts'
import type { Reviewed } from './reviewed.ts'
import { docOf, setOf, type Making } from './row-doc.ts'

/** Rows between two looks at who waits for the worker. */
const batchSize = 2_000

export type BringInDeps = {
  readonly deps: ActDeps
  readonly model: ReadModel
  readonly onProgress: (progress: WorkProgress) => void
  readonly isCancelled: () => boolean
}

/**
 * Writes what is taken of a review, batch by batch. Ids and first versions are
 * derived from the file: after a cancel or a crash the same file brings the
 * rest, and brings nothing twice.
 */
export async function bringIn(
  review: KeptReview,
  { deps: own, model, onProgress, isCancelled }: BringInDeps,
): Promise<WorkProgress & { readonly batch: string }> {
  const { batch } = review
  const deps: ActDeps = { ...own, newStamp: importStamp(batch, own.newStamp) }
  const taken = review.rows.filter(row => row.isTaken && row.fields)
  const all = taken.length
  let done = 0
  const finish = async (phase: 'done' | 'cancelled') => {
    const set = { broughtIn: true }
    await doSteps([{ step: 'edit', id: batch, set }], deps)
    onProgress({ phase, done, all })
    return { phase, done, all, batch }
  }

  await writeBatch(review, deps)
  const making: Making = {
    format: review.format,
    batch,
    names: namesOf(model),
    rates: deps.rates(),
    others: new Map(),
    newStamp: deps.newStamp,
  }
  const joins = openJoins(review.rows)
  for (let at = 0; at < all; at += batchSize) {
    if (isCancelled()) return finish('cancelled')
    const rows = taken.slice(at, at + batchSize)
    await writeRows(rows, making, deps, model)
    await join(joins.ready(rows), deps)
    for (const row of rows) settle(row, model)
    done += rows.length
    onProgress({ phase: 'writing', done, all })
  }
  return finish('done')
}

/** The same on every device; that it was brought in is an edit of it. */
async function writeBatch(review: KeptReview, deps: ActDeps): Promise<void> {
  const { batch, format, fileHash, fileName, rows } = review
  await writeMissing(
    [
      {
        _id: batch,
        kind: 'importBatch',
        v: schemaVersion,
        format,
        fileHash,
        fileName,
        count: rows.length,
      },
    ],
    deps,
  )
}

/** What somebody edited stays as it is; what they deleted is needed again. */
async function writeMissing(
  docs: readonly Doc[],
  deps: ActDeps,
): Promise<void> {
  if (docs.length === 0) return
  const stored = await deps.store.read(docs.map(doc => doc._id))
  const missing = docs.filter((_, at) => stored[at] === undefined)
  if (missing.length > 0) await deps.store.write(missing.map(encoded))
  const gone = stored.flatMap(doc =>
    doc?.['_deleted'] === true
      ? [{ step: 'restore', id: doc._id } as const]
      : [],
  )
  if (gone.length > 0) await doSteps(gone, deps)
}

async function writeRows(
  rows: readonly Reviewed[],
  making: Making,
  deps: ActDeps,
  model: ReadModel,
): Promise<void> {
  const steps: Step[] = []
  const made = new Map<Reviewed, TransactionDoc>()
  for (const row of rows) {
    const { match, isMatched, other, id } = row
    if (match === 'link' && isMatched && other?.id !== undefined) {
      steps.push(linkStep(other.id, id))
      continue
    }
    if (isAnother(row)) {
      row.id = idAnew(row, each => isUsed(each, model))
    }
    made.set(row, docOf(row, making))
  }
  await writeMissing([...making.others.values()], deps)
  making.others.clear()

  const wanted = [...made]
  const stored = await deps.store.read(wanted.map(([row]) => row.id))
  const fresh: StoredDoc[] = []
  const checked = new Map<string, Doc>()
  wanted.forEach(([row, doc], at) => {
    const before = stored[at]
    const isDeleted = before?.['_deleted'] === true
    if (before !== undefined && !isDeleted) return
    if (isDeleted && row.state !== 'deleted-before') {
      // So long ago that nothing was left of it here.
      row.state = 'deleted-before'
      row.isTaken = false
      return
    }
    if (before !== undefined && decodeDoc(before).state !== 'gone') {
      const set = { ...setOf(row, making), source: doc.source }
      steps.push({ step: 'bring-back', id: row.id, set })
      return
    }
    const next = encodeDoc({ ...doc, ...revOf(before) })
    const result = checkDoc(next)
    if (!result.ok) {
      refuse(row, result.failure)
      return
    }
    fresh.push(encoded(next))
    checked.set(next._id, next)
  })
  if (fresh.length > 0) await deps.store.write(fresh, checked)
  if (steps.length > 0) await doSteps(steps, deps)
}

function revOf(stored: StoredDoc | undefined): { _rev?: string } {
  const rev = stored?.['_rev']
  return typeof rev === 'string' ? { _rev: rev } : {}
}

/** It is brought in although it looks like one that is there. */
function isAnother({ state, toAccount, other }: Reviewed): boolean {
  const isSide = toAccount !== undefined && other?.row !== undefined
  return state === 'known' || (state === 'transfer' && isSide)
}

function isUsed(id: string, { broughtIn }: ReadModel): boolean {
  return broughtIn.transactionOf(id) !== undefined || broughtIn.wasDeleted(id)
}

/** The transaction is that row: the next file that has it finds it. */
function linkStep(id: string, row: string): Step {
  return {
    step: 'rewrite',
    id,
    locked: 'keep',
    rewrite: doc =>
      doc.kind === 'transaction'
        ? { matched: [...new Set([...(doc.matched ?? []), row])].sort() }
        : undefined,
  }
}

type Join = Extract<Change, { readonly change: 'join' }>

/** Pairs whose sides have both been written. */
function openJoins(all: readonly Reviewed[]) {
  const byRow = new Map(all.map(row => [row.row, row]))
  const written = new Set<Reviewed>()
  return {
    ready: (rows: readonly Reviewed[]): readonly Join[] => {
      for (const row of rows) if (row.isTaken) written.add(row)
      return rows.flatMap(row => {
        const { match, isMatched, other, id } = row
        if (match !== 'join' || !isMatched || !written.has(row)) return []
        const change = { change: 'join', locked: 'keep' } as const
        if (other?.id !== undefined) return { ...change, ids: [other.id, id] }
        const side = byRow.get(other?.row ?? 0)
        if (side === undefined || !written.delete(side)) return []
        written.delete(row)
        return { ...change, ids: [side.id, id] }
      })
    },
  }
}

async function join(joins: readonly Join[], deps: ActDeps): Promise<void> {
  const steps: Step[] = []
  for (const each of joins) {
    try {
      steps.push(...(await stepsOf([each], deps)))
    } catch (error) {
      // What a person changed since does not fit any more: the two stay two.
      if (!(error instanceof LedgerError) || error.code !== 'invalid')
        throw error
    }
  }
  if (steps.length > 0) await doSteps(steps, deps)
}

/** Brought in, it is known. */
function settle(row: Reviewed, model: ReadModel): void {
  if (!row.isTaken) return
  row.isTaken = false
  row.state = 'known'
  row.match = undefined
  row.isMatched = false
  const id = model.broughtIn.transactionOf(row.id)
  row.other = id === undefined ? undefined : model.broughtIn.shown(id)
}

function refuse(row: Reviewed, issues: readonly string[]): void {
  row.state = 'unreadable'
  row.isTaken = false
  row.issue = {
    row: row.row,
    code: 'not-a-record',
    found: issues.join(', ').slice(0, 80),
    raw: row.raw,
  }
}

function encoded(doc: Doc): StoredDoc {
  return encodeDoc(doc) as unknown as StoredDoc
}
