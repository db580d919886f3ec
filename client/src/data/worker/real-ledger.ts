import { mayWrite, type Standing } from '@ourmoney/shared/identity/may-write.ts'
import type { TokenSource } from '../device.ts'
import { openActLog } from './act-log.ts'
import { openPouchLeaves } from './care/pouch-leaves.ts'
import { serverCare } from './care/server-care.ts'
import type { FeedChange } from './change-feed.ts'
import { readEarlier, type ReadEarlier } from './earlier/read-earlier.ts'
import { reckonHere, type Reckon } from './reckoning/reckon.ts'
import {
  readStatements,
  type ReadStatements,
} from './statements/read-statement.ts'
import type { KeptValues } from './kept-values.ts'
import { createLedger, type LedgerCore } from './ledger-core.ts'
import { openPouchStore } from './pouch-store.ts'
import { ReadModel } from './read-model/read-model.ts'
import { openPouchReceipts } from './receipts/pouch-receipts.ts'
import { shrinkPhoto } from './receipts/shrink-photo.ts'
import { createMerging } from './replication/conflicts.ts'
import { replicateFromOneTab } from './replication/from-one-tab.ts'
import { openLeftReviews } from './review/left-reviews.ts'
import { createSnapshots } from './snapshots.ts'
import { openStoredLedger } from './stored-ledger.ts'
import { createSyncFacts } from './sync-facts.ts'
import { tidyTrash } from './tidy-trash.ts'

export type RealLedgerDeps = {
  readonly id: string
  /** Under which all that is kept of it here has its name, where that is not the id. */
  readonly place?: string | undefined
  /** Whose it is once it was connected. */
  readonly user: string | undefined
  /** What they are in it, as the server said last. */
  readonly standing?: Standing | undefined
  readonly onStanding?: ((standing: Standing) => void) | undefined
  /** The ledger is called something else now. */
  readonly onNamed?: ((name: string) => void) | undefined
  /** Member that this device writes as, if it started the ledger. */
  readonly me: string | undefined
  readonly device: string
  readonly snapshots: KeptValues
  /** What can be undone here. */
  readonly acts: KeptValues
  /** Reviews of files that were left. */
  readonly reviews: KeptValues
  /** What was read of a damaged database until it is in a new one. */
  readonly rescued: KeptValues
  /** Of that person, if they are signed in. */
  readonly token: (user: string | undefined) => TokenSource | undefined
  /** Of the server that served the app, without a slash at the end. */
  readonly server: string
  readonly now: () => number
  readonly random: () => number
  /** The browser emptied its storage while the ledger was open, and whose it was. */
  readonly onCleared: (user: string | undefined) => Promise<void>
  readonly fetch?: typeof fetch | undefined
  /** Where there is no canvas, in tests. */
  readonly shrink?: ((photo: Blob) => Promise<Blob>) | undefined
  /** Where another thread reads. */
  readonly readEarlier?: ReadEarlier | undefined
  readonly readStatements?: ReadStatements | undefined
  readonly reckon?: Reckon | undefined
}

export type RealLedger = LedgerCore & {
  /** From now on it replicates as this user's. */
  readonly connect: (user: string) => Promise<void>
  readonly wake: (isNew: boolean) => void
  readonly setVisible: (isVisible: boolean) => void
  /** How much of it no server has, as far as this device knows. */
  readonly unsent: () => Promise<number>
  /** Resolves when the whole ledger was read. */
  readonly loaded: Promise<void>
}

/**
 * A ledger on PouchDB. Answers from its snapshot while the database opens;
 * reading and writing docs waits for it.
 */
export async function openRealLedger(
  deps: RealLedgerDeps,
): Promise<RealLedger> {
  const { id, now } = deps
  const place = deps.place ?? id
  const url = `${deps.server}/sync/${id}`
  const model = new ReadModel()
  let named: string | undefined
  const facts = createSyncFacts(model, deps.user, deps.standing, standing =>
    deps.onStanding?.(standing),
  )
  const receiptListeners = new Set<() => void>()
  const token = () => deps.token(facts.user())
  const receipts = openPouchReceipts({
    id: place,
    url: `${url}/receipts`,
    token,
    isConnected: () => facts.user() !== undefined,
    now,
    fetch: deps.fetch,
    onChanged: () => {
      receiptsChanged()
      replicating.tell({ tell: 'receipts' })
    },
  })
  const snapshots = createSnapshots(
    place,
    model,
    () => stored.at(),
    deps.snapshots,
  )
  const snapshot = await snapshots.load()
  facts.show()
  const stored = openStoredLedger({
    name: `ledger-${place}`,
    model,
    facts,
    snapshot,
    rescued: deps.rescued,
    onChanges: told,
    onBack: () => replicating.begin(),
    onCleared: deps.onCleared,
    onEmptied: () => replicating.emptied(),
  })
  const loaded = stored.load()
  const replicating = replicateFromOneTab({
    name: `ourmoney-${place}`,
    stored,
    facts,
    url,
    token,
    now,
    fetch: deps.fetch,
    onReceipts: receiptsChanged,
    onForgotten: forgotten,
    onUpToDate: sendReceipts,
  })

  function told(changes: readonly FeedChange[]): void {
    model.apply(changes)
    tellName()
    snapshots.changed(changes.length)
    replicating.changed(changes)
  }

  /** No change of the database tells of what was taken out of it. */
  function forgotten(ids: readonly string[]): void {
    model.apply(ids.map(_id => ({ id: _id, doc: { _id, _deleted: true } })))
    snapshots.changed(ids.length)
  }

  /** Replication merges by itself; without it nobody would. */
  async function mergeHere(ids: readonly string[]): Promise<void> {
    if (facts.user() !== undefined) return
    const { database } = stored
    const merging = createMerging(
      database,
      await stored.feed(),
      now,
      () => true,
    )
    await merging.merge(ids)
  }

  function tellName(): void {
    const name = model.docs('ledger')[0]?.name
    if (name === undefined || name === named) return
    named = name
    deps.onNamed?.(name)
  }

  function receiptsChanged(): void {
    if (replicating.isLeader()) sendReceipts()
    for (const listener of receiptListeners) listener()
  }

  function sendReceipts(): void {
    if (model.docs('receipt').length > 0) receipts.send()
  }

  function me(): string | undefined {
    if (deps.me !== undefined) return deps.me
    const user = facts.user()
    return user === undefined
      ? undefined
      : model.docs('member').find(member => member.user === user)?._id
  }

  const ledger = createLedger({
    id,
    store: openPouchStore({
      stored,
      model,
      onFailure: facts.storageFailed,
      onWritten: () => replicating.tell({ tell: 'written' }),
    }),
    model,
    sync: {
      latest: () => facts.answer(stored.isLoading()),
      subscribe: facts.subscribe,
      pendingIds: () => facts.state().pending,
      retryRefused: replicating.retryRefused,
      now: async () => replicating.wake(true),
      repair: stored.repair,
    },
    care: serverCare({
      stored,
      replicating,
      leaves: openPouchLeaves({
        database: stored.database,
        feed: stored.feed,
        merge: mergeHere,
      }),
      server: { url: `${url}/db`, token, fetch: deps.fetch },
      isConnected: () => facts.user() !== undefined,
    }),
    acts: openActLog(place, deps.acts),
    receipts: {
      ...receipts,
      subscribe: listener => {
        receiptListeners.add(listener)
        return () => receiptListeners.delete(listener)
      },
    },
    shrink: deps.shrink ?? shrinkPhoto,
    readEarlier: deps.readEarlier ?? readEarlier,
    readStatements: deps.readStatements ?? readStatements,
    reckon: deps.reckon ?? reckonHere,
    leftReviews: openLeftReviews(place, deps.reviews),
    me,
    device: deps.device,
    now,
    random: deps.random,
    close,
  })

  const stopTidying = tidyTrash({
    now,
    days: () => model.past.trashDays(),
    standing: () => facts.state().standing,
    isOurs: () => !stored.isLoading() && replicating.isLeader(),
    empty: before =>
      ledger.emptyTrash(before, () => {}, new AbortController().signal),
  })

  /** Who leaves once it is done does not wait for all of it to be read again. */
  function thenKept<Args extends readonly unknown[], Done>(
    bring: (...args: Args) => Promise<Done>,
  ) {
    return async (...args: Args): Promise<Done> => {
      const done = await bring(...args)
      await snapshots.flushMany()
      return done
    }
  }

  async function close(): Promise<void> {
    stopTidying()
    stored.stop()
    replicating.stop()
    await snapshots.flush()
    snapshots.stop()
    replicating.leave()
    await receipts.close()
    await stored.close()
  }

  return {
    ...ledger,
    bringIn: thenKept(ledger.bringIn),
    importEarlier: thenKept(ledger.importEarlier),
    connect: async user => {
      const member = me()
      if (member !== undefined && mayWrite(facts.state().standing)) {
        await ledger.write([
          { change: 'edit', target: { ids: [member] }, set: { user } },
        ])
      }
      replicating.connect(user)
    },
    wake: replicating.wake,
    setVisible: isVisible => {
      replicating.setVisible(isVisible)
      if (isVisible) {
        replicating.wake(false)
        stored.look()
      } else void snapshots.flush()
    },
    unsent: async () => {
      const { pending, refused } = facts.state()
      // Bytes of receipts that wait count as one more.
      const { size } = await receipts.waiting()
      return pending.length + refused.length + Math.min(size, 1)
    },
    loaded,
  }
}
