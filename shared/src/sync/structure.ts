import { docIdPattern } from './prefixes.ts'

/** Why a doc is refused: `code: words`. Final for that revision. */
export type Refusal = string

const mostDepth = 32
const mostKeysOfAnObject = 200
const mostKeys = 5_000
const reserved = new Set(['_id', '_rev', '_revisions', '_deleted'])
const poisonous = new Set(['__proto__', 'constructor', 'prototype'])

export const revPattern = /^[1-9]\d{0,6}-[0-9a-f]{32}$/
const hashPattern = /^[0-9a-f]{32}$/

/** A doc that is sound in itself; its revisions, newest first. */
export type SoundDoc = {
  readonly doc: Readonly<Record<string, unknown>> & { readonly _id: string }
  readonly rev: string
  /** Its JSON text has no more bytes. */
  readonly bytesAtMost: number
  readonly generation: number
  readonly hashes: readonly string[]
}

/** Everything that can be said of a doc without the database, in one pass over it. */
export function readStructure(raw: unknown): SoundDoc | Refusal {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return 'not-a-doc: an object is wanted'
  }
  const doc = raw as Readonly<Record<string, unknown>>
  const id = doc['_id']
  if (typeof id !== 'string' || !docIdPattern.test(id)) {
    return 'bad-id: prefix, underscore and letters or digits'
  }
  const shape = readShape(doc)
  if (typeof shape === 'string') return shape
  const unknown = Object.keys(doc).find(
    key => key.startsWith('_') && !reserved.has(key),
  )
  if (unknown !== undefined) return 'reserved-field: not allowed here'
  if (doc['_deleted'] !== undefined && doc['_deleted'] !== true) {
    return 'reserved-field: _deleted is true or absent'
  }
  const revisions = readRevisions(doc['_rev'], doc['_revisions'])
  if (typeof revisions === 'string') return revisions
  return { doc: doc as SoundDoc['doc'], ...shape, ...revisions }
}

/** Not recursive: a deep doc must not reach the end of the stack. */
function readShape(doc: object): Pick<SoundDoc, 'bytesAtMost'> | Refusal {
  let keys = 0
  let bytesAtMost = 2
  const open: { readonly value: object; readonly depth: number }[] = [
    { value: doc, depth: 1 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    if (depth > mostDepth) return 'too-deep: nested too deep'
    const isList = Array.isArray(value)
    // Of a long list not even the keys are made.
    if (isList && keys + value.length > mostKeys) {
      return 'too-many-keys: in the doc'
    }
    const own = Object.keys(value)
    keys += own.length
    // Ids of revisions have a limit of their own.
    if (!isList && own.length > mostKeysOfAnObject) {
      return 'too-many-keys: in one object'
    }
    if (keys > mostKeys) return 'too-many-keys: in the doc'
    for (const key of own) {
      if (!isList && poisonous.has(key)) return 'bad-key: not allowed'
      const child: unknown = (value as Record<string, unknown>)[key]
      bytesAtMost += mostBytesOf(key) + mostBytesOf(child)
      if (typeof child === 'object' && child !== null) {
        open.push({ value: child, depth: depth + 1 })
      }
    }
  }
  return { bytesAtMost }
}

/** With its colon, comma or brackets. */
function mostBytesOf(value: unknown): number {
  // An escaped character takes six bytes, a number at most 24.
  return typeof value === 'string' ? 6 * value.length + 3 : 26
}

function readRevisions(
  rev: unknown,
  revisions: unknown,
): Pick<SoundDoc, 'rev' | 'generation' | 'hashes'> | Refusal {
  if (typeof rev !== 'string' || !revPattern.test(rev)) {
    return 'bad-revision: generation and 32 hex digits'
  }
  const [generation = '', hash = ''] = rev.split('-')
  const start = Number(generation)
  if (revisions === undefined) return { rev, generation: start, hashes: [hash] }
  if (typeof revisions !== 'object' || revisions === null) {
    return 'bad-revisions: start and ids are wanted'
  }
  const { start: told, ids } = revisions as Record<string, unknown>
  if (told !== start || !Array.isArray(ids) || ids[0] !== hash) {
    return 'bad-revisions: they do not fit the revision'
  }
  if (ids.length > 1_000 || ids.length > start) {
    return 'bad-revisions: too many'
  }
  const isHashes = ids.every(
    (each): each is string =>
      typeof each === 'string' && hashPattern.test(each),
  )
  if (!isHashes || new Set(ids).size !== ids.length) {
    return 'bad-revisions: 32 hex digits each, none twice'
  }
  return { rev, generation: start, hashes: ids }
}
