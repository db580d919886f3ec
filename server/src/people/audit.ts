import type { ProblemCode, Role } from '@ourmoney/shared/identity/api.ts'
import type { AuditAct } from '@ourmoney/shared/identity/audit.ts'
import type { AuditRecord } from './records.ts'
import { bareId, StaleRecordError } from './store.ts'
import type { Store } from './store.ts'
import { createTokenBucket } from './token-bucket.ts'

/** Places in the two rings: refusals, which strangers can cause, push nothing else out. */
const rings = { done: 4_000, refused: 1_000 } as const
type Ring = keyof typeof rings

/** Each refusal that is written costs a write to the disk. */
const refusals = {
  fromOne: { burst: 30, refill: 10_000 },
  fromAll: { burst: 200, refill: 1_000 },
}

/** Ids and codes only: no name, text, secret or amount that somebody sent. */
export type AuditEvent = {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly act: AuditAct
  readonly outcome: 'done' | ProblemCode
  /** Who did it; for a refused sign-in, whose it would have been. */
  readonly user?: string | undefined
  /** Whom it was done to. */
  readonly about?: string | undefined
  readonly ledger?: string | undefined
  readonly role?: Role | undefined
  /** Address, or the /64 that it is from. */
  readonly from?: string | undefined
}

/** What happened at the server's door, 5,000 events of it at most. */
export type Audit = {
  readonly record: (event: Omit<AuditEvent, 'at'>) => Promise<void>
  /** Newest first. */
  readonly find: (
    isWanted: (event: AuditEvent) => boolean,
  ) => readonly AuditEvent[]
}

export function createAudit({ audit }: Store): Audit {
  const fromOne = createTokenBucket(refusals.fromOne)
  const fromAll = createTokenBucket(refusals.fromAll)
  let seq = audit.all().reduce((most, each) => Math.max(most, each.seq), 0)
  let writing: Promise<unknown> = Promise.resolve()

  function isTooMuch(from: string, now: number): boolean {
    return fromOne.take(from, now) > 0 || fromAll.take('', now) > 0
  }

  /** A free slot, or the oldest of whoever has most: nobody pushes out what others did. */
  function slotIn(ring: Ring): string {
    const taken = audit.all().filter(each => each.ring === ring)
    if (taken.length < rings[ring]) return `${ring}-${taken.length}`
    const byUser = Map.groupBy(taken, ({ user }) => user)
    const most = [...byUser.values()].reduce((a, b) =>
      b.length > a.length ? b : a,
    )
    return bareId(most.reduce((a, b) => (b.seq < a.seq ? b : a)))
  }

  async function write(event: Omit<AuditEvent, 'at'>, at: number) {
    const ring = ringOf(event)
    const slot = slotIn(ring)
    const _rev = audit.get(slot)?._rev
    seq += 1
    const place = { _id: `audit_${slot}`, _rev, kind: 'audit', ring } as const
    await audit.save({ ...place, seq, at, ...event })
  }

  /** Another process may have taken the slot. */
  async function writeAnew(event: Omit<AuditEvent, 'at'>, at: number) {
    for (let tries = 1; ; tries++) {
      try {
        return await write(event, at)
      } catch (error) {
        if (!(error instanceof StaleRecordError) || tries === 20) throw error
        seq = audit.all().reduce((most, each) => Math.max(most, each.seq), seq)
      }
    }
  }

  return {
    record: async event => {
      const at = Date.now()
      const isRefused = ringOf(event) === 'refused'
      if (isRefused && isTooMuch(event.from ?? '', at)) return
      // One after the other, or two would take one slot.
      const written = writing.then(() => writeAnew(event, at))
      writing = written.catch(() => undefined)
      await written
    },
    find: isWanted =>
      audit
        .all()
        .filter(isWanted)
        .toSorted((a, b) => b.seq - a.seq)
        .map(describe),
  }
}

function ringOf({ outcome }: Omit<AuditEvent, 'at'>): Ring {
  return outcome === 'done' ? 'done' : 'refused'
}

function describe(record: AuditRecord): AuditEvent {
  const { at, act, outcome, user, about, ledger, role, from } = record
  return { at, act, outcome, user, about, ledger, role, from }
}
