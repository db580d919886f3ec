import { Failure } from '../failure.ts'
import type { Database } from './pouch.ts'

/** Databases that are open: lent to whoever asks, closed when others need the room. */
export type Lending = {
  readonly lend: <Answer>(
    name: string,
    open: () => Promise<Database>,
    work: (database: Database) => Promise<Answer>,
  ) => Promise<Answer>
  /** Waits until nobody uses it; harmless when it is not open. */
  readonly close: (name: string) => Promise<void>
  readonly closeAll: () => Promise<void>
  readonly count: () => number
}

type Lent = {
  readonly database: Promise<Database>
  uses: number
  /** By `performance.now()`. */
  usedAt: number
  /** What LevelDB could not write it never writes again, until it is opened anew. */
  isSpent: boolean
  shutting?: Promise<void>
}

/** Milliseconds after which one that nobody uses is closed: open ones take memory. */
const longestIdle = 30_000

export function createLending(limit: number): Lending {
  // In order of use: the first is the longest unused.
  const open = new Map<string, Lent>()
  const waiting: (() => void)[] = []
  let opening: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const closingIdle = setInterval(() => {
    // What did not close does not open either: whoever asks for it is told.
    closeIdle().catch(() => undefined)
  }, longestIdle / 2)
  closingIdle.unref()

  async function closeIdle(): Promise<void> {
    const since = performance.now() - longestIdle
    for (const [name, lent] of open) {
      if (isUnused(lent) && lent.usedAt < since) await shut(name, lent)
    }
  }

  function released(): Promise<void> {
    return new Promise(resolve => waiting.push(resolve))
  }

  function wake(): void {
    for (const each of waiting.splice(0)) each()
  }

  async function makeRoom(): Promise<void> {
    while (open.size >= limit) {
      const idle = [...open].find(([, lent]) => isUnused(lent))
      if (idle === undefined) await released()
      else await shut(...idle)
    }
  }

  async function shut(name: string, lent: Lent): Promise<void> {
    // Nobody may open it again before it is closed: its folder has a lock.
    lent.isSpent = true
    lent.shutting ??= lent.database.then(
      database => database.close(),
      () => undefined,
    )
    try {
      await lent.shutting
    } finally {
      open.delete(name)
      wake()
    }
  }

  /** The open one, moved to the end of the order of use. */
  async function take(name: string): Promise<Lent | undefined> {
    for (;;) {
      const lent = open.get(name)
      if (lent === undefined) return undefined
      if (lent.isSpent) {
        await released()
        continue
      }
      open.delete(name)
      open.set(name, lent)
      lent.uses += 1
      return lent
    }
  }

  async function takeOrOpen(
    name: string,
    openIt: () => Promise<Database>,
  ): Promise<Lent> {
    if (isClosed) throw new Failure('shutting-down', { retryAfter: 5 })
    const known = await take(name)
    if (known !== undefined) return known
    // One by one, or several would find the same room.
    const lending = opening.then(async () => {
      await makeRoom()
      const meanwhile = await take(name)
      if (meanwhile !== undefined) return meanwhile
      const lent: Lent = {
        database: openIt(),
        uses: 1,
        usedAt: performance.now(),
        isSpent: false,
      }
      open.set(name, lent)
      // What did not open says nothing about the next time, whatever the error is.
      lent.database.catch(() => {
        lent.isSpent = true
      })
      return lent
    })
    opening = lending.catch(() => undefined)
    return lending
  }

  return {
    lend: async (name, openIt, work) => {
      const lent = await takeOrOpen(name, openIt)
      try {
        return await work(await lent.database)
      } catch (error) {
        if (!isAnswer(error)) lent.isSpent = true
        throw error
      } finally {
        lent.uses -= 1
        lent.usedAt = performance.now()
        if (lent.uses === 0 && lent.isSpent) await shut(name, lent)
        if (lent.uses === 0) wake()
      }
    },
    close: async name => {
      const lent = open.get(name)
      if (lent === undefined) return
      lent.isSpent = true
      while (lent.uses > 0) await released()
      if (open.get(name) === lent) await shut(name, lent)
    },
    closeAll: async () => {
      isClosed = true
      clearInterval(closingIdle)
      for (const [name, lent] of open) await shut(name, lent)
    },
    count: () => open.size,
  }
}

/** Nobody has it, and it is not being closed. */
function isUnused({ uses, isSpent }: Lent): boolean {
  return uses === 0 && !isSpent
}

/** Refusals, and what PouchDB answers about a doc, say nothing about the database. */
function isAnswer(error: unknown): boolean {
  if (error instanceof Failure) return true
  const isObject = typeof error === 'object' && error !== null
  const status = isObject && 'status' in error ? Number(error.status) : 500
  return status < 500
}
