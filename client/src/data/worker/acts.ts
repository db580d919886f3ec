import { assert, assertNever } from '@ourmoney/shared/assert.ts'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import {
  createDoc,
  editDoc,
  removeDoc,
  restoreDoc,
  type Stamp,
} from '@ourmoney/shared/sync/edit.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import { undoStanding } from '@ourmoney/shared/sync/history.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import {
  rateToKeep,
  touchesRate,
  type Priced,
  type RateSource,
} from '@ourmoney/shared/rate/kept-rate.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { LedgerError, type Change, type Selection } from '../ledger.ts'
import type { DocStore } from './doc-store.ts'

/** One thing done to one doc, and how it is taken back. */
export type Step =
  | { readonly step: 'create'; readonly id: string; readonly doc: Doc }
  | {
      readonly step: 'edit'
      readonly id: string
      readonly set: Fields
    }
  /** What to set is known once the doc is read; nothing where it is `undefined`. */
  | {
      readonly step: 'rewrite'
      readonly id: string
      readonly rewrite: (doc: Doc) => Fields | undefined
    }
  | { readonly step: 'remove' | 'restore'; readonly id: string }
  | { readonly step: 'take-back'; readonly id: string; readonly entry: string }

/** What undoes an act, in order. */
export type Inverse = readonly Step[]

export type ActDeps = {
  readonly store: DocStore
  readonly select: (target: Selection) => readonly string[]
  readonly isInUse: (id: string) => boolean
  /** What to look kept rates up in. */
  readonly rates: () => RateSource
  /** Transactions of a selection that lack a rate, and the one there is for each. */
  readonly fillable: (
    target: Selection,
  ) => readonly { readonly id: string; readonly rate: KeptRate }[]
  readonly now: () => number
  readonly random: () => number
  readonly newStamp: () => Stamp
}

/** Docs read and written at once. */
const batchSize = 500
/** How often a doc that replication changed meanwhile is read again. */
const mostTries = 5

export function stepsOf(changes: readonly Change[], deps: ActDeps): Step[] {
  return changes.flatMap((change): Step[] => {
    switch (change.change) {
      case 'create': {
        const { kind, _id, ...fields } = change.doc
        const id = _id ?? newId(kind, deps.now(), deps.random)
        const kept =
          kind === 'transaction'
            ? { rate: rateToKeep(fields as Priced, undefined, deps.rates()) }
            : {}
        const doc = createDoc(kind, id, { ...fields, ...kept }, deps.newStamp())
        return [{ step: 'create', id, doc }]
      }
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
      default:
        return assertNever(change)
    }
  })
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
  const inverse: Step[] = []
  let planned = await plan(steps, deps)
  for (let tries = 0; planned.length > 0; tries++) {
    assert(tries < mostTries, 'Docs kept changing while they were written')
    const stale: Step[] = []
    for (let at = 0; at < planned.length; at += batchSize) {
      const batch = planned.slice(at, at + batchSize)
      const refused = new Set(
        await deps.store.write(batch.map(each => each.doc)),
      )
      for (const { step, back } of batch) {
        if (refused.has(step.id)) stale.push(step)
        else inverse.push(back)
      }
    }
    planned = await plan(stale, deps)
  }
  return inverse.reverse()
}

type Planned = {
  readonly step: Step
  readonly doc: StoredDoc
  readonly back: Step
}

async function plan(
  steps: readonly Step[],
  deps: ActDeps,
): Promise<readonly Planned[]> {
  const planned: Planned[] = []
  for (let at = 0; at < steps.length; at += batchSize) {
    const batch = steps.slice(at, at + batchSize)
    const stored = await deps.store.read(batch.map(each => each.id))
    batch.forEach((step, index) => {
      const next = planOne(step, stored[index], deps)
      if (next !== undefined) planned.push(next)
    })
  }
  return planned
}

function planOne(
  step: Step,
  stored: StoredDoc | undefined,
  deps: ActDeps,
): Planned | undefined {
  const { id } = step
  const stamp = deps.newStamp()
  if (step.step === 'create') {
    // A tombstone of the same id is written over; anything else is a mistake.
    if (stored !== undefined && stored['_deleted'] !== true) {
      throw new LedgerError('invalid', `${id} is there already`)
    }
    const doc = checked(step.doc, stored?.['_rev'])
    return { step, doc, back: { step: 'remove', id } }
  }
  if (step.step === 'rewrite') return planRewrite(step, stored, deps)
  const doc = knownDoc(stored, id)
  switch (step.step) {
    case 'edit': {
      if (doc._deleted === true) throw new LedgerError('not-found', id)
      const edited = editDoc(doc, withRate(doc, step.set, deps.rates), stamp)
      if (edited === doc) return undefined
      const back = { step: 'take-back', id, entry: stamp.id } as const
      return { step, doc: checked(edited, doc._rev), back }
    }
    case 'take-back': {
      const set = undoStanding(doc, step.entry)
      if (set === undefined || doc._deleted === true) return undefined
      const edited = editDoc(doc, set, stamp)
      if (edited === doc) return undefined
      const back = { step: 'take-back', id, entry: stamp.id } as const
      return { step, doc: checked(edited, doc._rev), back }
    }
    case 'remove': {
      if (doc._deleted === true) return undefined
      const removed = checked(removeDoc(doc, stamp), doc._rev)
      return { step, doc: removed, back: { step: 'restore', id } }
    }
    case 'restore': {
      if (doc._deleted !== true) return undefined
      const restored = checked(restoreDoc(doc, stamp), doc._rev)
      return { step, doc: restored, back: { step: 'remove', id } }
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
): Planned | undefined {
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
  return { step, doc: checked(edited, doc._rev), back }
}

/** An edit of an amount abroad, or of its day, sets the rate that is then valid too. */
function withRate(doc: Doc, set: Fields, rates: () => RateSource): Fields {
  if (doc.kind !== 'transaction' || !touchesRate(Object.keys(set))) return set
  // What does not fit together is refused when the whole doc is checked.
  const next = { ...doc, ...set } as Priced
  return { ...set, rate: rateToKeep(next, doc, rates()) }
}

function knownDoc(stored: StoredDoc | undefined, id: string): Doc {
  if (stored === undefined) throw new LedgerError('not-found', id)
  const decoded = decodeDoc(stored)
  if (decoded.state === 'known') return decoded.doc
  if (decoded.state === 'gone') throw new LedgerError('not-found', id)
  // Made by a newer version, or damaged: shown, never rewritten.
  throw new LedgerError('invalid', `${id} is ${decoded.state}`)
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
