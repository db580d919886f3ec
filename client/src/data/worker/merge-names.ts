import { canMerge } from '@ourmoney/shared/names/merged.ts'
import { redirect, type Merge } from '@ourmoney/shared/names/redirect.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { LedgerError, type MergeProgress } from '../ledger.ts'
import { doSteps } from './acts.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { ActDeps, Inverse, Step } from './steps.ts'

export type MergeDeps = ActDeps & {
  readonly model: Pick<ReadModel, 'docs' | 'usesOf'>
  readonly onProgress: (progress: MergeProgress) => void
  readonly isCancelled: () => boolean
}

/** Docs between two looks at who waits for the worker. */
const batchSize = 500

/**
 * Rewrites every reference batch by batch, then archives what was merged with
 * a mark of what it became. The mark comes last: until then half a merge is a
 * book like any other, and merging again does the rest.
 */
export async function mergeNames(
  merge: Merge,
  deps: MergeDeps,
): Promise<{ readonly progress: MergeProgress; readonly inverse: Inverse }> {
  const { model, onProgress, isCancelled } = deps
  const into = intoOf(merge, model)
  const mark: readonly Step[] =
    merge.of === 'tag'
      ? []
      : [{ step: 'edit', id: merge.from, set: markOf(merge) }]
  const tried = new Set<string>()
  const inverse: Inverse[] = []
  let all = mark.length
  let done = 0

  // What is written meanwhile may refer to it too.
  for (;;) {
    const ids = model.usesOf(merge, into).filter(id => !tried.has(id))
    if (ids.length === 0) break
    all += ids.length
    for (let at = 0; at < ids.length; at += batchSize) {
      if (isCancelled()) {
        return finish('cancelled')
      }
      const batch = ids.slice(at, at + batchSize)
      for (const id of batch) tried.add(id)
      const steps = batch.map((id): Step => ({
        step: 'rewrite',
        id,
        rewrite: doc => redirect(doc, merge, into),
      }))
      inverse.unshift(await doSteps(steps, deps))
      done += batch.length
      onProgress({ phase: 'writing', done, all })
    }
  }
  inverse.unshift(await doSteps(mark, deps))
  done = all
  return finish('done')

  function finish(phase: 'done' | 'cancelled') {
    const progress = { phase, done, all }
    onProgress(progress)
    return { progress, inverse: inverse.flat() }
  }
}

function markOf({ into }: Merge) {
  return { mergedInto: into, archived: true }
}

/** The category that another becomes; throws where the two are no pair. */
function intoOf(
  { of, from, into }: Merge,
  model: MergeDeps['model'],
): DocOf<'category'> | undefined {
  if (of === 'tag') {
    if (from !== into && into.trim() !== '') return undefined
    throw new LedgerError('invalid', 'a tag becomes another word')
  }
  const docs = [...model.docs('category'), ...model.docs('payee')]
  const [one, other] = [from, into].map(id => docs.find(doc => doc._id === id))
  if (one === undefined || other === undefined) {
    throw new LedgerError('not-found', one === undefined ? from : into)
  }
  if (one.kind !== of || !canMerge(one, other)) {
    throw new LedgerError('invalid', `${from} does not become ${into}`)
  }
  return other.kind === 'category' ? other : undefined
}
