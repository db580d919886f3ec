import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { webhookBody } from '@ourmoney/shared/identity/webhooks.ts'
import type { Position, WebhookRecord } from '../people/records.ts'
import type { Databases } from '../storage/databases.ts'
import { signingHeaders } from './sign.ts'

export type Message = NonNullable<WebhookRecord['message']>
type Body = z.infer<typeof webhookBody>

export function newMessage(upTo: Position, at: number): Message {
  return { id: `msg_${randomUUID()}`, upTo, at, attempts: 0, dueAt: at }
}

/** How far a ledger has come. */
export function positionOf(
  databases: Pick<Databases, 'withLedger' | 'epoch'>,
  ledger: string,
): Promise<Position> {
  return databases.withLedger(ledger, async database => ({
    epoch: databases.epoch(ledger),
    seq: (await database.info()).update_seq,
  }))
}

/** The same, if anything was written since its address was told. */
export function positionSince(
  databases: Pick<Databases, 'withLedger' | 'epoch'>,
  { ledger, told }: WebhookRecord,
): Promise<Position | undefined> {
  return databases.withLedger(ledger, async database => {
    const epoch = databases.epoch(ledger)
    const since = sinceOf(told, epoch)
    const { results } = await database.changes({ since, limit: 1 })
    if (results.length === 0 && told.epoch === epoch) return undefined
    return { epoch, seq: (await database.info()).update_seq }
  })
}

/** What is sent, the same at each attempt but for its time. */
export function signedCall(
  { ledger, address, secret, told }: WebhookRecord,
  type: Body['type'],
  { id, upTo, at }: Message,
  now: number,
) {
  const body = JSON.stringify({
    type,
    timestamp: new Date(at).toISOString(),
    data: { ledger, since: sinceOf(told, upTo.epoch), cursor: upTo.seq },
  } satisfies Body)
  const headers = signingHeaders({ secret, id, at: now, body })
  return { address, headers, body }
}

/** Of another epoch nothing is known to stand: all is to be read again. */
function sinceOf({ epoch, seq }: Position, current: string): Position['seq'] {
  return epoch === current ? seq : 0
}
