import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Databases } from '../storage/databases.ts'
import { Book } from './book.ts'

/** Changes that are read at once; the process answers others in between. */
const page = 500

/** Kept in memory over all ledgers; the one that is asked for is kept whatever its size. */
const mostRows = 200_000

/** The ledgers that programs have asked about lately, each as new as its database. */
export type Books = {
  readonly of: (ledger: string) => Promise<Book>
  readonly close: () => void
}

type Kept = {
  readonly book: Book
  /** Of the database as it was read; another one means that it was put back or repaired. */
  readonly epoch: string
  since: number | string
  isOld: boolean
  catchingUp: Promise<void> | undefined
  readonly forget: () => void
}

export function createBooks(databases: Databases, most = mostRows): Books {
  // In order of use: the first is the longest unused.
  const books = new Map<string, Kept>()

  function keep(ledger: string): Kept {
    const epoch = databases.epoch(ledger)
    const known = books.get(ledger)
    if (known?.epoch === epoch) {
      books.delete(ledger)
      books.set(ledger, known)
      return known
    }
    known?.forget()
    const kept: Kept = {
      book: new Book(),
      epoch,
      since: 0,
      isOld: true,
      catchingUp: undefined,
      forget: databases.onWritten(ledger, () => {
        kept.isOld = true
      }),
    }
    books.set(ledger, kept)
    return kept
  }

  async function catchUp(ledger: string, kept: Kept): Promise<void> {
    kept.isOld = false
    try {
      let isMore = true
      while (isMore) isMore = await readPage(ledger, kept)
    } catch (error) {
      kept.isOld = true
      throw error
    } finally {
      kept.catchingUp = undefined
    }
  }

  async function readPage(ledger: string, kept: Kept): Promise<boolean> {
    const found = await databases.withLedger(ledger, database =>
      database.changes({
        since: kept.since,
        limit: page,
        include_docs: true,
      }),
    )
    const docs = found.results.flatMap(({ doc }) => doc ?? [])
    kept.book.apply(docs as unknown as StoredDoc[])
    kept.since = found.last_seq
    return found.results.length === page
  }

  function makeRoom(): void {
    let rows = [...books.values()].reduce((sum, { book }) => sum + book.size, 0)
    for (const [ledger, { book, forget }] of books) {
      if (rows <= most || books.size === 1) return
      rows -= book.size
      forget()
      books.delete(ledger)
    }
  }

  return {
    of: async ledger => {
      const kept = keep(ledger)
      // What is being read may have begun before the last write; what begins now has it.
      for (let times = 0; times < 2; times++) {
        if (kept.catchingUp === undefined && !kept.isOld) break
        kept.catchingUp ??= catchUp(ledger, kept)
        await kept.catchingUp
      }
      makeRoom()
      return kept.book
    },
    close: () => {
      for (const { forget } of books.values()) forget()
      books.clear()
    },
  }
}
