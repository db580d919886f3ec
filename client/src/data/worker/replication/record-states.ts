import type { FeedChange } from '../change-feed.ts'

/**
 * Which records the server lacks, from revisions alone: a change past the
 * push checkpoint is pending unless its leaves came from the server. Errs to
 * the safe side: too much is pending, never too little.
 */
export type PendingRecords = {
  /** The server had everything up to this sequence when it was last asked. */
  readonly startAt: (checkpoint: number) => void
  /** The database is another one, with nothing in it. */
  readonly clear: () => void
  /** Changes of this device's database, from whomever. */
  readonly changed: (changes: readonly Omit<FeedChange, 'doc'>[]) => void
  /** Revisions that came from the server. */
  readonly pulled: (
    docs: readonly { readonly _id: string; readonly _rev: string }[],
  ) => void
  /** The server has everything up to this sequence. */
  readonly passed: (checkpoint: number) => void
  /** They are not in the database any more. */
  readonly forget: (ids: readonly string[]) => void
  readonly ids: () => readonly string[]
  readonly has: (id: string) => boolean
  readonly count: () => number
}

/** Calls back when the ids may be others. */
export function trackPending(onChanged: () => void): PendingRecords {
  const pending = new Map<
    string,
    { readonly seq: number; readonly revs: readonly string[] }
  >()
  const fromServer = new Set<string>()
  let checkpoint = 0
  let highest = 0

  const isFromServer = (id: string, revs: readonly string[]) =>
    revs.every(rev => fromServer.has(`${id} ${rev}`))

  return {
    startAt: seq => {
      checkpoint = seq
      onChanged()
    },
    clear: () => {
      pending.clear()
      fromServer.clear()
      checkpoint = 0
      highest = 0
      onChanged()
    },
    changed: changes => {
      for (const { id, seq, revs } of changes) {
        highest = Math.max(highest, seq)
        if (seq <= checkpoint || isFromServer(id, revs)) pending.delete(id)
        else pending.set(id, { seq, revs })
      }
      onChanged()
    },
    pulled: docs => {
      for (const { _id: id, _rev: rev } of docs) {
        fromServer.add(`${id} ${rev}`)
        const waiting = pending.get(id)
        if (waiting !== undefined && isFromServer(id, waiting.revs)) {
          pending.delete(id)
        }
      }
      onChanged()
    },
    passed: seq => {
      checkpoint = Math.max(checkpoint, seq)
      for (const [id, waiting] of pending) {
        if (waiting.seq <= checkpoint) pending.delete(id)
      }
      if (checkpoint >= highest) fromServer.clear()
      onChanged()
    },
    forget: ids => {
      for (const id of ids) pending.delete(id)
      onChanged()
    },
    ids: () => [...pending.keys()],
    has: id => pending.has(id),
    count: () => pending.size,
  }
}
