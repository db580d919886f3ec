import type { ProblemCode, Role } from '@ourmoney/shared/identity/api.ts'
import type { AuditAct } from '@ourmoney/shared/identity/audit.ts'
import type { AuditRecord } from './records.ts'
import type { Store } from './store.ts'
import { createTokenBucket } from './token-bucket.ts'

/** Slots of the two rings: refusals, which strangers can cause, push nothing else out. */
const rings = { done: 4_000, refused: 1_000 } as const
type Ring = keyof typeof rings

/** Each refusal that is written costs a write to the disk. */
const refusals = { burst: 100, refill: 1_000 }

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

/** What happened at the server's door, the newest 5,000 of it. */
export type Audit = {
  readonly record: (event: Omit<AuditEvent, 'at'>) => Promise<void>
  /** Newest first. */
  readonly find: (
    isWanted: (event: AuditEvent) => boolean,
  ) => readonly AuditEvent[]
}

export function createAudit({ audit }: Store): Audit {
  const bucket = createTokenBucket(refusals)
  const next: Record<Ring, number> = {
    done: nextOf('done'),
    refused: nextOf('refused'),
  }

  function nextOf(ring: Ring): number {
    const taken = audit.all().filter(each => each.ring === ring)
    return taken.reduce((most, { seq }) => Math.max(most, seq + 1), 0)
  }

  return {
    record: async event => {
      const ring = event.outcome === 'done' ? 'done' : 'refused'
      const at = Date.now()
      if (ring === 'refused' && bucket.take('', at) > 0) return
      const seq = next[ring]
      next[ring] += 1
      const slot = `${ring}-${seq % rings[ring]}`
      await audit.save({
        _id: `audit_${slot}`,
        _rev: audit.get(slot)?._rev,
        kind: 'audit',
        ring,
        seq,
        at,
        ...event,
      })
    },
    find: isWanted =>
      audit
        .all()
        .filter(isWanted)
        .toSorted((a, b) => b.at - a.at || b.seq - a.seq)
        .map(describe),
  }
}

function describe(record: AuditRecord): AuditEvent {
  const { at, act, outcome, user, about, ledger, role, from } = record
  return { at, act, outcome, user, about, ledger, role, from }
}
