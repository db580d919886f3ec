import { createRequire } from 'node:module'
import { signals } from '../signals.ts'

const require = createRequire(import.meta.url)
const levelDown: LevelDown = require('leveldown')

type LevelDown = {
  (location: string): Level
  destroy: unknown
}
type Done<Answer = void> = (error?: Error | null, answer?: Answer) => void
type GetOptions = { readonly asBuffer?: boolean }
type Level = {
  _batch(operations: unknown, options: object, done: Done): void
  _put(key: unknown, value: unknown, options: object, done: Done): void
  _get(key: unknown, options: GetOptions, done: Done<unknown>): void
  _getMany(
    keys: readonly unknown[],
    options: GetOptions,
    done: Done<readonly unknown[]>,
  ): void
  _close(done: Done): void
}

/** LevelDB as PouchDB's LevelDB adapter takes it, safer and cheaper. */
export function openLevelDown(location: string): Level {
  const level = levelDown(location)
  syncWrites(level)
  gatherReads(level)
  return level
}
openLevelDown.destroy = levelDown.destroy

/**
 * LevelDB acknowledges a write before the disk has it, and a power cut then
 * takes back what a device believes to be stored. Every write waits instead.
 */
function syncWrites(level: Level): void {
  const batch = level._batch.bind(level)
  const put = level._put.bind(level)
  level._batch = (operations, options, done) =>
    batch(operations, { ...options, sync: true }, timed(done))
  level._put = (key, value, options, done) =>
    put(key, value, { ...options, sync: true }, timed(done))
}

function timed(done: Done): Done {
  const begun = performance.now()
  return error => {
    signals.synced.tell((performance.now() - begun) / 1000)
    done(error)
  }
}

/** levelup knows it by this word. One for all: making an error costs more than the read. */
const notFound = new Error('NotFound')

type Read = { readonly key: unknown; readonly done: Done<unknown> }

/**
 * PouchDB reads docs one by one, and a call into LevelDB costs more than what
 * it reads: all reads of one turn of the event loop become one call.
 */
function gatherReads(level: Level): void {
  const get = level._get.bind(level)
  const getMany = level._getMany.bind(level)
  const close = level._close.bind(level)
  let texts: Read[] = []
  let buffers: Read[] = []

  function read(reads: readonly Read[], options: GetOptions): void {
    const [first] = reads
    if (first === undefined) return
    if (reads.length === 1) {
      get(first.key, options, first.done)
      return
    }
    const keys = reads.map(({ key }) => key)
    getMany(keys, options, (_error, values) => {
      reads.forEach(({ key, done }, index) => {
        const value = values?.[index]
        if (value !== undefined) done(null, value)
        else if (values !== undefined) done(notFound)
        // One that cannot be read takes no other with it.
        else get(key, options, done)
      })
    })
  }

  function readAll(): void {
    const [textReads, bufferReads] = [texts, buffers]
    texts = []
    buffers = []
    read(textReads, { asBuffer: false })
    read(bufferReads, { asBuffer: true })
  }

  level._get = (key, { asBuffer }, done) => {
    if (texts.length + buffers.length === 0) setImmediate(readAll)
    const reads = asBuffer === false ? texts : buffers
    reads.push({ key, done })
  }
  level._close = done => {
    // LevelDB waits for reads that it knows of, and dies of later ones.
    readAll()
    close(done)
  }
}
