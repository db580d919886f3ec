import type { BatchUndone } from '../../statements.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { WorkProgress } from '../../changes.ts'
import { batchSize, doSteps } from '../acts.ts'
import type { Doing } from '../doing.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { ActDeps, Inverse, Step } from '../steps.ts'
import { importEdits } from './import-stamp.ts'

export type UndoBatchDeps = {
  readonly deps: ActDeps
  readonly model: ReadModel
  readonly asOneAct: Doing['asOneAct']
  readonly onProgress: (progress: WorkProgress) => void
  readonly isCancelled: () => boolean
}

/**
 * Removes what a batch brought in and takes back what it did to other
 * transactions, as one act. What somebody edited since stays.
 */
export async function undoBatch(
  batch: string,
  { deps, model, asOneAct, onProgress, isCancelled }: UndoBatchDeps,
): Promise<BatchUndone> {
  // What is looked through has to be there as a whole.
  const [stored] = await deps.store.read([batch])
  if (stored === undefined) throw new LedgerError('not-found', batch)
  const { steps, kept } = stepsFor(batch, model)
  const all = steps.length
  let progress: WorkProgress = { phase: 'done', done: 0, all }
  if (all > 0) {
    await asOneAct(all, 'removed', async ({ keep, wrote }) => {
      const inverse: Inverse[] = []
      for (let at = 0; at < all && !isCancelled(); at += batchSize) {
        const part = steps.slice(at, at + batchSize)
        inverse.unshift(await doSteps(part, deps, { keep }))
        progress = { phase: 'writing', done: at + part.length, all }
        wrote(progress.done, all)
        onProgress(progress)
      }
      return inverse.flat()
    })
  }
  const phase = progress.done < all ? 'cancelled' : 'done'
  const undone = { ...progress, phase, kept } as const
  onProgress({ phase, done: undone.done, all })
  return undone
}

function stepsFor(
  batch: string,
  { broughtIn }: ReadModel,
): {
  readonly steps: readonly Step[]
  readonly kept: BatchUndone['kept']
} {
  const rows = broughtIn.rowsOf(batch)
  const kept: BatchUndone['kept'][number][] = []
  const removed: Step[] = []
  const joined = new Set<string>()
  for (const id of rows) {
    const doc = broughtIn.keptDoc(id)
    if (doc !== undefined && importEdits(doc, batch).isEditedSince) {
      kept.push({ id, words: broughtIn.shown(id)?.description ?? '' })
      continue
    }
    removed.push({ step: 'remove', id })
    if (doc?.kind === 'transaction' && doc.joined) joined.add(doc.joined)
  }
  const ofBatch = new Set(rows)
  const others = [...broughtIn.keptDocs()].flatMap((doc): readonly Step[] => {
    const { _id: id } = doc
    if (doc.kind !== 'transaction' || ofBatch.has(id)) return []
    const isOwn = doc.source?.batch === batch
    if (doc._deleted === true) {
      // The side of a transfer that was there before comes back.
      return joined.has(id) && !isOwn ? [{ step: 'restore', id }] : []
    }
    return importEdits(doc, batch)
      .own.map(entry => ({ step: 'take-back', id, entry }) as const)
      .reverse()
  })
  return { steps: [...removed, ...others], kept }
}
