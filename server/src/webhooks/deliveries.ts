import { Failure } from '../failure.ts'
import type { Position, WebhookRecord } from '../people/records.ts'
import { bareId } from '../people/store.ts'
import { createTokenBucket } from '../people/token-bucket.ts'
import type { Webhooks } from '../people/webhooks.ts'
import { signals } from '../signals.ts'
import type { Databases } from '../storage/databases.ts'
import { readAddress } from './address.ts'
import { delayAfter, leastAttempts, mostPatience } from './backoff.ts'
import {
  newMessage,
  positionOf,
  positionSince,
  signedCall,
  type Message,
} from './message.ts'
import type { Post, Refusal } from './post.ts'
import { createWritten } from './written.ts'

/** Tells addresses of changes, each until it has heard. */
export type Deliveries = {
  readonly start: () => void
  /** Tells whoever is to be told now; resolves when what it began is over. */
  readonly look: () => Promise<void>
  /**
   * One call that is not tried again; when it arrives, what was off is on.
   * Throws `too-many-requests` while one of the same person is under way, too.
   */
  readonly test: (id: string, user: string) => Promise<Refusal | undefined>
  readonly positionOf: (ledger: string) => Promise<Position>
  /** As it is called; `undefined` for one that people may not have told. */
  readonly readAddress: (address: string) => string | undefined
  /** Ends what is under way; it is tried again by whoever runs next. */
  readonly stop: () => Promise<void>
}

export type DeliveriesDeps = {
  readonly webhooks: Webhooks
  readonly databases: Pick<Databases, 'withLedger' | 'onWritten' | 'epoch'>
  readonly post: Post
  /** Addresses may be private, or http. */
  readonly toPrivate: boolean
  /** Whether what other servers did is known here. */
  readonly isCurrent: () => boolean
  readonly onUntold?: (untold: Untold) => void
  readonly now?: () => number
  readonly random?: () => number
}

/** For the log: nothing of what was sent, and no more of an address than whose it is. */
export type Untold = {
  readonly webhook: string
  readonly to: string | undefined
  /** Absent when it did not come to a call. */
  readonly refusal?: Refusal | undefined
  readonly cause?: unknown
  /** It is told nothing any more. */
  readonly isOff: boolean
}

/** Milliseconds between two looks; what changes within them is told by one call. */
const every = 1_000
/** Milliseconds for which an address that was told something is told nothing new: each call costs two writes to the disk. */
const pause = 5_000
/** Milliseconds that a server has for an attempt before another may begin it again. */
const lease = 30_000
/** Calls at the same time. */
const most = 8
/** Tests that a person has at once, and the milliseconds until there is one more. */
const tests = { burst: 5, refill: 20_000 }

export function createDeliveries(deps: DeliveriesDeps): Deliveries {
  const { webhooks, databases, post, toPrivate, isCurrent } = deps
  const { now = Date.now, random = Math.random } = deps
  const { onUntold = () => {} } = deps
  const written = createWritten(databases, now)
  const stopping = new AbortController()
  const running = new Map<string, Promise<void>>()
  /** Whoever has a test under way. */
  const testing = new Set<string>()
  const testsLeft = createTokenBucket(tests)
  /** Those whose ledger could not be read here, or whose record not saved. */
  const putOff = new Map<string, { tries: number; until: number }>()
  let timer: NodeJS.Timeout | undefined

  /** Never is `Infinity`. */
  function dueAt(record: WebhookRecord): number {
    const id = bareId(record)
    const { message, deliveredAt = -Infinity } = record
    const since = written.since(id) ?? Infinity
    return Math.max(
      message?.dueAt ?? Math.max(since, deliveredAt + pause),
      putOff.get(id)?.until ?? -Infinity,
    )
  }

  async function findMessage(record: WebhookRecord) {
    if (record.message !== undefined) return record.message
    written.delete(bareId(record))
    const upTo = await positionSince(databases, record)
    return upTo && newMessage(upTo, now())
  }

  /** Puts the next attempt off for every server, and makes this one's own. */
  async function claim(record: WebhookRecord) {
    const message = await findMessage(record)
    if (message === undefined) return undefined
    const mine: Message = {
      ...message,
      attempts: message.attempts + 1,
      dueAt: now() + lease,
    }
    const claimed = await webhooks.claim({ ...record, message: mine })
    // What another server tells need not be all that was found here.
    if (claimed === undefined) written.add(bareId(record))
    return claimed && { claimed, message: mine }
  }

  async function call(
    record: WebhookRecord,
    type: Parameters<typeof signedCall>[1],
    message: Message,
  ): Promise<Refusal | undefined> {
    const signed = signedCall(record, type, message, now())
    const refusal = await post({ ...signed, signal: stopping.signal })
    signals.webhook.tell(refusal?.reason ?? 'delivered')
    return refusal
  }

  /** Unless another server has settled it meanwhile. */
  async function settle(
    record: WebhookRecord,
    { id }: Message,
    change: (record: WebhookRecord) => WebhookRecord,
  ): Promise<void> {
    await webhooks.change(bareId(record), each =>
      each.message?.id === id ? change(each) : each,
    )
  }

  async function attempt(record: WebhookRecord): Promise<void> {
    const { claimed, message } = (await claim(record)) ?? {}
    if (claimed === undefined || message === undefined) return
    try {
      const refusal = await call(claimed, 'ledger.changed', message)
      if (refusal !== undefined) return await refuse(claimed, message, refusal)
      await settle(claimed, message, each => ({
        ...arrived(each, now()),
        told: message.upTo,
        message: undefined,
      }))
    } catch (error) {
      if (!stopping.signal.aborted) throw error
      await settle(claimed, message, each => ({
        ...each,
        message: { ...message, attempts: message.attempts - 1, dueAt: now() },
      }))
    }
  }

  async function refuse(
    record: WebhookRecord,
    message: Message,
    refusal: Refusal,
  ): Promise<void> {
    const { reason, status, retryAfter } = refusal
    const isHopeless =
      message.attempts >= leastAttempts && now() - message.at >= mostPatience
    // Gone is for good.
    const isOff = status === 410 || isHopeless
    onUntold({ ...who(record), refusal, isOff })
    const wait = delayAfter(message.attempts, random(), retryAfter)
    await settle(record, message, each => ({
      ...each,
      failingSince: each.failingSince ?? now(),
      failure: { reason, status },
      ...(isOff
        ? { message: undefined, offAt: now() }
        : { message: { ...message, dueAt: now() + wait } }),
    }))
  }

  /** What stands in the way is often there for a while: it is logged once. */
  function fail(record: WebhookRecord, cause: unknown): void {
    const id = bareId(record)
    const tries = (putOff.get(id)?.tries ?? 0) + 1
    if (tries === 1) onUntold({ ...who(record), cause, isOff: false })
    // Some five minutes at most: nobody says when the way is free again.
    const wait = delayAfter(Math.min(tries, 4), random())
    putOff.set(id, { tries, until: now() + wait })
    written.add(id)
  }

  async function run(record: WebhookRecord): Promise<void> {
    const id = bareId(record)
    try {
      await attempt(record)
      putOff.delete(id)
    } catch (cause) {
      fail(record, cause)
    } finally {
      running.delete(id)
      // Not awaited: who waits for this one need not wait for whoever takes its place.
      void look()
    }
  }

  async function look(): Promise<void> {
    if (stopping.signal.aborted || !isCurrent()) return
    const records = webhooks.inForce()
    written.listenFor(records)
    for (const id of putOff.keys()) {
      if (webhooks.find(id) === undefined) putOff.delete(id)
    }
    const begun = records
      .filter(each => !running.has(bareId(each)) && dueAt(each) <= now())
      // Who waits longest is first: slow addresses hold up themselves.
      .toSorted((a, b) => dueAt(a) - dueAt(b))
      .slice(0, most - running.size)
      .map(record => {
        const work = run(record)
        running.set(bareId(record), work)
        return work
      })
    await Promise.all(begun)
  }

  return {
    start: () => {
      timer = setInterval(() => void look(), every)
    },
    look,
    test: async (id, user) => {
      const record = webhooks.find(id)
      if (record === undefined) throw new Failure('not-found')
      const isBusy = testing.has(user) || testing.size >= most
      const retryAfter = isBusy ? 10 : testsLeft.take(user, now())
      if (retryAfter > 0) throw new Failure('too-many-requests', { retryAfter })
      testing.add(user)
      try {
        const message = newMessage(record.told, now())
        const refusal = await call(record, 'webhook.test', message)
        if (refusal !== undefined) return refusal
        await webhooks.change(id, each => ({
          ...arrived(each, now()),
          // What waits to be tried again may be tried at once.
          message: each.message && { ...each.message, dueAt: now() },
        }))
        return undefined
      } catch (error) {
        if (!stopping.signal.aborted) throw error
        throw new Failure('shutting-down', { retryAfter: 5 })
      } finally {
        testing.delete(user)
      }
    },
    positionOf: ledger => positionOf(databases, ledger),
    readAddress: address => readAddress(address, toPrivate)?.href,
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await Promise.all(running.values())
      written.listenFor([])
    },
  }
}

function who(record: WebhookRecord) {
  return { webhook: bareId(record), to: URL.parse(record.address)?.host }
}

function arrived(record: WebhookRecord, at: number): WebhookRecord {
  return {
    ...record,
    deliveredAt: at,
    failingSince: undefined,
    failure: undefined,
    offAt: undefined,
  }
}
