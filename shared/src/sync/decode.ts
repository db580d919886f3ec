import { checkDoc, type DocIssue } from './check-doc.ts'
import { kindOfId } from './ids.ts'
import { schemas, schemaVersion, type Doc } from './kinds.ts'

export type StoredDoc = Readonly<Record<string, unknown>> & {
  readonly _id: string
}

export type Decoded =
  | { readonly state: 'known'; readonly doc: Doc }
  /** Made by a newer version: shown as such, never rewritten. */
  | { readonly state: 'newer'; readonly raw: StoredDoc }
  /** A tombstone without a body. */
  | { readonly state: 'gone'; readonly id: string }
  | {
      readonly state: 'broken'
      readonly raw: StoredDoc
      readonly issues: readonly DocIssue[]
    }

/** From version n to n + 1, by n; each keeps what it does not know. */
const migrations = new Map<number, (raw: StoredDoc) => StoredDoc>()

/** The only place where a stored doc becomes an entity. */
export function decodeDoc(raw: StoredDoc): Decoded {
  if (raw['_deleted'] === true && raw['kind'] === undefined) {
    return { state: 'gone', id: raw._id }
  }
  const { kind, v } = raw
  if (typeof v === 'number' && v > schemaVersion) return { state: 'newer', raw }
  if (typeof kind === 'string' && !Object.hasOwn(schemas, kind)) {
    return { state: 'newer', raw }
  }
  const checked = checkDoc(migrate(raw))
  if (!checked.ok) return { state: 'broken', raw, issues: checked.failure }
  if (kindOfId(raw._id) !== checked.value.kind) {
    return { state: 'broken', raw, issues: ['_id: not of this kind'] }
  }
  return { state: 'known', doc: checked.value }
}

function migrate(raw: StoredDoc): StoredDoc {
  let doc = raw
  for (let v = Number(raw['v']); v < schemaVersion; v++) {
    doc = migrations.get(v)?.(doc) ?? doc
  }
  return doc
}
