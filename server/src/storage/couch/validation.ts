import { receiptPartKind } from '@ourmoney/shared/receipt/receipt-part.ts'
import { docIdPattern, prefixes } from '@ourmoney/shared/sync/prefixes.ts'

/** As old as CouchDB's own engine wants it. */
const rule = `function (doc) {
  var kinds = ${JSON.stringify(kindsByPrefix())};
  if (doc._id.indexOf('_design/') === 0) throw { forbidden: 'no design docs' };
  if (!${String(docIdPattern)}.test(doc._id)) throw { forbidden: 'bad-id' };
  var own = Object.keys(doc).filter(function (key) { return key[0] !== '_'; });
  if (doc._deleted && own.length === 0) return;
  if (typeof doc.kind !== 'string') throw { forbidden: 'kind' };
  if (typeof doc.v !== 'number' || doc.v < 1 || doc.v % 1 !== 0) throw { forbidden: 'v' };
  var kind = kinds[doc._id.split('_')[0]];
  if (kind && doc.kind !== kind && doc.kind !== ${JSON.stringify(receiptPartKind)}) throw { forbidden: 'kind' };
}`

/**
 * The second wall: what of the gate's rules a database can hold by itself,
 * made from the same patterns. The gate stands before it and says more.
 */
export const validation = {
  _id: '_design/ourmoney',
  validate_doc_update: rule,
}

function kindsByPrefix(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind]),
  )
}
