import { assert, assertNever } from '@ourmoney/shared/assert.ts'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { editDoc, removeDoc, restoreDoc } from '@ourmoney/shared/sync/edit.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import { undoStanding } from '@ourmoney/shared/sync/history.ts'
import {
  rateToKeep,
  touchesRate,
  type Priced,
  type RateSource,
} from '@ourmoney/shared/rate/kept-rate.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { recategorise } from '@ourmoney/shared/transaction/recategorise.ts'
import { LedgerError, type Change } from '../ledger.ts'
import { joinSteps, keepApartStep, separateSteps } from './pair-steps.ts'
import {
  createStep,
  knownDoc,
  type ActDeps,
  type BackStep,
  type Inverse,
  type Step,
} from './steps.ts'

/** Docs read and written at once. */
const batchSize = 500
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
      return deps
        .select(change.target)
        .map(id => ({ step: 'edit', id, set: change.set }))
    case 'remove':
      return deps.select(change.target).map(id => {
        if (deps.isInUse(id)) throw new LedgerError('in-use', id)
        return { step: 'remove', id }
      })
    case 'fill-rates':
      return deps
        .fillable(change.target)
        .map(({ id, rate }) => ({ step: 'edit', id, set: { rate } }))
    case 'recategorise': {
      const { category, parts } = change
      const rewrite = (doc: Doc) =>
        doc.kind === 'transaction'
          ? recategorise(doc, category, parts)
          : undefined
      return deps
        .select(change.target)
        .map(id => ({ step: 'rewrite', id, rewrite }))
    }
    case 'join':
      return joinSteps(change.ids, deps)
    case 'separate':
      return separateSteps(change.id, deps)
    case 'keep-apart':
      return [keepApartStep(change.ids)]
    default:
      return assertNever(change)
  }
}

/**
 * Does the steps: all docs are read, changed and checked before the first is
 * written. Answers with what takes them back; a step that changed nothing
 * leaves nothing to take back.
 */
export async function doSteps(
  steps: readonly Step[],
  deps: ActDeps,
): Promise<Inverse> {
  const inverse: BackStep[] = []
  const turned = new Set<string>()
  let planned = await plan(steps, turned, deps)
  for (let tries = 0; planned.length > 0; tries++) {
    assert(tries < mostTries, 'Docs kept changing while they were written')
    const stale: Step[] = []
    for (let at = 0; at < planned.length; at += batchSize) {
      const batch = planned.slice(at, at + batchSize)
      const refused = new Set(
        await deps.store.write(batch.map(each => each.doc)),
      )
      for (const { step, back, turns } of batch) {
        if (refused.has(step.id)) stale.push(step)
        else inverse.push(back)
        if (turns) turned.add(step.id)
      }
    }
    planned = await plan(stale, turned, deps)
  }
  return inverse.reverse()
}

type Planned = {
  readonly step: Step
  readonly doc: StoredDoc
  readonly back: BackStep
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
      const turns = isTransfer(before) !== isTransfer(next.doc)
      const { tied } = step
      const back = { ...next.back, ...(tied !== undefined && { tied }) }
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
): { readonly doc: StoredDoc; readonly back: BackStep } | undefined {
  const { id } = step
  const stamp = deps.newStamp()
  if (step.step === 'create') {
    // A tombstone of the same id is written over; anything else is a mistake.
    if (stored !== undefined && stored['_deleted'] !== true) {
      throw new LedgerError('invalid', `${id} is there already`)
    }
    const doc = checked(step.doc, stored?.['_rev'])
    return { doc, back: { step: 'remove', id } }
  }
  if (step.step === 'rewrite') return planRewrite(step, stored, deps)
  const doc = knownDoc(stored, id)
  switch (step.step) {
    case 'edit': {
      if (doc._deleted === true) throw new LedgerError('not-found', id)
      const edited = editDoc(doc, withRate(doc, step.set, deps.rates), stamp)
      if (edited === doc) return undefined
      const back = { step: 'take-back', id, entry: stamp.id } as const
      return { doc: checked(edited, doc._rev), back }
    }
    case 'take-back': {
      const set = undoStanding(doc, step.entry)
      if (set === undefined || doc._deleted === true) return undefined
      const edited = editDoc(doc, set, stamp)
      if (edited === doc) return undefined
      const back = { step: 'take-back', id, entry: stamp.id } as const
      return { doc: checked(edited, doc._rev), back }
    }
    case 'remove': {
      if (doc._deleted === true) return undefined
      const removed = checked(removeDoc(doc, stamp), doc._rev)
      return { doc: removed, back: { step: 'restore', id } }
    }
    case 'restore': {
      if (doc._deleted !== true) return undefined
      const restored = checked(restoreDoc(doc, stamp), doc._rev)
      return { doc: restored, back: { step: 'remove', id } }
    }
    case 'bring-back': {
      if (doc._deleted !== true) return undefined
      const restored = restoreDoc(doc, stamp)
      const set = withRate(restored, step.set, deps.rates)
      const edited = checked(editDoc(restored, set, deps.newStamp()), doc._rev)
      return { doc: edited, back: { step: 'remove', id } }
    }
    default:
      return assertNever(step)
  }
}

/** Passes by what is gone by now and what a newer version made. */
function planRewrite(
  step: Extract<Step, { readonly step: 'rewrite' }>,
  stored: StoredDoc | undefined,
  deps: ActDeps,
): { readonly doc: StoredDoc; readonly back: BackStep } | undefined {
  const decoded = stored === undefined ? undefined : decodeDoc(stored)
  if (decoded?.state !== 'known' || decoded.doc._deleted === true) {
    return undefined
  }
  const { doc } = decoded
  const set = step.rewrite(doc)
  if (set === undefined) return undefined
  const stamp = deps.newStamp()
  const edited = editDoc(doc, withRate(doc, set, deps.rates), stamp)
  if (edited === doc) return undefined
  const back = { step: 'take-back', id: step.id, entry: stamp.id } as const
  return { doc: checked(edited, doc._rev), back }
}

/** An edit of an amount abroad, or of its day, sets the rate that is then valid too. */
function withRate(doc: Doc, set: Fields, rates: () => RateSource): Fields {
  if (doc.kind !== 'transaction' || !touchesRate(Object.keys(set))) return set
  // What does not fit together is refused when the whole doc is checked.
  const next = { ...doc, ...set } as Priced
  return { ...set, rate: rateToKeep(next, doc, rates()) }
}

/** The same check that the server makes, so an honest client is not refused. */
function checked(doc: Doc, rev: unknown): StoredDoc {
  const result = checkDoc(JSON.parse(JSON.stringify(doc)))
  if (!result.ok) throw new LedgerError('invalid', result.failure.join(', '))
  return encodeDoc({
    ...doc,
    ...(typeof rev === 'string' && { _rev: rev }),
  }) as unknown as StoredDoc
}
