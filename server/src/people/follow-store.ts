import type { Store, Taken, TakenDoc } from './store.ts'
import type { Revocation } from './access.ts'

/** The part of a database that is asked what others have written. */
export type FollowedDatabase = {
  changes(options: {
    since: number | string
    include_docs: true
    limit: number
  }): Promise<{
    readonly results: readonly { readonly doc?: unknown }[]
    readonly last_seq: number | string
  }>
}

export type Following = {
  /** Whether what others wrote is known here; who cannot know refuses everybody. */
  readonly isCurrent: () => boolean
  /** Looks at once. */
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type FollowOptions = {
  readonly database: FollowedDatabase
  readonly store: Store
  /** Told of what another process took away from somebody. */
  readonly announce: (revocation: Revocation) => void
  /** Told once of what keeps it from hearing, until it hears again. */
  readonly onSilence?: ((error: unknown) => void) | undefined
  /** Milliseconds between two looks; how late a revocation may be. */
  readonly every?: number
  /** Milliseconds without an answer after which nothing counts as known. */
  readonly patience?: number
}

const page = 1_000

/** Mirrors what other processes write into the same system store. */
export function followStore(options: FollowOptions): Following {
  const { database, store, announce, onSilence } = options
  const { every = 500, patience = 5_000 } = options
  let since: number | string = 0
  let heardAt = performance.now()
  let isStopped = false
  let isSilent = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function read(): Promise<void> {
    for (;;) {
      const found = await database.changes({
        since,
        include_docs: true,
        limit: page,
      })
      for (const { doc } of found.results) {
        const taken = store.take(doc as TakenDoc)
        if (taken === undefined) continue
        for (const each of revocationsIn(taken)) announce(each)
      }
      // Of a page that could not be taken whole nothing is skipped.
      since = found.last_seq
      if (found.results.length < page) break
    }
    heardAt = performance.now()
    isSilent = false
  }

  /** Who does not answer now may in a moment; until then `isCurrent` says so. */
  function beSilent(error: unknown): void {
    if (!isSilent) onSilence?.(error)
    isSilent = true
  }

  async function lookAgain(): Promise<void> {
    looking = looking.then(read).catch(beSilent)
    await looking
    if (!isStopped) timer = setTimeout(() => void lookAgain(), every)
  }

  void lookAgain()
  return {
    isCurrent: () => performance.now() - heardAt <= patience,
    look: async () => {
      const reading = looking.then(read)
      looking = reading.catch(beSilent)
      await reading
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** What a change takes away, as the process that made it has announced it. */
export function revocationsIn({
  id,
  before,
  after,
}: Taken): readonly Revocation[] {
  if (before === undefined) return []
  switch (before.kind) {
    case 'session': {
      const isWiped = after?.kind === 'session' && after.wipe && !before.wipe
      return after === undefined || isWiped ? [{ session: id }] : []
    }
    case 'api-token':
      return after === undefined ? [{ session: id }] : []
    case 'user': {
      const isOut = after?.kind !== 'user' || after.disabled
      return isOut && !before.disabled ? [{ user: id }] : []
    }
    case 'ledger': {
      if (after?.kind !== 'ledger') return [{ ledger: id }]
      if (after.deletedAt !== undefined && before.deletedAt === undefined) {
        return [{ ledger: id }]
      }
      return Object.entries(before.members)
        .filter(([user, role]) => after.members[user] !== role)
        .map(([user]) => ({ user, ledger: id }))
    }
    default:
      return []
  }
}
