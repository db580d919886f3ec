import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { ReceiptPart } from '@ourmoney/shared/receipt/receipt-part.ts'
import { LedgerError } from './ledger-error.ts'
import type { Ledger } from './ledger.ts'
import type { SyncAnswer } from './views/sync.ts'
import { openActLog } from './worker/act-log.ts'
import type { Grafted, LeafStore } from './worker/care/leaf-store.ts'
import type { DocStore } from './worker/doc-store.ts'
import { readEarlier } from './worker/earlier/read-earlier.ts'
import {
  readStatements,
  type ReadStatements,
} from './worker/statements/read-statement.ts'
import { reckonHere } from './worker/reckoning/reckon.ts'
import type { KeptValues } from './worker/kept-values.ts'
import type { ReceiptStore } from './worker/receipts/receipt-store.ts'
import { openLeftReviews } from './worker/review/left-reviews.ts'
import { createLedger } from './worker/ledger-core.ts'
import { ReadModel } from './worker/read-model/read-model.ts'

export type MemoryLedgerOptions = {
  readonly id?: string | undefined
  /** What is in it from the start. */
  readonly docs?: readonly object[] | undefined
  readonly me?: string | undefined
  readonly sync?: Partial<SyncAnswer> | undefined
  readonly now?: (() => number) | undefined
  readonly random?: (() => number) | undefined
  /** Waited for before docs are stored: a disk may be full. */
  readonly beforeWrite?: (() => Promise<void>) | undefined
  /** What it keeps beside its docs; a reload finds it again. */
  readonly acts?: KeptValues | undefined
  /** Reviews that were left; a reload finds them again. */
  readonly reviews?: KeptValues | undefined
  readonly readStatements?: ReadStatements | undefined
}

/** A whole ledger without a database: for tests of what stands above it. */
export function openMemoryLedger(options: MemoryLedgerOptions = {}): Ledger {
  const docs = new Map<string, StoredDoc>()
  const model = new ReadModel()
  let revision = 0

  function nextRev(doc: StoredDoc): string {
    revision += 1
    return `${generationOf(doc) + 1}-${revision.toString(16).padStart(32, '0')}`
  }

  function put(written: readonly StoredDoc[]): void {
    for (const doc of written) docs.set(doc._id, doc)
    model.apply(written.map(doc => ({ id: doc._id, doc })))
  }

  const leaves: LeafStore = {
    read: async function* (ids) {
      const wanted = ids === 'all' ? [...docs.keys()] : ids
      const found = wanted.flatMap(id => docs.get(id) ?? [])
      yield { docs: found, done: found.length, all: found.length }
    },
    graft: async grafted => {
      const states = grafted.map(doc => compare(docs.get(doc._id), doc))
      put(grafted.filter((_, at) => states[at] !== 'known'))
      return states
    },
    settle: async () => {},
  }

  const store: DocStore = {
    read: async ids => ids.map(id => docs.get(id)),
    readAll: async function* () {
      yield [...docs.values()].filter(doc => doc['_deleted'] !== true)
    },
    write: async written => {
      await options.beforeWrite?.()
      const stale = written.filter(
        doc => docs.get(doc._id)?.['_rev'] !== doc['_rev'],
      )
      const fresh = written
        .filter(doc => !stale.includes(doc))
        .map(doc => ({ ...doc, _rev: nextRev(doc) }))
      put(fresh)
      return stale.map(doc => doc._id)
    },
  }
  const seed = (options.docs ?? []) as readonly StoredDoc[]
  put(seed.map(doc => ({ ...doc, _rev: nextRev(doc) })))
  const sync: SyncAnswer = {
    phase: 'local-only',
    standing: 'owner',
    pending: 0,
    refused: [],
    conflicted: 0,
    damaged: [],
    newer: [],
    loading: false,
    ...options.sync,
  }
  model.setFacts({
    isConnected: sync.phase !== 'local-only',
    pending: new Set(),
    refused: new Set(sync.refused.map(each => each.id)),
  })

  const id = options.id ?? '0'.repeat(26)
  return createLedger({
    id,
    store,
    model,
    sync: {
      latest: () => ({ ...sync, conflicted: model.countConflicted() }),
      subscribe: () => () => {},
      pendingIds: () => [],
      retryRefused: async () => {},
      now: async () => {},
      repair: async () => [],
    },
    care: {
      leaves,
      verify: alone,
      mend: alone,
      rebuild: alone,
      discardRefused: alone,
    },
    acts: openActLog(id, options.acts ?? valuesInMemory()),
    receipts: receiptsInMemory(),
    shrink: async photo => photo,
    readEarlier,
    readStatements: options.readStatements ?? readStatements,
    reckon: reckonHere,
    leftReviews: openLeftReviews(id, options.reviews ?? valuesInMemory()),
    me: () => options.me,
    device: 'memory',
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    close: async () => {},
  })
}

/** Of two revisions without a common history the longer one stands. */
function compare(before: StoredDoc | undefined, doc: StoredDoc): Grafted {
  if (before === undefined) return 'added'
  return generationOf(doc) > generationOf(before) ? 'changed' : 'known'
}

function generationOf({ _rev }: StoredDoc): number {
  return typeof _rev === 'string' ? Number.parseInt(_rev, 10) : 0
}

/** There is no server to ask. */
async function alone(): Promise<never> {
  throw new LedgerError('unreachable', 'memory')
}

function receiptsInMemory() {
  const parts = new Map<string, ReceiptPart>()
  const listeners = new Set<() => void>()
  const store: ReceiptStore = {
    put: async put => {
      for (const part of put) parts.set(part._id, part)
      for (const listener of listeners) listener()
    },
    get: async ids => ids.map(id => parts.get(id)),
    fetch: async () => {
      throw new LedgerError('receipt-away')
    },
    free: async ids => {
      for (const id of ids) parts.delete(id)
      for (const listener of listeners) listener()
    },
    here: async ids => new Set(ids.filter(id => parts.has(id))),
    waiting: async () => new Set(),
    isServerFull: () => false,
  }
  return {
    ...store,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function valuesInMemory(): KeptValues {
  const values = new Map<string, unknown>()
  return {
    get: async key => values.get(key),
    set: async (key, value) => void values.set(key, value),
    update: async (key, change) =>
      void values.set(key, change(values.get(key))),
    remove: async key => void values.delete(key),
    removeWhole: async key => {
      for (const each of values.keys()) {
        if (each === key || each.startsWith(`${key}/`)) values.delete(each)
      }
    },
  }
}
