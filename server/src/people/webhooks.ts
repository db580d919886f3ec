import { randomUUID } from 'node:crypto'
import { mostWebhooks } from '@ourmoney/shared/identity/webhooks.ts'
import { Failure } from '../failure.ts'
import { createTurns } from '../storage/turns.ts'
import { newSecret } from '../webhooks/sign.ts'
import type { Ledgers } from './ledgers.ts'
import type { Position, WebhookRecord } from './records.ts'
import { saveAnew } from './save-anew.ts'
import { bareId, StaleRecordError } from './store.ts'
import type { Store } from './store.ts'
import type { Users } from './users.ts'

export type Webhook = Pick<
  WebhookRecord,
  | 'user'
  | 'address'
  | 'createdAt'
  | 'deliveredAt'
  | 'failingSince'
  | 'failure'
  | 'offAt'
> & { readonly id: string }

export type NewWebhook = {
  readonly user: string
  readonly ledger: string
  readonly address: string
  /** Changes up to here are not told. */
  readonly told: Position
}

/**
 * Addresses that a person has told when a ledger changes, for as long as they
 * are in it.
 */
export type Webhooks = {
  /** The only time that the secret is told; throws `too-many-webhooks` when the person has the most of that ledger. */
  readonly make: (
    webhook: NewWebhook,
  ) => Promise<Webhook & { readonly secret: string }>
  /** Nobody but who made one sees more of its address than where it leads. */
  readonly ofLedger: (ledger: string, seenBy: string) => readonly Webhook[]
  /** Throws `not-found` for one of another ledger. */
  readonly revoke: (ledger: string, id: string) => Promise<void>
  readonly revokeAll: (user: string) => Promise<void>
  /** Forgets what is of people who are in that ledger no more. */
  readonly sweep: () => Promise<void>
  /** One whose person is in the ledger, whether it is off or not. */
  readonly find: (id: string) => WebhookRecord | undefined
  /** All of those that are not off. */
  readonly inForce: () => readonly WebhookRecord[]
  /** Saves it for the one who may tell it now; `undefined` when another server was first. */
  readonly claim: (record: WebhookRecord) => Promise<WebhookRecord | undefined>
  /** Harmless when it was revoked meanwhile. */
  readonly change: (
    id: string,
    change: (record: WebhookRecord) => WebhookRecord,
  ) => Promise<void>
}

type WebhooksDeps = {
  readonly store: Store
  readonly users: Users
  readonly ledgers: Ledgers
}

export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { users, ledgers } = deps
  const { webhooks } = deps.store
  const turns = createTurns()

  async function remove(id: string): Promise<void> {
    const found = webhooks.get(id)
    if (found === undefined) return
    try {
      await webhooks.remove(found)
    } catch (error) {
      // What came of a call was written down in this very moment.
      if (error instanceof StaleRecordError) return remove(id)
      throw error
    }
  }

  async function removeWhere(isGone: (row: WebhookRecord) => boolean) {
    for (const row of webhooks.all()) if (isGone(row)) await remove(bareId(row))
  }

  function isOfMember({ user, ledger }: WebhookRecord): boolean {
    return (
      users.get(user) !== undefined &&
      ledgers.roleOf(user, ledger) !== undefined
    )
  }

  async function make({ user, ledger, address, told }: NewWebhook) {
    const own = webhooks
      .all()
      .filter(each => each.user === user && each.ledger === ledger)
    if (own.length >= mostWebhooks) throw new Failure('too-many-webhooks')
    const secret = newSecret()
    const made = await webhooks.save({
      _id: `webhook_${randomUUID()}`,
      kind: 'webhook',
      user,
      ledger,
      address,
      secret,
      createdAt: Date.now(),
      told,
    })
    return { ...describe(made, user), secret }
  }

  return {
    // Several at once would all be counted before any is saved.
    make: webhook =>
      turns.take(`${webhook.user} ${webhook.ledger}`, () => make(webhook)),
    ofLedger: (ledger, seenBy) =>
      webhooks
        .all()
        .filter(each => each.ledger === ledger && isOfMember(each))
        .map(each => describe(each, seenBy)),
    revoke: async (ledger, id) => {
      if (webhooks.get(id)?.ledger !== ledger) throw new Failure('not-found')
      await remove(id)
    },
    revokeAll: user => removeWhere(each => each.user === user),
    sweep: () =>
      removeWhere(
        ({ user, ledger }) =>
          ledgers.roleOf(user, ledger) === undefined &&
          // A deleted ledger may come back within a week.
          !ledgers.isDeletedFor(user, ledger),
      ),
    find: id => {
      const found = webhooks.get(id)
      return found !== undefined && isOfMember(found) ? found : undefined
    },
    inForce: () =>
      webhooks
        .all()
        .filter(each => each.offAt === undefined && isOfMember(each)),
    claim: async record => {
      try {
        return await webhooks.save(record)
      } catch (error) {
        if (error instanceof StaleRecordError) return undefined
        throw error
      }
    },
    change: async (id, change) => {
      try {
        await saveAnew(webhooks, id, change)
      } catch (error) {
        const isGone = error instanceof Failure && error.code === 'not-found'
        if (!isGone) throw error
      }
    },
  }
}

function describe(record: WebhookRecord, seenBy: string): Webhook {
  const { user, createdAt, deliveredAt, failingSince, failure, offAt } = record
  const { origin, pathname } = new URL(record.address)
  return {
    id: bareId(record),
    user,
    // Keys of other people's services often stand in the rest, in some even in the path.
    address: user === seenBy ? `${origin}${pathname}` : origin,
    createdAt,
    deliveredAt,
    failingSince,
    failure,
    offAt,
  }
}
