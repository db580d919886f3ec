import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { LedgerError } from '../ledger-error.ts'
import { openLocal, statusOf, type Pouch } from './pouch.ts'

/**
 * A ledger's PouchDB whose handle may die: when the browser clears storage,
 * or had no room to open it, every call fails until a new one is made.
 */
export type Database = {
  readonly name: string
  /** Runs work on a living handle; reopens once if it was dead. Throws LedgerError. */
  readonly run: <Result>(
    work: (pouch: Pouch) => Promise<Result>,
  ) => Promise<Result>
  /** The handle of the moment, for replication. */
  readonly pouch: () => Pouch
  /** Lets go of the database, does away with it, and opens a new one. */
  readonly replace: (discard: () => Promise<void>) => Promise<void>
  /** Calls back after a dead handle was made anew; returns its undo. */
  readonly onReopened: (listener: () => void) => () => void
  readonly close: () => Promise<void>
}

export function openDatabase(name: string, open = openLocal): Database {
  let pouch = open(name)
  let reopening: Promise<void> | undefined
  const listeners = new Set<() => void>()

  async function reopen(dead: Pouch): Promise<void> {
    if (dead !== pouch) return
    reopening ??= (async () => {
      await closeQuietly(dead)
      pouch = open(name)
      await pouch.info()
      for (const listener of listeners) listener()
    })().finally(() => (reopening = undefined))
    await reopening
  }

  return {
    name,
    run: async work => {
      const used = pouch
      try {
        return await work(used)
      } catch (error) {
        if (!(await isDead(used, error))) throw asLedgerError(error)
        try {
          await reopen(used)
          return await work(pouch)
        } catch (second) {
          throw asLedgerError(second)
        }
      }
    },
    replace: async discard => {
      await closeQuietly(pouch)
      await discard()
      pouch = open(name)
      await pouch.info()
    },
    pouch: () => pouch,
    onReopened: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => closeQuietly(pouch),
  }
}

/** Bodies by id, tombstones' too; `undefined` where there never was a doc. */
export async function readDocs(
  pouch: Pouch,
  ids: readonly string[],
): Promise<(StoredDoc | undefined)[]> {
  const { rows } = await pouch.allDocs({ keys: ids, include_docs: true })
  return Promise.all(
    rows.map(async ({ key, value, doc }) => {
      if (doc) return doc
      if (value?.deleted !== true) return undefined
      return (await pouch.get(key, { rev: value.rev })) as StoredDoc
    }),
  )
}

/** A doc that no replication carries; `undefined` when there is none. */
export async function readLocal<Kept extends object>(
  pouch: Pouch,
  id: string,
): Promise<(Kept & { readonly _rev: string }) | undefined> {
  try {
    return (await pouch.get(`_local/${id}`)) as Kept & { readonly _rev: string }
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

export async function writeLocal(
  pouch: Pouch,
  id: string,
  kept: object,
): Promise<void> {
  const before = await readLocal(pouch, id)
  await pouch.put({
    ...kept,
    _id: `_local/${id}`,
    ...(before !== undefined && { _rev: before._rev }),
  })
}

async function closeQuietly(pouch: Pouch): Promise<void> {
  // A dead handle may refuse to close too; nothing can be lost by that.
  await pouch.close().catch(() => undefined)
}

const deadNames =
  /indexed_db_went_bad|InvalidState|NotFoundError|TransactionInactive|AbortError|UnknownError|unknown_error|database is (closed|destroyed)|connection (is )?clos|connection to indexed database/i

/** Lack of room kills a handle only while it opens: opening writes, reading does not. */
async function isDead(pouch: Pouch, error: unknown): Promise<boolean> {
  if (!isFull(error)) return deadNames.test(wordsOf(error))
  return pouch.info().then(
    () => false,
    () => true,
  )
}

function isFull(error: unknown): boolean {
  return /quota/i.test(wordsOf(error))
}

export function asLedgerError(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error
  const code = isFull(error) ? 'storage-full' : 'storage-gone'
  return new LedgerError(code, wordsOf(error), error)
}

function wordsOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, message, reason } = error as Record<string, unknown>
  return [name, message, reason]
    .filter(word => typeof word === 'string')
    .join(' ')
}
