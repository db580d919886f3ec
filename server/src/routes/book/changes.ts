import { createDoc, editDoc, removeDoc } from '@ourmoney/shared/sync/edit.ts'
import { isLocked } from '@ourmoney/shared/account/marks.ts'
import {
  rateToKeep,
  touchesRate,
  type Priced,
} from '@ourmoney/shared/rate/kept-rate.ts'
import { encodeDoc, canonicalText } from '@ourmoney/shared/sync/encode.ts'
import { firstVersion } from '@ourmoney/shared/sync/history.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import { derivedId, newId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { Change, Desk } from '../../book/writing.ts'
import { Failure } from '../../failure.ts'
import { issuesOf } from './entered.ts'

export type Options = {
  /** The revision that must stand; without it whichever does. */
  readonly rev?: string | undefined
  /** Also what a statement was reconciled with. */
  readonly mayChangeReconciled?: boolean | undefined
}

/** The id of what a request with this key creates: asked for again, it is found there. */
export function keyedId(kind: Kind, ...parts: readonly string[]): string {
  return derivedId(kind, 'api', ...parts)
}

/** A record that is not there yet; with an `id` that was made of a key it may be, and is answered as it stands. */
export function create(kind: Kind, fields: Fields, keyed?: string): Change {
  const id = keyed ?? newId(kind, Date.now(), Math.random)
  return {
    id,
    decide: desk => {
      const known = desk.stored(id)
      if (known !== undefined) return sameAgain(known, fields)
      const { at, by, device } = desk.stamp()
      const kept = withRate(kind, fields, undefined, desk)
      const doc: Doc = createDoc(kind, id, kept, { at, by, device })
      refuseWrong(doc, desk)
      return doc
    },
  }
}

/** Undefined takes a field away. */
export function edit(
  kind: Kind,
  id: string,
  set: Fields,
  options: Options = {},
): Change {
  return {
    id,
    decide: desk => {
      const doc = standing(kind, id, desk, options)
      const edited = editDoc(doc, withRate(kind, set, doc, desk), desk.stamp())
      if (edited !== doc) refuseWrong(edited, desk)
      return edited
    },
  }
}

export function remove(kind: Kind, id: string, options: Options = {}): Change {
  return {
    id,
    decide: desk => removeDoc(standing(kind, id, desk, options), desk.stamp()),
  }
}

function standing(
  kind: Kind,
  id: string,
  desk: Desk,
  { rev, mayChangeReconciled = false }: Options,
): Doc {
  const doc = desk.stored(id)
  if (doc === undefined || doc.kind !== kind || doc._deleted === true) {
    throw new Failure('not-found')
  }
  if (rev !== undefined && rev !== doc._rev) {
    throw new Failure('precondition-failed')
  }
  if (doc.kind === 'transaction' && isLocked(doc) && !mayChangeReconciled) {
    throw new Failure('reconciled')
  }
  return doc
}

/** The key of a request may come twice, but not for something else. */
function sameAgain(known: Doc, fields: Fields): Doc {
  if (known._deleted === true) {
    throw new Failure('stale', { detail: 'it was deleted since' })
  }
  const first = firstVersion(known)
  const isSame = Object.entries(fields).every(
    ([field, value]) =>
      canonicalText(first[field] ?? null) === canonicalText(value ?? null),
  )
  // Of a long history the first version is not known any more.
  if (!isSame && known.folded === undefined) throw new Failure('key-reused')
  return known
}

/** With an amount abroad goes the rate of its day, as it does on a device. */
function withRate(
  kind: Kind,
  set: Fields,
  doc: Doc | undefined,
  { book }: Desk,
): Fields {
  if (kind !== 'transaction' || !touchesRate(Object.keys(set))) return set
  const before = doc as TransactionDoc | undefined
  const next = { ...before, ...set } as Priced
  return { ...set, rate: rateToKeep(next, before, book.rates()) }
}

function refuseWrong(doc: Doc, { book }: Desk): void {
  const issues =
    doc.kind === 'transaction' ? issuesOf(encodeDoc(doc), book) : []
  if (issues.length > 0) {
    throw new Failure('refused', { detail: issues.slice(0, 5).join(', ') })
  }
}
