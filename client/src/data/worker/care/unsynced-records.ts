import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import type { UnsyncedAnswer, UnsyncedRecord } from '../../views/unsynced.ts'
import type { LedgerParts } from '../ledger-parts.ts'

/** What no server has, by name; what was refused is not among the pending. */
export async function unsyncedRecords(
  { store, sync }: LedgerParts,
  most: number,
): Promise<UnsyncedAnswer> {
  const refused = sync.latest().refused.slice(0, most)
  const refusedIds = new Set(refused.map(({ id }) => id))
  const pending = sync
    .pendingIds()
    .filter(id => !refusedIds.has(id))
    .slice(-most)
    .reverse()
  const ids = [...pending, ...refusedIds]
  const docs = ids.length === 0 ? [] : await store.read(ids)
  const records = new Map(ids.map((id, at) => [id, recordOf(id, docs[at])]))
  return {
    pending: pending.flatMap(id => records.get(id) ?? []),
    refused: refused.flatMap(({ id, reason, at }) => {
      const record = records.get(id)
      return record === undefined ? [] : [{ ...record, reason, at }]
    }),
  }
}

function recordOf(id: string, stored: StoredDoc | undefined): UnsyncedRecord {
  const decoded = stored === undefined ? undefined : decodeDoc(stored)
  const doc = decoded?.state === 'known' ? decoded.doc : undefined
  const isTransaction = doc?.kind === 'transaction'
  return {
    id,
    kind: kindOfId(id),
    name: nameOf(doc ?? {}),
    ...(isTransaction && { date: doc.date }),
    isDeleted: stored?.['_deleted'] === true,
  }
}

/** Whatever a kind calls what people know it by. */
function nameOf(doc: object): string {
  const fields = doc as Readonly<Record<string, unknown>>
  const found = ['description', 'name', 'fileName']
    .map(field => fields[field])
    .find(text => typeof text === 'string')
  return found ?? ''
}
