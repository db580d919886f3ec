import { withMark } from '@ourmoney/shared/account/marks.ts'
import { assert, assertNever } from '@ourmoney/shared/assert.ts'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { editDoc, removeDoc, restoreDoc } from '@ourmoney/shared/sync/edit.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import { returnTo, undoStanding } from '@ourmoney/shared/sync/history.ts'
import {
  rateToKeep,
  touchesRate,
  type Priced,
  type RateSource,
} from '@ourmoney/shared/rate/kept-rate.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { recategorise } from '@ourmoney/shared/transaction/recategorise.ts'
import type { Change, LockedChoice } from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'
import { asLocked, lockedSince, mayRemove } from './locked.ts'
import { settle } from './settle.ts'
import { joinSteps, keepApartStep, separateSteps } from './pair-steps.ts'
import { postSteps, skipSteps } from './recurring/post-steps.ts'
import {
  createStep,
  knownDoc,
  type ActDeps,
  type BackStep,
  type Inverse,
  type Step,
} from './steps.ts'

/** Docs read and written at once; an act of more is a large one. */
export const batchSize = 500
/** How often a doc that replication changed meanwhile is read again. */
const mostTries = 5

export async function stepsOf(
  changes: readonly Change[],
  deps: ActDeps,
): Promise<readonly Step[]> {
  const steps: Step[] = []
  for (const change of changes) steps.push(...(await stepsOfOne(change, deps)))
  return steps
}

async function stepsOfOne(
  change: Change,
  deps: ActDeps,
): Promise<readonly Step[]> {
  switch (change.change) {
    case 'create':
      return [createStep(change.doc, deps)]
    case 'edit':
      return deps.select(change.target).map(id => ({
        step: 'edit',
        id,
        set: change.set,
        locked: change.locked,
      }))
    case 'remove':
      return deps.select(change.target).map(id => {
        if (deps.isInUse(id)) throw new LedgerError('in-use', id)
        return { step: 'remove', id, locked: change.locked }
      })
    case 'mark': {
      const rewrite = (doc: Doc) =>
        doc.kind === 'transaction'
          ? withMark(doc, change.account, change.mark)
          : undefined
      return deps
        .select(change.target)
        .map(id => ({ step: 'rewrite', id, rewrite, locked: 'keep' }))
    }
    case 'fill-rates':
      // The amount stays what the statement says.
      return deps.fillable(change.target).map(({ id, rate }) => ({
        step: 'edit',
        id,
        set: { rate },
        locked: 'keep',
      }))
    case 'tag':
      return deps.select(change.target).map(id => ({
        step: 'rewrite',
        id,
        rewrite: doc => retagged(doc, change),
        locked: 'keep',
      }))
    case 'recategorise': {
      const { category, parts } = change
      const rewrite = (doc: Doc) =>
        doc.kind === 'transaction'
          ? recategorise(doc, category, parts)
          : undefined
      return deps
        .select(change.target)
        .map(id => ({ step: 'rewrite', id, rewrite, locked: change.locked }))
    }
    case 'join':
      return joinSteps(change, deps)
    case 'separate':
      return separateSteps(change, deps)
    case 'post':
      return postSteps(change, deps)
    case 'skip':
      return skipSteps(change)
    case 'restore':
      return change.ids.map(id => ({ step: 'restore', id }))
    case 'return': {
      const { id, at, locked } = change
      return [{ step: 'return', id, at, locked }]
    }
    case 'settle': {
      const { id, answers, locked } = change
      return [{ step: 'settle', id, answers, locked }]
    }
    case 'keep-apart':
      return [keepApartStep(change.ids)]
    default:
      return assertNever(change)
  }
}

/** What is told of a large act on its way. */
export type Underway = {
  /** Waited for before docs are written: what takes them back. */
  readonly keep?: ((part: Inverse) => Promise<void>) | undefined
  readonly wrote?: ((count: number, of: number) => void) | undefined
}

/**
 * Does the steps: all docs are read, changed and checked before the first is
 * written; a second step on one doc waits for the first. Answers with what
 * takes them back; a step that changed nothing leaves nothing to take back.
 */
export async function doSteps(
  steps: readonly Step[],
  deps: ActDeps,
  underway?: Underway,
): Promise<Inverse> {
  const [first = [], ...later] = roundsOf(steps)
  let inverse = await doRound(first, deps, underway)
  for (const round of later) {
    inverse = [...(await doRound(round, deps, underway)), ...inverse]
  }
  return inverse
}

/** Each doc once in each. */
function roundsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const seen = new Set<string>()
  const rounds: Step[][] = []
  let rest = steps
  while (rest.length > 0) {
    const again: Step[] = []
    const round = rest.filter(step => {
      if (!seen.has(step.id)) return seen.add(step.id)
      again.push(step)
      return false
    })
    rounds.push(round)
    seen.clear()
    rest = again
  }
  return rounds
}

async function doRound(
  steps: readonly Step[],
  deps: ActDeps,
  { keep, wrote }: Underway = {},
): Promise<Inverse> {
  const inverse: BackStep[] = []
  const turned = new Set<string>()
  let planned = await plan(steps, turned, deps)
  const of = planned.length
  for (let tries = 0; planned.length > 0; tries++) {
    assert(tries < mostTries, 'Docs kept changing while they were written')
    const stale: Step[] = []
    for (let at = 0; at < planned.length; at += batchSize) {
      const batch = planned.slice(at, at + batchSize)
      await keep?.(batch.flatMap(({ back }) => back ?? []).reverse())
      const docs = batch.map(({ doc }) => doc.stored)
      const decoded = new Map(batch.map(({ doc }) => [doc.stored._id, doc.doc]))
      const refused = new Set(await deps.store.write(docs, decoded))
      for (const { step, back, turns } of batch) {
        if (refused.has(step.id)) stale.push(step)
        else if (back !== undefined) inverse.push(back)
        if (turns) turned.add(step.id)
      }
      wrote?.(inverse.length, of)
    }
    planned = await plan(stale, turned, deps)
  }
  return inverse.reverse()
}

/** Found to be whole: as it is stored, and as it is read again. */
type Checked = { readonly stored: StoredDoc; readonly doc: Doc }

type Planned = {
  readonly step: Step
  readonly doc: Checked
  /** Nothing where there is nothing to take back. */
  readonly back: BackStep | undefined
  /** It becomes a transfer, or ceases to be one. */
  readonly turns: boolean
}

async function plan(
  steps: readonly Step[],
  /** Ids of docs that turned in this act before. */
  turned: ReadonlySet<string>,
  deps: ActDeps,
): Promise<readonly Planned[]> {
  const planned: Planned[] = []
  for (let at = 0; at < steps.length; at += batchSize) {
    const batch = steps.slice(at, at + batchSize)
    const stored = await deps.store.read(batch.map(each => each.id))
    batch.forEach((step, index) => {
      const before = stored[index]
      const next = planOne(step, before, deps)
      if (next === undefined) return
      const turns = isTransfer(before) !== isTransfer(next.doc.stored)
      const { tied } = step
      const back = next.back && { ...next.back, ...(tied && { tied }) }
      planned.push({ step, doc: next.doc, back, turns })
    })
  }
  const turning = new Set(
    planned.filter(({ turns }) => turns).map(({ step }) => step.id),
  )
  return planned.filter(
    ({ step: { tied } }) =>
      tied === undefined || turning.has(tied) || turned.has(tied),
  )
}

function isTransfer(doc: StoredDoc | undefined): boolean {
  return doc?.['type'] === 'transfer'
}

function planOne(
  step: Step,
  stored: StoredDoc | undefined,
  deps: ActDeps,
): Pick<Planned, 'doc' | 'back'> | undefined {
  const { id } = step
  const stamp = deps.newStamp()
  if (step.step === 'create') {
    // A tombstone of the same id is written over; anything else is a mistake.
    if (stored !== undefined && stored['_deleted'] !== true) {
      throw new LedgerError('invalid', `${id} is there already`)
    }
    const doc = checked(step.doc, stored?.['_rev'])
    // Undo leaves alone what was locked since.
    const { posting } = step
    return { doc, back: { step: 'remove', id, locked: 'skip', posting } }
  }
  const isThere = stored !== undefined && stored['_deleted'] !== true
  const decoded = stored === undefined ? undefined : decodeDoc(stored)
  // Rewriting passes by what is gone by now and what a newer version made.
  if (step.step === 'rewrite' && (!isThere || decoded?.state !== 'known')) {
    return undefined
  }
  // What was removed for good does not come back.
  if (step.step === 'restore' && decoded?.state === 'gone') return undefined
  const doc = knownDoc(decoded, id)
  const edit = (
    set: Fields | undefined,
    allow = (asked: Fields): Fields | undefined => asked,
  ) => {
    const edited = set === undefined ? doc : editDoc(doc, set, stamp)
    // What changes nothing needs no permission.
    const allowed = edited === doc ? undefined : set && allow(set)
    if (allowed === undefined) return undefined
    const made = allowed === set ? edited : editDoc(doc, allowed, stamp)
    const back = { step: 'take-back', id, entry: stamp.id } as const
    return { doc: checked(made, doc._rev), back }
  }
  const editAsLocked = (set: Fields | undefined, choice: Choice) =>
    edit(set && withRate(doc, set, deps.rates), asked =>
      asLocked(doc, asked, choice),
    )
  const remove = (posting?: true) => {
    const marked = posting
      ? editDoc(doc, { unposted: true }, deps.newStamp())
      : doc
    return {
      doc: checked(removeDoc(marked, stamp), doc._rev),
      back: { step: 'restore', id, posting } as const,
    }
  }
  switch (step.step) {
    case 'edit':
      if (!isThere) throw new LedgerError('not-found', id)
      return editAsLocked(step.set, step.locked)
    case 'rewrite': {
      const set = step.rewrite(doc)
      return set === 'remove' ? remove() : editAsLocked(set, step.locked)
    }
    case 'take-back': {
      const set = isThere ? undoStanding(doc, step.entry) : undefined
      return edit(set && lockedSince(doc, set, step.entry) ? undefined : set)
    }
    case 'remove':
      return isThere && mayRemove(doc, step.locked)
        ? remove(step.posting)
        : undefined
    case 'restore': {
      if (isThere) return undefined
      const { posting } = step
      const back = { step: 'remove', id, locked: 'keep', posting } as const
      const restored = restoreDoc(doc, stamp)
      const kept =
        'unposted' in restored
          ? editDoc(restored, { unposted: undefined }, deps.newStamp())
          : restored
      return { doc: checked(kept, doc._rev), back }
    }
    case 'bring-back': {
      if (isThere) return undefined
      const restored = restoreDoc(doc, stamp)
      const set = withRate(restored, step.set, deps.rates)
      const edited = checked(editDoc(restored, set, deps.newStamp()), doc._rev)
      return { doc: edited, back: { step: 'remove', id, locked: 'skip' } }
    }
    case 'return': {
      const set = returnTo(isThere ? doc : restoreDoc(doc, stamp), step.at)
      if (set === undefined) throw new LedgerError('not-found', id)
      if (isThere) return edit(set, asked => asLocked(doc, asked, step.locked))
      const restored = restoreDoc(doc, stamp)
      const returned = editDoc(restored, set, deps.newStamp())
      const back = { step: 'remove', id, locked: 'skip' } as const
      return { doc: checked(returned, doc._rev), back }
    }
    case 'settle': {
      const settled = isThere ? settle(doc, step, deps) : undefined
      return settled && { ...settled, doc: checked(settled.doc, doc._rev) }
    }
    default:
      return assertNever(step)
  }
}

function retagged(
  doc: Doc,
  {
    put,
    take,
  }: { readonly put: readonly string[]; readonly take: readonly string[] },
): Fields | undefined {
  if (doc.kind !== 'transaction') return undefined
  const tags = new Set(doc.tags)
  for (const tag of take) tags.delete(tag)
  for (const tag of put) tags.add(tag)
  return { tags: tags.size > 0 ? [...tags].sort() : undefined }
}

type Choice = LockedChoice | undefined

/** An edit of an amount abroad, or of its day, sets the rate that is then valid too. */
function withRate(doc: Doc, set: Fields, rates: () => RateSource): Fields {
  if (doc.kind !== 'transaction' || !touchesRate(Object.keys(set))) return set
  // What does not fit together is refused when the whole doc is checked.
  const next = { ...doc, ...set } as Priced
  return { ...set, rate: rateToKeep(next, doc, rates()) }
}

/** The same check that the server makes, so an honest client is not refused. */
function checked(doc: Doc, rev: unknown): Checked {
  const encoded = encodeDoc({
    ...doc,
    ...(typeof rev === 'string' && { _rev: rev }),
  })
  const result = checkDoc(encoded)
  if (!result.ok) throw new LedgerError('invalid', result.failure.join(', '))
  return { stored: encoded as unknown as StoredDoc, doc: result.value }
}
