import { schemaVersion } from '@ourmoney/shared/sync/kinds.ts'
import type { WorkProgress } from '../../changes.ts'
import type { FileBroughtIn } from '../../statements.ts'
import { doSteps } from '../acts.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { ActDeps } from '../steps.ts'
import type { KeptReview } from './create-reviews.ts'
import { idAnew } from './give-ids.ts'
import { importStamp } from './import-stamp.ts'
import { joinSides, openJoins } from './join-sides.ts'
import { isSideOfRow } from './link-rows.ts'
import { namesOf } from './ledger-names.ts'
import type { Outcome, Reviewed } from './reviewed.ts'
import { writeMissing } from './write-missing.ts'
import { writeRows, type Writing } from './write-rows.ts'

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
): Promise<FileBroughtIn> {
  const { batch } = review
  const deps: ActDeps = { ...own, newStamp: importStamp(batch, own.newStamp) }
  const taken = targetsFirst(
    review.rows.filter(row => row.isTaken && row.fields),
  )
  const all = taken.length
  let done = 0
  const finish = async (phase: 'done' | 'cancelled') => {
    const set = { broughtIn: true }
    await doSteps([{ step: 'edit', id: batch, set }], deps)
    onProgress({ phase, done, all })
    return { phase, done, all, batch, ...outcomeOf(review.rows) }
  }

  await writeBatch(review, deps)
  const joins = openJoins(taken)
  // Few files have rows that ask for others, and what is not made is not kept.
  let byRow: ReadonlyMap<number, Reviewed> | undefined
  const writing: Writing = {
    making: {
      format: review.format,
      batch,
      names: namesOf(model),
      rates: deps.rates(),
      others: new Map(),
      newStamp: deps.newStamp,
    },
    deps,
    idOfRow: number => {
      byRow ??= new Map(review.rows.map(row => [row.row, row]))
      return byRow.get(number)?.id
    },
    newIdOf: newIds(review.rows, model),
    tell: (row, outcome) => {
      row.outcome = outcome
      if (outcome !== 'added' || !joins.isOpen(row)) settle(row, model)
    },
  }
  for (let at = 0; at < all; at += batchSize) {
    if (isCancelled()) return finish('cancelled')
    const rows = taken.slice(at, at + batchSize)
    await writeRows(rows, writing)
    const pairs = joins.ready(rows)
    await joinSides(pairs, deps)
    for (const pair of pairs) joins.close(pair)
    for (const row of rows) settle(row, model)
    done += rows.length
    onProgress({ phase: 'writing', done, all })
  }
  return finish('done')
}

/** Rows that are the other side of a row come after it. */
function targetsFirst(rows: readonly Reviewed[]): readonly Reviewed[] {
  const others = rows.filter(row => !isSideOfRow(row))
  return [...others, ...rows.filter(isSideOfRow)]
}

/** Ids that neither the ledger has nor any row of the file. */
function newIds(rows: readonly Reviewed[], model: ReadModel) {
  let known: Set<string> | undefined
  return (row: Reviewed): string => {
    known ??= new Set(rows.map(({ id }) => id))
    const given = known
    const id = idAnew(
      row,
      each =>
        given.has(each) ||
        model.broughtIn.transactionOf(each) !== undefined ||
        model.broughtIn.deletedAs(each) !== undefined,
    )
    given.add(id)
    return id
  }
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

/** Brought in, it is known. */
function settle(row: Reviewed, model: ReadModel): void {
  const { outcome } = row
  if (!row.isTaken || outcome === undefined) return
  row.isTaken = false
  row.state = stateAfter[outcome]
  row.match = undefined
  row.isMatched = false
  row.other = undefined
  row.known = model.broughtIn.transactionOf(row.id)
}

const stateAfter = {
  added: 'known',
  matched: 'known',
  known: 'known',
  deleted: 'deleted-before',
  refused: 'unreadable',
} as const satisfies Record<Outcome, Reviewed['state']>

/** What came of a review by now, also of a time before that failed. */
function outcomeOf(
  rows: readonly Reviewed[],
): Pick<FileBroughtIn, 'added' | 'matched' | 'left'> {
  const counts = { added: 0, matched: 0, known: 0, deleted: 0, refused: 0 }
  for (const { outcome } of rows) {
    if (outcome !== undefined) counts[outcome] += 1
  }
  const { added, matched, ...left } = counts
  return { added, matched, left }
}
