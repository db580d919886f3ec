import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { schemaVersion, type Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { TransactionRow } from '../views/transactions.ts'
import type { DocStore } from './doc-store.ts'
import { collect } from './files-out/collect.ts'
import { docsOf } from './files-out/docs-of.ts'

const mediaType = 'application/json'
const start = '{"format":"ourmoney","version":1,'
const end = '\n]}\n'

/** A JSON file of ours: a header and the docs, revisions left out. */
export function exportJson(
  ids: readonly string[],
  store: DocStore,
  onDocs: (count: number) => void,
): Promise<Blob> {
  return collect(piecesOf(docsOf(ids, store), onDocs), mediaType)
}

async function* piecesOf(
  batches: AsyncIterable<readonly StoredDoc[]>,
  onDocs: (count: number) => void,
): AsyncGenerator<string> {
  yield `${start}"docs":[\n`
  let isFirst = true
  for await (const docs of batches) {
    if (docs.length === 0) continue
    const lines = docs.map(withoutRevision)
    yield (isFirst ? '' : ',\n') + lines.join(',\n')
    isFirst = false
    onDocs(docs.length)
  }
  yield end
}

/**
 * The same from memory, where the storage cannot be read: without notes,
 * shares and history.
 */
export function exportFromMemory(
  small: readonly Doc[],
  rows: readonly TransactionRow[],
): Blob {
  const docs = [...small, ...rows.map(asDoc)].map(doc => withoutRevision(doc))
  const pieces = [`${start}"partial":true,"docs":[\n`, docs.join(',\n'), end]
  return new Blob(pieces, { type: mediaType })
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

function withoutRevision(doc: object): string {
  return JSON.stringify({ ...doc, _rev: undefined })
}
