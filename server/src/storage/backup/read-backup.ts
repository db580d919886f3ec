import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import * as z from 'zod'
import { readStructure } from '@ourmoney/shared/sync/structure.ts'
import { hasAllRows } from '../integrity.ts'
import type { Leaf } from '../leaves.ts'
import type { Database } from '../pouch.ts'
import { NoRoomError, type Room } from '../room.ts'
import {
  BackupError,
  fileOf,
  systemName,
  type Entry,
  type Manifest,
  type ReadManifest,
} from './manifest.ts'

/** No doc of ours is longer, with all its ancestors. */
const mostLineBytes = 1024 ** 2
const batch = 500

/** Bytes that its files take; what they become takes more. */
export function bytesOf({ databases }: Manifest): number {
  return databases.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Reads every file and believes none: what the list says of it must be so. */
export async function verifyFiles(
  folder: string,
  { manifest, seal }: ReadManifest,
): Promise<void> {
  for (const { name, sha256 } of manifest.databases) {
    const hash = createHash('sha256')
    try {
      const path = join(folder, fileOf(name, seal !== undefined))
      await pipeline(createReadStream(path), hash)
    } catch (cause) {
      throw new BackupError('damaged', name, cause)
    }
    if (hash.digest('hex') !== sha256) throw new BackupError('damaged', name)
  }
}

export type FillOptions = {
  readonly folder: string
  readonly read: ReadManifest
  readonly entry: Entry
  /** Of the disk that it is written to. */
  readonly room: Room
  /** What does not come back. */
  readonly isLeftOut?: ((leaf: Leaf) => boolean) | undefined
}

/** Fills a new database with one of a backup's; throws unless all of it arrived. */
export async function fillFrom(
  database: Database,
  { folder, read, entry, room, isLeftOut = () => false }: FillOptions,
): Promise<void> {
  const { name } = entry
  const check = name === systemName ? isSystemLeaf : isLedgerLeaf
  let leaves = 0
  let docs = 0
  let waiting: Leaf[] = []

  async function store(): Promise<void> {
    const coming = waiting
    waiting = []
    if (coming.length === 0) return
    await room.refuseUnlessFits()
    const results = await database.bulkDocs(
      coming as unknown as PouchDB.Core.PutDocument<object>[],
      { new_edits: false },
    )
    if (results.some(each => 'error' in each && each.error)) {
      throw new BackupError('damaged', name)
    }
  }

  async function take(lines: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const line of splitLines(lines)) {
      leaves += 1
      // A small file can become a very large one.
      if (leaves > entry.leaves) throw new BackupError('damaged', name)
      const leaf = parseLeaf(line)
      if (leaf === undefined || !check(leaf)) {
        throw new BackupError('damaged', `${name}, line ${leaves}`)
      }
      if (isLeftOut(leaf)) {
        if (leaf._deleted !== true) docs -= 1
        continue
      }
      waiting.push(leaf)
      if (waiting.length >= batch) await store()
    }
    await store()
  }

  const path = join(folder, fileOf(name, read.seal !== undefined))
  const unseal = read.seal === undefined ? [] : [read.seal.unseal(name)]
  try {
    const plain = createGunzip()
    await Promise.all([
      pipeline([createReadStream(path), ...unseal, plain]),
      take(plain),
    ])
  } catch (cause) {
    if (cause instanceof BackupError || cause instanceof NoRoomError) {
      throw cause
    }
    throw new BackupError('damaged', name, cause)
  }
  docs += entry.docs
  const { doc_count } = await database.info()
  // What could not be read when it was made is known to be missing.
  const hasDocs = entry.lost > 0 ? doc_count <= docs : doc_count === docs
  if (leaves !== entry.leaves || !hasDocs || !(await hasAllRows(database))) {
    throw new BackupError('damaged', name)
  }
}

async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rest = Buffer.concat([new Uint8Array(rest), chunk])
    let from = 0
    for (;;) {
      const end = rest.indexOf(10, from)
      if (end === -1) break
      yield rest.toString('utf8', from, end)
      from = end + 1
    }
    rest = rest.subarray(from)
    if (rest.length > mostLineBytes) throw new Error('A line is too long')
  }
  if (rest.length > 0) throw new Error('Cut off')
}

function parseLeaf(line: string): Leaf | undefined {
  try {
    const parsed: unknown = JSON.parse(line)
    return anyLeaf.safeParse(parsed).success ? (parsed as Leaf) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** PouchDB believes what it is given, and some of it takes the process down. */
const anyLeaf = z.looseObject({
  _id: z.string().min(1).max(200).regex(/^[^_]/),
  _rev: z.string().regex(/^[1-9]\d{0,6}-[0-9a-f]{32}$/),
  _deleted: z.literal(true).optional(),
  _revisions: z.strictObject({
    start: z.int().min(1).max(9_999_999),
    ids: z
      .array(z.string().regex(/^[0-9a-f]{32}$/))
      .min(1)
      .max(1_000),
  }),
})

function isLedgerLeaf(leaf: Leaf): boolean {
  return typeof readStructure(leaf) !== 'string'
}

function isSystemLeaf({ _rev, _revisions: { start, ids } }: Leaf): boolean {
  return _rev === `${start}-${ids[0]}` && ids.length <= start
}
