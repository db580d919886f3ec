import { decodeDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Stamp } from '@ourmoney/shared/sync/edit.ts'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { Failure } from '../failure.ts'
import type { Membership } from '../people/access.ts'
import type { createCaps } from '../routes/replication/caps.ts'
import { admitDocs, checkDocs } from '../routes/replication/gate.ts'
import { storeDocs } from '../routes/replication/store-docs.ts'
import type { Databases } from '../storage/databases.ts'
import type { Database } from '../storage/pouch.ts'
import type { Book } from './book.ts'
import type { Books } from './books.ts'
import { revise } from './revise.ts'

/** What a change is decided by: what is stored at that moment, and who makes it. */
export type Desk = {
  readonly book: Book
  /** `undefined` where there is no such doc, or it was removed for good. */
  readonly stored: (id: string) => Doc | undefined
  readonly stamp: () => Stamp
}

/** One change of one doc: the doc as it will be; what it throws refuses this change alone. */
export type Change = {
  readonly id: string
  readonly decide: (desk: Desk) => Doc
}

export type Written =
  | { readonly ok: true; readonly doc: Doc; readonly isNew: boolean }
  | { readonly ok: false; readonly failure: Failure }

export type Writing = (
  ledger: string,
  /** Asked again when the changes come to be written. */
  member: () => Membership,
  changes: readonly Change[],
) => Promise<readonly Written[]>

type WritingDeps = {
  readonly databases: Databases
  readonly books: Books
  readonly refuseWhenFull: ReturnType<typeof createCaps>
}

/** Writes as a device would: edited by the same rules, past the same gate, one writer of a ledger at a time. */
export function createWriting(deps: WritingDeps): Writing {
  const { databases, books, refuseWhenFull } = deps

  return async (ledger, member, changes) => {
    // A book that is read for the first time must not keep other writers waiting.
    await books.of(ledger)
    return databases.write(ledger, async database => {
      const who = member()
      if (who.role === 'viewer') throw new Failure('forbidden')
      const book = await books.of(ledger)
      const desk = await layOut(database, book, who, changes)
      const written = changes.map(change => decide(change, desk))
      const docs = written.flatMap(each =>
        each.ok && each.doc !== desk.stored(each.doc._id)
          ? revise(each.doc, desk.revOf(each.doc._id))
          : [],
      )
      if (docs.length === 0) return written
      const { admitted, refused, newDocs } = await admitDocs(
        database,
        await checkDocs(docs, who.role),
        who.role,
      )
      const bytes = Buffer.byteLength(JSON.stringify(admitted))
      await refuseWhenFull(ledger, database, { newDocs, bytes })
      await storeDocs(database, admitted)
      const reasons = new Map(refused.map(({ id, reason }) => [id, reason]))
      const revs = new Map(docs.map(({ _id, _rev }) => [_id, _rev]))
      return written.map(each => {
        if (!each.ok) return each
        const { _id } = each.doc
        const reason = reasons.get(_id)
        return reason === undefined
          ? {
              ...each,
              doc: { ...each.doc, _rev: revs.get(_id) ?? each.doc._rev },
            }
          : { ok: false, failure: new Failure('refused', { detail: reason }) }
      })
    })
  }
}

type LaidOut = Desk & { readonly revOf: (id: string) => string | undefined }

/** Reads what the changes are about. */
async function layOut(
  database: Database,
  book: Book,
  { user, device }: Membership,
  changes: readonly Change[],
): Promise<LaidOut> {
  const raws = await readStored(
    database,
    changes.map(({ id }) => id),
  )
  const by = book.memberOf(user)
  const decoded = new Map([...raws].map(([id, raw]) => [id, decodeDoc(raw)]))
  return {
    book,
    revOf: id => raws.get(id)?._rev,
    stored: id => {
      const found = decoded.get(id)
      if (found === undefined || found.state === 'gone') return undefined
      if (found.state === 'known') return found.doc
      // Made by a newer version, or damaged: never rewritten.
      throw new Failure('refused', { detail: `doc: ${found.state}` })
    },
    stamp: () => {
      const at = Date.now()
      return { id: ulid(at, Math.random), at, by, device }
    },
  }
}

type Stored = Readonly<Record<string, unknown>> & {
  readonly _id: string
  readonly _rev: string
}

/** The winning revision of each, deleted ones too. */
async function readStored(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const { rows } = await database.allDocs({
    keys: [...ids],
    include_docs: true,
  })
  const found = await Promise.all(
    rows.map(async row => {
      if ('error' in row) return []
      if (row.doc) return [row.doc as unknown as Stored]
      // Of a deleted doc the list tells the revision only.
      const { rev } = row.value
      return [(await database.get(row.id, { rev })) as unknown as Stored]
    }),
  )
  return new Map(found.flat().map(doc => [doc._id, doc]))
}

function decide(change: Change, desk: LaidOut): Written {
  try {
    const doc = change.decide(desk)
    return { ok: true, doc, isNew: desk.revOf(change.id) === undefined }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, failure: error }
    throw error
  }
}
