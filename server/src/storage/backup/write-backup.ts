import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { schemaVersion } from '@ourmoney/shared/sync/kinds.ts'
import { Failure } from '../../failure.ts'
import { ledgerOf, type Databases } from '../databases.ts'
import { isMissing, syncFolder } from '../write-synced.ts'
import { readLeaves, type Borrow } from '../leaves.ts'
import { createRoom, type Room } from '../room.ts'
import {
  backupVersion,
  fileOf,
  systemName,
  textOf,
  type Entry,
  type Manifest,
} from './manifest.ts'
import { newSeal, type Seal } from './seal.ts'

export type WriteBackupOptions = {
  readonly databases: Databases
  /** Where backups stand; this one gets a folder of its own in it. */
  readonly folder: string
  readonly version: string
  readonly password?: string | undefined
  readonly now?: () => Date
}

export type WrittenBackup = {
  readonly path: string
  readonly manifest: Manifest
  /** Databases that are lost, could not be read or were just removed, and are not in it. */
  readonly missing: readonly string[]
}

/** Writes all that the server keeps while it goes on serving. The folder has its name only when it is whole. */
export async function writeBackup({
  databases,
  folder,
  version,
  password,
  now = () => new Date(),
}: WriteBackupOptions): Promise<WrittenBackup> {
  const at = now().toISOString()
  const path = join(folder, nameOf(at))
  const partial = `${path}.partial`
  const room = createRoom(folder, databases.room.leastOf)
  await room.refuseUnlessFits()
  const seal = password === undefined ? undefined : await newSeal(password)
  await mkdir(partial, { recursive: true, mode: 0o700 })
  try {
    const entries: Entry[] = []
    const missing = lostIn(databases)
    // The registry first: every ledger that it knows has a database then.
    const system: Borrow = work => work(databases.system())
    entries.push(
      await writeOne({ name: systemName, borrow: system, partial, seal, room }),
    )
    for (const name of databases.names().toSorted()) {
      const borrow: Borrow = work => databases.withLedger(name, work)
      const alone: Borrow = work => databases.alone(name, work)
      const epoch = databases.epoch(ledgerOf(name))
      try {
        entries.push({
          ...(await writeOne({ name, borrow, alone, partial, seal, room })),
          epoch,
        })
      } catch (error) {
        if (!isUnavailable(error)) throw error
        missing.push(name)
        await rm(join(partial, fileOf(name, seal !== undefined)), {
          force: true,
        })
      }
    }
    const manifest: Manifest = {
      format: 'ourmoney-server-backup',
      v: backupVersion,
      at,
      server: version,
      schema: schemaVersion,
      ...(seal !== undefined && { sealing: seal.sealing }),
      databases: entries,
    }
    await writeFileSynced(join(partial, 'manifest.json'), [
      textOf(manifest, seal),
    ])
    await syncFolder(partial)
    await makeRoom(path)
    await rename(partial, path)
    await syncFolder(folder)
    await rm(olderOf(path), { recursive: true, force: true })
    return { path, manifest, missing }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/** Of these there is nothing that could be read. */
function lostIn(databases: Databases): string[] {
  const here = new Set(databases.names())
  const troubled = databases.troubles().map(({ name }) => name)
  return troubled.filter(name => !here.has(name))
}

/** Put aside, or removed a moment ago. */
function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Failure &&
    (error.code === 'ledger-quarantined' || error.code === 'not-found')
  )
}

/** One of the same second goes aside, until this one has its name. */
async function makeRoom(path: string): Promise<void> {
  try {
    await rename(path, olderOf(path))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

function olderOf(path: string): string {
  return `${path}.older.partial`
}

export function nameOf(at: string): string {
  return `ourmoney-${at.slice(0, 19).replaceAll(':', '-')}Z`
}

type One = {
  readonly name: string
  readonly borrow: Borrow
  readonly alone?: Borrow
  readonly partial: string
  readonly seal: Seal | undefined
  readonly room: Room
}

async function writeOne({
  name,
  borrow,
  alone,
  partial,
  seal,
  room,
}: One): Promise<Entry> {
  const { update_seq } = await borrow(database => database.info())
  const count = { leaves: 0, lost: 0 }
  const docs = new Set<string>()
  async function* lines(): AsyncGenerator<string> {
    for await (const page of readLeaves(borrow, alone)) {
      for (const { id, isDeleted } of page.docs) {
        if (isDeleted) docs.delete(id)
        else docs.add(id)
      }
      count.leaves += page.leaves.length
      count.lost += page.lost
      await room.refuseUnlessFits()
      yield page.leaves.map(leaf => `${JSON.stringify(leaf)}\n`).join('')
    }
  }
  const file = fileOf(name, seal !== undefined)
  const steps = seal === undefined ? [] : [seal.seal(name)]
  const written = await writeFileSynced(join(partial, file), lines(), [
    createGzip({ level: 6 }),
    ...steps,
  ])
  return { name, docs: docs.size, ...count, seq: update_seq, ...written }
}

async function writeFileSynced(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  steps: readonly Transform[] = [],
) {
  const hash = createHash('sha256')
  let bytes = 0
  const tap = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline([
    Readable.from(pieces, { objectMode: false }),
    ...steps,
    tap,
    createWriteStream(path, { mode: 0o600, flush: true }),
  ])
  return { bytes, sha256: hash.digest('hex') }
}
