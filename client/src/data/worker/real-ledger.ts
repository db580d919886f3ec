import type { TokenSource } from '../device.ts'
import type { SyncAnswer, UnreadRecord } from '../ledger.ts'
import { openActLog } from './act-log.ts'
import {
  createChangeFeed,
  type ChangeFeed,
  type FeedChange,
} from './change-feed.ts'
import {
  asLedgerError,
  openDatabase,
  readDocs,
  type Database,
} from './database.ts'
import type { DocStore } from './doc-store.ts'
import type { KeptValues } from './kept-values.ts'
import { createLedger, type LedgerCore } from './ledger-core.ts'
import type { Pouch } from './pouch.ts'
import { ReadModel } from './read-model/read-model.ts'
import { markFirstSync } from './replication/first-sync.ts'
import { seekLeadership } from './replication/leader.ts'
import {
  startSupervisor,
  type Supervisor,
  type SyncState,
} from './replication/supervisor.ts'
import { putBack, rebuild, wasRebuilt } from './rebuild.ts'
import { createSnapshots } from './snapshots.ts'
import { openPouchReceipts } from './receipts/pouch-receipts.ts'
import { shrinkPhoto } from './receipts/shrink-photo.ts'
import { joinTabs, type TabMessage } from './tabs.ts'

export type RealLedgerDeps = {
  readonly id: string
  /** Whose it is once it was connected. */
  readonly user: string | undefined
  /** Member that this device writes as, if it started the ledger. */
  readonly me: string | undefined
  readonly device: string
  readonly snapshots: KeptValues
  /** What can be undone here. */
  readonly acts: KeptValues
  /** What was read of a damaged database until it is in a new one. */
  readonly rescued: KeptValues
  readonly token: () => TokenSource | undefined
  /** Of the server that served the app, without a slash at the end. */
  readonly server: string
  readonly now: () => number
  readonly random: () => number
  /** The browser emptied its storage while the ledger was open, and whose it was. */
  readonly onCleared: (user: string | undefined) => Promise<void>
  readonly fetch?: typeof fetch | undefined
  /** Where there is no canvas, in tests. */
  readonly shrink?: ((photo: Blob) => Promise<Blob>) | undefined
}

export type RealLedger = LedgerCore & {
  /** From now on it replicates as this user's. */
  readonly connect: (user: string) => Promise<void>
  readonly wake: (isNew: boolean) => void
  readonly setVisible: (isVisible: boolean) => void
  /** Resolves when the whole ledger was read. */
  readonly loaded: Promise<void>
}

const aliveEvery = 10_000
const idle: SyncState = { phase: 'local-only', pending: [], refused: [] }

/**
 * A ledger on PouchDB. Answers from its snapshot while the database opens;
 * reading and writing docs waits for it.
 */
export async function openRealLedger(
  deps: RealLedgerDeps,
): Promise<RealLedger> {
  const { id, now } = deps
  const model = new ReadModel()
  let user = deps.user
  let isLoading = true
  let lost: number | undefined
  let isClosed = false
  let state: SyncState =
    user === undefined ? idle : { ...idle, phase: 'syncing' }
  let feed: ChangeFeed | undefined
  let supervisor: Promise<Supervisor> | undefined
  let instance = ''
  const syncListeners = new Set<() => void>()
  const receiptListeners = new Set<() => void>()
  const receipts = openPouchReceipts({
    id,
    url: `${deps.server}/sync/${id}/receipts`,
    token: deps.token,
    isConnected: () => user !== undefined,
    now,
    fetch: deps.fetch,
    onChanged: () => {
      receiptsChanged()
      tabs.tell({ tell: 'receipts' })
    },
  })

  const snapshots = createSnapshots(
    id,
    model,
    () => feed && { seq: feed.seq(), of: instance },
    deps.snapshots,
  )
  const snapshot = await snapshots.load()
  showState()
  const database = openDatabase(`ledger-${id}`)
  let loading: Promise<void> | undefined
  const loaded = loadOnce()
  const tabs = joinTabs(`ourmoney-${id}`, hear)
  const leadership = seekLeadership(`ourmoney-${id}`, lead, follow)
  tabs.tell({ tell: 'asking' })
  const alive = setInterval(() => {
    if (leadership.isLeader()) tabs.tell({ tell: 'alive' })
    lookAtStorage()
  }, aliveEvery)
  const stopWatching = database.onReopened(lookAtStorage)

  /** What failed for lack of room is tried again by whoever asks next. */
  function loadOnce(): Promise<void> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    // Whoever asks for docs is told; a failure nobody waits for shows as a state.
    loading.catch(storageFailed)
    return loading
  }

  function storageFailed(error: unknown): void {
    const { code } = asLedgerError(error)
    const phase = code === 'storage-full' ? code : 'storage-gone'
    // Said again it would have every view ask again, and fail again.
    if (state.phase !== phase) setState({ ...state, phase })
  }

  async function load(): Promise<void> {
    await putBack(database, deps.rescued)
    const { at, seq } = await lookAt(database)
    instance = at
    const fits = snapshot?.of === at && snapshot.seq <= seq
    if (snapshot !== undefined && !fits) model.clear()
    const read = createChangeFeed(database, fits ? snapshot.seq : 0, told)
    await read.catchUp()
    feed = read
    if (snapshot !== undefined && fits) await readAgain(snapshot.unread)
    isLoading = false
    recovered()
  }

  function recovered(): void {
    if (!isStorageFailure(state.phase)) return showState()
    setState(user === undefined ? idle : { ...idle, phase: 'syncing' })
    if (leadership.isLeader()) lead()
  }

  /** What the version before could not read, this one may. */
  async function readAgain(ids: readonly string[]): Promise<void> {
    const docs = await database.run(pouch => readDocs(pouch, ids))
    model.apply(
      docs.flatMap(doc => (doc === undefined ? [] : { id: doc._id, doc })),
    )
  }

  function receiptsChanged(): void {
    if (leadership.isLeader()) sendReceipts()
    for (const listener of receiptListeners) listener()
  }

  function sendReceipts(): void {
    if (model.docs('receipt').length > 0) receipts.send()
  }

  async function theFeed(): Promise<ChangeFeed> {
    await loadOnce()
    if (feed === undefined) throw asLedgerError(new Error('no feed'))
    return feed
  }

  function told(changes: readonly FeedChange[]): void {
    model.apply(changes)
    snapshots.changed(changes.length)
    void supervisor?.then(each => each.changed(changes))
  }

  function setState(next: SyncState): void {
    state = next
    showState()
  }

  function showState(): void {
    model.setFacts({
      isConnected: user !== undefined,
      pending: new Set(state.pending),
      refused: new Set(state.refused.map(each => each.id)),
    })
    for (const listener of syncListeners) listener()
  }

  let looking: Promise<void> | undefined

  function lookAtStorage(): void {
    if (isClosed) return
    const look = feed === undefined ? loadOnce : lookForLoss
    looking ??= look()
      .catch(storageFailed)
      .finally(() => (looking = undefined))
  }

  /** Clearing storage leaves a new, empty database behind; what no server had is gone, and is said. */
  async function lookForLoss(): Promise<void> {
    const { at } = await lookAt(database)
    if (feed === undefined || at === instance) return
    instance = at
    if (await wasRebuilt(database, deps.rescued)) return refill()
    lost = user === undefined ? model.lookups().count : state.pending.length
    // Without a server the ledger itself, its accounts and categories are still known here.
    const frame = user === undefined ? model.smallDocs() : []
    await deps.onCleared(user)
    await refill()
    if (frame.length > 0) {
      await feed.write(frame.map(({ _rev, ...doc }) => ({ ...doc })))
    }
  }

  /** Reads the new database, and has the server bring what is not in it. */
  async function refill(): Promise<void> {
    if (user !== undefined) await markFirstSync(database)
    model.clear()
    await feed?.restart()
    recovered()
    void supervisor?.then(each => each.emptied())
  }

  async function repair(): Promise<readonly UnreadRecord[]> {
    const names = new Map(
      model.unread('broken').map(({ id: each, name }) => [each, name]),
    )
    const { pending } = state
    const unread = await rebuild(database, deps.rescued)
    // The server has the rest.
    const gone = unread.filter(
      each => user === undefined || pending.includes(each),
    )
    if (user !== undefined) await markFirstSync(database)
    if (feed === undefined) await loadOnce()
    else await lookForLoss()
    return gone.map(each => ({ id: each, name: names.get(each) ?? each }))
  }

  function lead(): void {
    if (user === undefined || isClosed || supervisor !== undefined) return
    supervisor = theFeed().then(ready =>
      startSupervisor({
        database,
        feed: ready,
        url: `${deps.server}/sync/${id}`,
        token: deps.token,
        now,
        fetch: deps.fetch,
        onState: next => {
          setState(next)
          tabs.tell({ tell: 'state', state: next })
          // What it pulled is new to the others.
          tabs.tell({ tell: 'written' })
          if (next.phase === 'up-to-date') sendReceipts()
        },
      }),
    )
    supervisor.catch((error: unknown) => {
      supervisor = undefined
      storageFailed(error)
    })
  }

  function follow(): void {
    void supervisor?.then(each => each.stop())
    supervisor = undefined
  }

  function hear(message: TabMessage): void {
    switch (message.tell) {
      case 'written':
        void feed?.catchUp()
        break
      case 'state':
        leadership.heard()
        if (!leadership.isLeader()) setState(message.state)
        break
      case 'alive':
        leadership.heard()
        break
      case 'asking':
        if (leadership.isLeader()) tabs.tell({ tell: 'state', state })
        break
      case 'receipts':
        receiptsChanged()
        break
      case 'wake':
        void supervisor?.then(each => each.wake(message.isNew))
        break
      case 'retry':
        void supervisor?.then(each => each.retryRefused(message.ids))
        break
      case 'connected':
        connected(message.user)
        break
    }
  }

  function connected(as: string): void {
    user = as
    if (state.phase === 'local-only') setState({ ...state, phase: 'syncing' })
    if (leadership.isLeader()) lead()
  }

  function me(): string | undefined {
    if (deps.me !== undefined) return deps.me
    return user === undefined
      ? undefined
      : model.docs('member').find(member => member.user === user)?._id
  }

  function wake(isNew: boolean): void {
    if (leadership.isLeader()) {
      void supervisor?.then(each => each.wake(isNew))
    } else tabs.tell({ tell: 'wake', isNew })
  }

  const isKnown = (id: string) => model.has(id)

  /** Nothing was ever written twice, and the model has it all: what it has not was never here. */
  async function isAllKnown(pouch: Pouch): Promise<boolean> {
    const { doc_count, update_seq } = await pouch.info()
    return (
      doc_count === update_seq &&
      doc_count === model.size &&
      update_seq === feed?.seq()
    )
  }

  const store: DocStore = {
    read: async ids => {
      await loadOnce()
      try {
        return await database.run(async pouch => {
          const asked = (await isAllKnown(pouch)) ? ids.filter(isKnown) : ids
          const found = await readDocs(pouch, asked)
          const byId = new Map(asked.map((id, at) => [id, found[at]]))
          return ids.map(id => byId.get(id))
        })
      } catch (error) {
        storageFailed(error)
        throw error
      }
    },
    write: async docs => {
      const results = await (await theFeed()).write(docs)
      tabs.tell({ tell: 'written' })
      return results.flatMap((result, index) => {
        if (!result.error) return []
        if (result.status !== 409) throw asLedgerError(result)
        return docs[index]?._id ?? []
      })
    },
  }

  const ledger = createLedger({
    id,
    store,
    model,
    sync: {
      latest: (): SyncAnswer => ({
        phase: state.phase,
        pending: state.pending.length,
        refused: state.refused,
        conflicted: model.countConflicted(),
        progress: state.progress,
        lastSyncAt: state.lastSyncAt,
        lost,
        damaged: model.unread('broken'),
        newer: model.unread('newer'),
        loading: isLoading,
      }),
      subscribe: listener => {
        syncListeners.add(listener)
        return () => syncListeners.delete(listener)
      },
      retryRefused: async ids => {
        if (!leadership.isLeader()) tabs.tell({ tell: 'retry', ids })
        else await (await supervisor)?.retryRefused(ids)
      },
      now: async () => wake(true),
      repair,
    },
    acts: openActLog(id, deps.acts),
    receipts: {
      ...receipts,
      subscribe: listener => {
        receiptListeners.add(listener)
        return () => receiptListeners.delete(listener)
      },
    },
    shrink: deps.shrink ?? shrinkPhoto,
    me,
    device: deps.device,
    now,
    random: deps.random,
    close: () => close(database),
  })

  async function close(open: Database): Promise<void> {
    isClosed = true
    follow()
    leadership.resign()
    stopWatching()
    clearInterval(alive)
    await snapshots.flush()
    snapshots.stop()
    tabs.close()
    await loading?.catch(() => undefined)
    await receipts.close()
    await open.close()
  }

  return {
    ...ledger,
    connect: async as => {
      const member = me()
      if (member !== undefined) {
        await ledger.write([
          { change: 'edit', target: { ids: [member] }, set: { user: as } },
        ])
      }
      connected(as)
      tabs.tell({ tell: 'connected', user: as })
    },
    wake,
    setVisible: isVisible => {
      leadership.setVisible(isVisible)
      if (isVisible) {
        wake(false)
        lookAtStorage()
      } else void snapshots.flush()
    },
    loaded,
  }
}

/** Which database this is: a new one has another name. Fails when it cannot be read. */
function lookAt(database: Database) {
  return database.run(async pouch => {
    const { update_seq } = await pouch.info()
    return { at: await pouch.id(), seq: update_seq }
  })
}

function isStorageFailure(phase: SyncState['phase']): boolean {
  return phase === 'storage-full' || phase === 'storage-gone'
}
