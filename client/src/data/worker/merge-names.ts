import { redirectAccount } from '@ourmoney/shared/account/merge-accounts.ts'
import { canMerge, type Named } from '@ourmoney/shared/names/merged.ts'
import { redirect, type Merge } from '@ourmoney/shared/names/redirect.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { WorkProgress } from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'
import { doSteps, type Underway } from './acts.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { ActDeps, Inverse, Step } from './steps.ts'

export type MergeDeps = ActDeps & {
  readonly model: Pick<ReadModel, 'docs' | 'usesOf' | 'openingOfBoth'>
  /** What takes a part back, before it is written. */
  readonly keep: NonNullable<Underway['keep']>
  readonly onProgress: (progress: WorkProgress) => void
  readonly isCancelled: () => boolean
}

/** Docs between two looks at who waits for the worker. */
const batchSize = 500

/**
 * Rewrites every reference batch by batch and marks what was merged with what
 * it became. The mark comes last: until then half a merge is a book like any
 * other, and merging again does the rest. Accounts are marked first, with the
 * opening of both: a balance is right only before the first batch and after
 * the mark, which lets the one be read as the other. What a failure leaves,
 * what was kept takes back.
 */
export async function mergeNames(
  merge: Merge,
  deps: MergeDeps,
): Promise<{ readonly progress: WorkProgress; readonly inverse: Inverse }> {
  const { model, keep, onProgress, isCancelled } = deps
  const pair = pairOf(merge, model)
  const mark = marksOf(merge, pair, model)
  const isFirst = merge.of === 'account'
  const into = pair?.into.kind === 'category' ? pair.into : undefined
  const rewrite = (doc: Doc) =>
    merge.of === 'account'
      ? redirectAccount(doc, merge)
      : redirect(doc, merge, into)
  const tried = new Set<string>()
  const inverse: Inverse[] = []
  let all = mark.length
  let done = 0

  if (isFirst) {
    inverse.unshift(await doSteps(mark, deps, { keep }))
    done = mark.length
    onProgress({ phase: 'writing', done, all })
  }
  // What is written meanwhile may refer to it too.
  for (;;) {
    const ids = model.usesOf(merge, into).filter(id => !tried.has(id))
    if (ids.length === 0) break
    all += ids.length
    let before: Batch = { size: 0, inverse: Promise.resolve([]) }
    let at = 0
    for (; at < ids.length && !isCancelled(); at += batchSize) {
      const batch = ids.slice(at, at + batchSize)
      for (const id of batch) tried.add(id)
      const steps = batch.map((id): Step => ({
        step: 'rewrite',
        id,
        rewrite,
        locked: 'keep',
      }))
      // It is read while the one before is written.
      const next = {
        size: batch.length,
        inverse: doSteps(steps, deps, { keep }),
      }
      // Whoever waits for it is told.
      next.inverse.catch(() => undefined)
      await written(before)
      before = next
    }
    await written(before)
    if (at < ids.length) return cancel()
  }
  if (!isFirst) inverse.unshift(await doSteps(mark, deps, { keep }))
  done = all
  return finish('done')

  async function written({ size, inverse: back }: Batch): Promise<void> {
    inverse.unshift(await back)
    done += size
    if (size > 0) onProgress({ phase: 'writing', done, all })
  }

  async function cancel() {
    // Left as they are they would stay one.
    if (isFirst) await doSteps(inverse.splice(0).flat(), deps)
    return finish('cancelled')
  }

  function finish(phase: 'done' | 'cancelled') {
    const progress = { phase, done, all }
    onProgress(progress)
    return { progress, inverse: inverse.flat() }
  }
}

type Batch = { readonly size: number; readonly inverse: Promise<Inverse> }
type Pair = { readonly from: Named; readonly into: Named }

/** What says of the one that it became the other; a tag is its own word. */
function marksOf(
  { of, from, into }: Merge,
  pair: Pair | undefined,
  model: MergeDeps['model'],
): readonly Step[] {
  if (pair === undefined) return []
  // One that was merged before has given its opening away.
  if (of === 'account' && pair.from.mergedInto !== undefined) return []
  if (pair.into.kind !== 'account') {
    return [
      { step: 'edit', id: from, set: { mergedInto: into, archived: true } },
    ]
  }
  const openingMinor = model.openingOfBoth(from, into)
  const hasOpening = openingMinor !== 0 || pair.into.openingMinor !== undefined
  return [
    {
      step: 'edit',
      id: into,
      set: { openingMinor: hasOpening ? openingMinor : undefined },
    },
    { step: 'edit', id: from, set: { mergedInto: into, closed: true } },
  ]
}

/** The two that become one; throws where they are no pair. */
function pairOf(
  { of, from, into }: Merge,
  model: MergeDeps['model'],
): Pair | undefined {
  if (of === 'tag') {
    if (from !== into && into.trim() !== '') return undefined
    throw new LedgerError('invalid', 'a tag becomes another word')
  }
  const docs: readonly Named[] = [
    ...model.docs('account'),
    ...model.docs('category'),
    ...model.docs('payee'),
  ]
  const [one, other] = [from, into].map(id => docs.find(doc => doc._id === id))
  if (one === undefined || other === undefined) {
    throw new LedgerError('not-found', one === undefined ? from : into)
  }
  if (one.kind !== of || !canMerge(one, other)) {
    throw new LedgerError('invalid', `${from} does not become ${into}`)
  }
  return { from: one, into: other }
}
