import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { schemaVersion, type Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { TransactionRow } from '../views/transactions.ts'
import type { DocStore } from './doc-store.ts'

const batchSize = 1_000
const start = '{"format":"ourmoney","version":1,'
const end = '\n]}\n'

/** A JSON file of ours: a header and the docs, revisions left out. */
export async function exportJson(
  ids: readonly string[],
  store: DocStore,
): Promise<Blob> {
  const pieces: string[] = [`${start}"docs":[\n`]
  let isFirst = true
  for (let at = 0; at < ids.length; at += batchSize) {
    const docs = await store.read(ids.slice(at, at + batchSize))
    for (const doc of docs) {
      if (doc === undefined || doc['_deleted'] === true) continue
      pieces.push(isFirst ? '' : ',\n', JSON.stringify(withoutRevision(doc)))
      isFirst = false
    }
  }
  pieces.push(end)
  return new Blob(pieces, { type: 'application/json' })
}

/**
 * The same from memory, where the storage cannot be read: without notes,
 * shares and history.
 */
export function exportFromMemory(
  small: readonly Doc[],
  rows: readonly TransactionRow[],
): Blob {
  const docs = [...small, ...rows.map(asDoc)].map(doc =>
    JSON.stringify(withoutRevision(doc)),
  )
  const pieces = [`${start}"partial":true,"docs":[\n`, docs.join(',\n'), end]
  return new Blob(pieces, { type: 'application/json' })
}

function asDoc(row: TransactionRow): StoredDoc {
  const { type, description, minor, currency, date, tags } = row
  const { account, toAccount, category, member, payee, parts } = row
  return {
    _id: row.id,
    kind: 'transaction',
    v: schemaVersion,
    type,
    description,
    minor,
    currency,
    date,
    tags,
    account,
    toAccount,
    category,
    member,
    payee,
    ...(parts.length > 0 && { splits: parts }),
  }
}

function withoutRevision(doc: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(doc).filter(
      ([key]) => key === '_id' || !key.startsWith('_'),
    ),
  )
}
