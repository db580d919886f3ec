import type { Decoded } from '@ourmoney/shared/sync/decode.ts'
import { createDoc, type Stamp } from '@ourmoney/shared/sync/edit.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import {
  rateToKeep,
  type Priced,
  type RateSource,
} from '@ourmoney/shared/rate/kept-rate.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type {
  ConflictAnswer,
  LockedChoice,
  NewDoc,
  Selection,
} from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'
import type { DocStore } from './doc-store.ts'

/** Done only where, in the same act, this doc becomes a transfer or ceases to be one. */
type Tied = { readonly tied?: string | undefined }

/** Of what recurs: taken back, its day is due again. */
type Posting = true | undefined

export type BackStep = Tied &
  (
    | {
        readonly step: 'remove'
        readonly id: string
        readonly locked?: LockedChoice | undefined
        readonly posting?: Posting
      }
    | {
        readonly step: 'restore'
        readonly id: string
        readonly posting?: Posting
      }
    | {
        readonly step: 'take-back'
        readonly id: string
        readonly entry: string
      }
  )

/** One thing done to one doc, and how it is taken back. */
export type Step =
  | BackStep
  | (Tied & {
      readonly step: 'create'
      readonly id: string
      readonly doc: Doc
      readonly posting?: Posting
    })
  | (Tied & {
      readonly step: 'edit'
      readonly id: string
      readonly set: Fields
      readonly locked?: LockedChoice | undefined
    })
  /** What to do is known once the doc is read: fields to set, or nothing where it is `undefined`. */
  | (Tied & {
      readonly step: 'rewrite'
      readonly id: string
      readonly rewrite: (doc: Doc) => Fields | 'remove' | undefined
      readonly locked: LockedChoice | undefined
    })
  /** What somebody removed comes back, changed. */
  | (Tied & {
      readonly step: 'bring-back'
      readonly id: string
      readonly set: Fields
    })
  /** Deleted or not, it is again as it stood right after an instant. */
  | (Tied & {
      readonly step: 'return'
      readonly id: string
      readonly at: number
      readonly locked: LockedChoice | undefined
    })
  | (Tied & {
      readonly step: 'settle'
      readonly id: string
      readonly answers: readonly ConflictAnswer[]
      readonly locked: LockedChoice | undefined
    })

/** What undoes an act, in order. */
export type Inverse = readonly BackStep[]

export type ActDeps = {
  readonly store: DocStore
  readonly select: (target: Selection) => readonly string[]
  readonly isInUse: (id: string) => boolean
  /** What to look kept rates up in. */
  readonly rates: () => RateSource
  readonly accountCurrency: (account: string) => string | undefined
  /** Transactions of a selection that lack a rate, and the one there is for each. */
  readonly fillable: (
    target: Selection,
  ) => readonly { readonly id: string; readonly rate: KeptRate }[]
  readonly now: () => number
  readonly random: () => number
  readonly newStamp: () => Stamp
}

export function createStep(
  { kind, _id, ...fields }: NewDoc,
  deps: ActDeps,
): Step & { readonly step: 'create' } {
  const id = _id ?? newId(kind, deps.now(), deps.random)
  const kept =
    kind === 'transaction'
      ? { rate: rateToKeep(fields as Priced, undefined, deps.rates()) }
      : {}
  const doc = createDoc(kind, id, { ...fields, ...kept }, deps.newStamp())
  return { step: 'create', id, doc }
}

export function knownDoc(decoded: Decoded | undefined, id: string): Doc {
  if (decoded?.state === 'known') return decoded.doc
  if (decoded === undefined || decoded.state === 'gone') {
    throw new LedgerError('not-found', id)
  }
  // Made by a newer version, or damaged: shown, never rewritten.
  throw new LedgerError('invalid', `${id} is ${decoded.state}`)
}
