import type { Role } from '@ourmoney/shared/identity/api.ts'
import {
  receiptPartKind,
  receiptPartSchema,
} from '@ourmoney/shared/receipt/receipt-part.ts'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import { schemas, schemaVersion } from '@ourmoney/shared/sync/kinds.ts'
import {
  readStructure,
  type Refusal,
  type SoundDoc,
} from '@ourmoney/shared/sync/structure.ts'
import type { Database } from '../../storage/pouch.ts'
import { giveWay } from './give-way.ts'
import {
  addRevision,
  firstRevision,
  leavesWith,
  parentOf,
  readBody,
  readKnown,
  type Known,
} from './known-revisions.ts'

const mostDocBytes = 64 * 1024
const mostLiveLeaves = 100
const mostLeaves = 500
/** How far ahead of what is stored a revision may be; else a forged one would win for ever. */
const mostGenerationsAhead = 1_000

export type Admission = {
  /** How many of the admitted are docs that the ledger has not. */
  readonly newDocs: number
  readonly admitted: readonly SoundDoc['doc'][]
  readonly refused: readonly RefusedDoc[]
}

export type RefusedDoc = {
  readonly id: string
  readonly error: 'forbidden'
  readonly reason: Refusal
}

/** What one of a ledger's databases takes; why not, by the doc's content alone. */
export type ContentRule = (sound: SoundDoc) => Refusal | undefined

/** A doc and what can be said of it without the database. */
export type CheckedDoc = {
  readonly raw: unknown
  readonly sound: SoundDoc | Refusal
}

/** Does first what needs no database, so that nobody waits for it who writes; lets others have their turn between docs. */
export async function checkDocs(
  docs: readonly unknown[],
  role: Role,
  refuseContent: ContentRule = refuseInBook,
): Promise<readonly CheckedDoc[]> {
  const checked: CheckedDoc[] = []
  for (const raw of docs) {
    const sound = role === 'viewer' ? viewersRefusal : readStructure(raw)
    const refusal = typeof sound === 'string' ? sound : refuseContent(sound)
    checked.push({ raw, sound: refusal ?? sound })
    await giveWay()
  }
  return checked
}

/** Why the docs are refused, if all of them are. */
export function refusedAll(
  checked: readonly CheckedDoc[],
): readonly RefusedDoc[] | undefined {
  const refused = checked.flatMap(({ raw, sound }) =>
    typeof sound === 'string' ? refusalOf(idOf(raw), sound) : [],
  )
  return refused.length === checked.length ? refused : undefined
}

/**
 * Decides about each doc before PouchDB sees it: what PouchDB accepts with
 * `new_edits: false` it believes, and some of it takes the process down.
 */
export async function admitDocs(
  database: Database,
  checked: readonly CheckedDoc[],
  role: Role,
): Promise<Admission> {
  const known = await readAllKnown(
    database,
    checked.flatMap(({ sound }) => (typeof sound === 'string' ? [] : sound)),
  )

  const admitted: SoundDoc['doc'][] = []
  const refused: RefusedDoc[] = []
  let newDocs = 0
  // One after the other: a doc may come with its own ancestors.
  for (const { raw, sound } of checked) {
    await giveWay()
    if (role === 'viewer' || typeof sound === 'string') {
      const reason = typeof sound === 'string' ? sound : viewersRefusal
      refused.push(refusalOf(idOf(raw), reason))
      continue
    }
    const { _id } = sound.doc
    const before = known.get(_id)
    if (before === undefined) {
      newDocs += 1
      known.set(_id, firstRevision(sound))
      admitted.push(sound.doc)
      continue
    }
    const reason = await refuseAgainst(database, sound, before)
    if (reason === undefined) {
      addRevision(before, sound)
      admitted.push(sound.doc)
    } else refused.push(refusalOf(_id, reason))
  }
  return { newDocs, admitted, refused }
}

function refusalOf(id: string, reason: Refusal): RefusedDoc {
  return { id, error: 'forbidden', reason }
}

/** By id what is stored; all at once, since each waits for the disk. */
async function readAllKnown(
  database: Database,
  sound: readonly SoundDoc[],
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  const ids = new Set(sound.map(({ doc }) => doc._id))
  await Promise.all(
    [...ids].map(async id => {
      const found = await readKnown(database, id)
      if (found !== undefined) known.set(id, found)
    }),
  )
  return known
}

const tooLarge = 'too-large: more than 64 KB'
const viewersRefusal = 'role: a viewer does not write'

/** What is wrong with the doc by its schema, if we know it. */
export function refuseInBook(sound: SoundDoc): Refusal | undefined {
  const { doc } = sound
  if (isBareTombstone(doc)) return undefined
  if (isLargerThan(sound, mostDocBytes)) return tooLarge
  const { kind, v } = doc
  if (kind === receiptPartKind) return 'kind: it has a database of its own'
  if (typeof kind !== 'string' || !Number.isSafeInteger(v) || Number(v) < 1) {
    return 'schema: kind and v are wanted'
  }
  const expected = kindOfId(doc._id)
  const isKnownKind = Object.hasOwn(schemas, kind)
  if (expected !== undefined && kind !== expected) {
    return 'kind: it does not fit the id'
  }
  if (isKnownKind && expected === undefined)
    return 'kind: it does not fit the id'
  // What a newer client writes is passed on by its structure alone.
  if (!isKnownKind || Number(v) > schemaVersion) return undefined
  const checked = checkDoc(doc)
  return checked.ok
    ? undefined
    : `schema: ${checked.failure.slice(0, 5).join(', ')}`
}

function isLargerThan({ doc, bytesAtMost }: SoundDoc, bytes: number): boolean {
  // Writing the text only to count it costs more than all other checks.
  if (bytesAtMost <= bytes) return false
  return Buffer.byteLength(JSON.stringify(doc)) > bytes
}

/** Among receipts there are parts of files, and nothing else. */
export function refuseAmongReceipts(sound: SoundDoc): Refusal | undefined {
  if (isBareTombstone(sound.doc)) return undefined
  if (isLargerThan(sound, mostDocBytes)) return tooLarge
  return receiptPartSchema.safeParse(sound.doc).success
    ? undefined
    : 'schema: a part of a receipt is wanted'
}

/** What is wrong with the doc beside what is known of it. */
async function refuseAgainst(
  database: Database,
  sound: SoundDoc,
  known: Known,
): Promise<Refusal | undefined> {
  const { doc, generation } = sound
  if (known.revisions.has(sound.rev)) return undefined
  if (generation > known.generation + mostGenerationsAhead) {
    return 'bad-revision: too far ahead'
  }
  const now = leavesWith(known, sound)
  const isMore = now.live > known.live && now.live > mostLiveLeaves
  if (isMore || (now.all > known.leaves.size && now.all > mostLeaves)) {
    return 'too-many-leaves: pull, merge and try again'
  }
  const parent = parentOf(known, sound)
  if (parent === undefined || isBareTombstone(doc)) return undefined
  const before =
    known.bodies.get(parent) ?? (await readBody(database, doc._id, parent))
  return refuseChange(before, doc)
}

function refuseChange(
  before: Readonly<Record<string, unknown>> | undefined,
  now: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  if (before === undefined || before['kind'] === undefined) return undefined
  if (before['kind'] !== now['kind']) return 'kind: it never changes'
  if (before['createdBy'] !== now['createdBy']) {
    return 'createdBy: it never changes'
  }
  return Number(now['v']) < Number(before['v'])
    ? 'schema: made by a newer version'
    : undefined
}

/** `{_id, _rev, _deleted}`: how losing leaves are closed and the trash is emptied. */
function isBareTombstone(doc: Readonly<Record<string, unknown>>): boolean {
  return (
    doc['_deleted'] === true &&
    Object.keys(doc).every(key => key.startsWith('_'))
  )
}

function idOf(raw: unknown): string {
  const isDoc = typeof raw === 'object' && raw !== null && '_id' in raw
  return isDoc && typeof raw._id === 'string' ? raw._id : ''
}
