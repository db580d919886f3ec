import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import { Failure } from '../../failure.ts'
import type { Databases } from '../../storage/databases.ts'

/** Those that are there still, in the order that they were asked for. */
export async function readDocs(
  databases: Databases,
  ledger: string,
  ids: readonly string[],
): Promise<readonly DocOf<'transaction'>[]> {
  if (ids.length === 0) return []
  const { rows } = await databases.withLedger(ledger, database =>
    database.allDocs({ keys: [...ids], include_docs: true }),
  )
  return rows.flatMap(row => {
    if ('error' in row || !row.doc) return []
    const decoded = decodeDoc(row.doc as unknown as StoredDoc)
    if (decoded.state !== 'known') return []
    return decoded.doc.kind === 'transaction' ? decoded.doc : []
  })
}

/** Throws `not-found` also for what was deleted, and for another kind. */
export async function readDoc<Name extends Kind>(
  databases: Databases,
  ledger: string,
  id: string,
  kind: Name,
): Promise<DocOf<Name>> {
  const { rows } = await databases.withLedger(ledger, database =>
    database.allDocs({ keys: [id], include_docs: true }),
  )
  const raw = rows.flatMap(row => ('error' in row ? [] : (row.doc ?? [])))[0]
  const decoded = raw && decodeDoc(raw as unknown as StoredDoc)
  if (decoded?.state !== 'known' || decoded.doc.kind !== kind) {
    throw new Failure('not-found')
  }
  return decoded.doc as DocOf<Name>
}
