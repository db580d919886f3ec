import type { ReceiptPart } from '@ourmoney/shared/receipt/receipt-part.ts'
import type { TokenSource } from '../../device.ts'
import { LedgerError } from '../../ledger-error.ts'
import {
  asLedgerError,
  openDatabase,
  readLocal,
  writeLocal,
  type Database,
} from '../database.ts'
import { openRemote, type Pouch } from '../pouch.ts'
import { createSyncFetch } from '../replication/sync-fetch.ts'
import type { ReceiptStore } from './receipt-store.ts'

export type PouchReceiptsDeps = {
  readonly id: string
  /** `https://host/sync/<ledger>/receipts` */
  readonly url: string
  readonly token: () => TokenSource | undefined
  readonly isConnected: () => boolean
  readonly now: () => number
  readonly fetch?: typeof fetch | undefined
  /** Something was stored here or reached the server. */
  readonly onChanged: () => void
}

export type PouchReceipts = ReceiptStore & {
  /** Sends what waits, now or when a pause after a failure is over. */
  readonly send: () => void
  readonly close: () => Promise<void>
}

const sentMarker = 'receipts-sent'
/** A part has up to 60 KB. */
const batch = 40
const firstPause = 2_000
const longestPause = 60_000

/** A database of its own, opened when the first receipt is kept or looked at. */
export function openPouchReceipts(deps: PouchReceiptsDeps): PouchReceipts {
  let opened: Database | undefined
  let remote: Pouch | undefined
  let sending: Promise<void> | undefined
  let isAsked = false
  /** A start compares everything: the server may have lost some. */
  let isCompared = false
  let pause = 0
  let pausing: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  let isFull = false

  function local(): Database {
    opened ??= openDatabase(`receipts-${deps.id}`)
    return opened
  }

  function server(): Pouch {
    remote ??= openRemote(
      deps.url,
      createSyncFetch({
        token: deps.token,
        fetch: deps.fetch,
        now: deps.now,
        // Of anything else the book's own replication tells the person.
        onContact: contact => {
          if (contact !== 'ledger-full' || isFull) return
          isFull = true
          deps.onChanged()
        },
        onRefused: async refused => {
          throw new Error(`Receipt refused: ${refused[0]?.reason}`)
        },
      }),
    )
    return remote
  }

  async function waiting(): Promise<ReadonlySet<string>> {
    if (!deps.isConnected()) return new Set()
    return local().run(async pouch => {
      const { results } = await pouch.changes({ since: await sentUntil(pouch) })
      return new Set(results.map(({ id }) => id))
    })
  }

  async function sendAll(): Promise<void> {
    isAsked = false
    const { seq, since } = await local().run(async pouch => ({
      seq: (await pouch.info()).update_seq,
      since: await sentUntil(pouch),
    }))
    if (isCompared && since >= seq) return
    await local().pouch().replicate.to(server(), { batch_size: batch })
    isCompared = true
    isFull = false
    await local().run(pouch => writeLocal(pouch, sentMarker, { seq }))
    deps.onChanged()
  }

  function send(): void {
    isAsked = true
    if (sending !== undefined || pausing !== undefined || isClosed) return
    if (!deps.isConnected() || deps.token() === undefined) return
    sending = sendAll()
      .then(
        () => {
          pause = 0
        },
        () => {
          // The server is away, full or busy: what waits shows as waiting.
          pause = Math.min(longestPause, Math.max(firstPause, pause * 2))
          pausing = setTimeout(() => {
            pausing = undefined
            send()
          }, pause)
        },
      )
      .finally(() => {
        sending = undefined
        if (isAsked) send()
      })
  }

  return {
    put: async parts => {
      const written = await local().run(pouch => pouch.bulkDocs(parts))
      // The same bytes make the same part: a conflict means that it is there.
      const failed = written.find(each => each.error && each.status !== 409)
      if (failed !== undefined) throw asLedgerError(failed)
      deps.onChanged()
    },
    get: ids =>
      local().run(async pouch => {
        const { rows } = await pouch.allDocs({ keys: ids, include_docs: true })
        return rows.map(
          ({ doc }) => (doc ?? undefined) as ReceiptPart | undefined,
        )
      }),
    fetch: async ids => {
      if (!deps.isConnected()) throw new LedgerError('receipt-away', 'alone')
      for (let at = 0; at < ids.length; at += batch) {
        const docs = await askFor(server(), ids.slice(at, at + batch))
        await local().run(pouch => pouch.bulkDocs(docs, { new_edits: false }))
      }
      deps.onChanged()
    },
    free: async ids => {
      await local().run(async pouch => {
        const { rows } = await pouch.allDocs({ keys: ids })
        const gone = rows.flatMap(({ key, value }) =>
          value === undefined || value.deleted === true
            ? []
            : { _id: key, _rev: value.rev, _deleted: true },
        )
        await pouch.bulkDocs(gone)
      })
      deps.onChanged()
      send()
    },
    here: ids =>
      local().run(async pouch => {
        const { rows } = await pouch.allDocs({ keys: ids })
        const found = rows.filter(
          ({ error, value }) => error === undefined && value?.deleted !== true,
        )
        return new Set(found.map(({ key }) => key))
      }),
    waiting,
    isServerFull: () => isFull,
    send,
    close: async () => {
      isClosed = true
      clearTimeout(pausing)
      await sending
      await opened?.close()
    },
  }
}

async function sentUntil(pouch: Pouch): Promise<number> {
  return (
    (await readLocal<{ readonly seq: number }>(pouch, sentMarker))?.seq ?? 0
  )
}

async function askFor(
  server: Pouch,
  ids: readonly string[],
): Promise<readonly object[]> {
  try {
    const { results } = await server.bulkGet({
      docs: ids.map(id => ({ id })),
      revs: true,
    })
    return results.flatMap(({ docs }) => docs.flatMap(({ ok }) => ok ?? []))
  } catch (cause) {
    throw new LedgerError('receipt-away', 'unreachable', cause)
  }
}
