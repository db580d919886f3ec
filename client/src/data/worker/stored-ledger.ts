import type { UnreadRecord } from '../views/sync.ts'
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
import type { KeptValues } from './kept-values.ts'
import type { ReadModel } from './read-model/read-model.ts'
import { putBack, rebuild, startAnew, wasRebuilt } from './rebuild.ts'
import { markFirstSync } from './replication/first-sync.ts'
import type { LoadedSnapshot } from './snapshots.ts'
import type { SyncFacts } from './sync-facts.ts'

type StoredLedgerDeps = {
  readonly name: string
  readonly model: ReadModel
  readonly facts: SyncFacts
  readonly snapshot: LoadedSnapshot | undefined
  /** What was read of a damaged database until it is in a new one. */
  readonly rescued: KeptValues
  readonly onChanges: (changes: readonly FeedChange[]) => void
  /** Read again after it could not be. */
  readonly onBack: () => void
  /** The browser emptied its storage; before it is filled again. */
  readonly onCleared: (user: string | undefined) => Promise<void>
  /** It was emptied, and what is there now was read. */
  readonly onEmptied: () => void
}

/** The database of a ledger on this device, and the read model that follows it. */
export type StoredLedger = {
  readonly database: Database
  /** Resolves when the whole ledger was read; what failed for lack of room is tried again. */
  readonly load: () => Promise<void>
  readonly isLoading: () => boolean
  /** Throws where the database cannot be read. */
  readonly feed: () => Promise<ChangeFeed>
  /** How far it was read, and of which database. */
  readonly at: () => { readonly seq: number; readonly of: string } | undefined
  readonly catchUp: () => void
  /** Whether storage is still there, and what was in it. */
  readonly look: () => void
  readonly repair: () => Promise<readonly UnreadRecord[]>
  /** Empties the database, for the server to fill it again. */
  readonly renew: () => Promise<void>
  /** Looks no more. */
  readonly stop: () => void
  readonly close: () => Promise<void>
}

const lookEvery = 10_000

export function openStoredLedger(deps: StoredLedgerDeps): StoredLedger {
  const { model, facts, snapshot, rescued } = deps
  const database = openDatabase(deps.name)
  let feed: ChangeFeed | undefined
  let instance = ''
  let isLoading = true
  let isStopped = false
  let loading: Promise<void> | undefined
  let looking: Promise<void> | undefined
  const stopWatching = database.onReopened(look)
  const looks = setInterval(look, lookEvery)

  function load(): Promise<void> {
    loading ??= read().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    // Whoever asks for docs is told; a failure nobody waits for shows as a state.
    loading.catch(facts.storageFailed)
    return loading
  }

  async function read(): Promise<void> {
    await putBack(database, rescued)
    const { at, seq } = await lookAt(database)
    instance = at
    const fits = snapshot?.of === at && snapshot.seq <= seq
    if (snapshot !== undefined && !fits) model.clear()
    const created = createChangeFeed(
      database,
      fits ? snapshot.seq : 0,
      deps.onChanges,
    )
    await created.catchUp()
    feed = created
    if (snapshot !== undefined && fits) await readAgain(snapshot.unread)
    isLoading = false
    back()
  }

  function back(): void {
    if (facts.storageBack()) deps.onBack()
  }

  /** What the version before could not read, this one may. */
  async function readAgain(ids: readonly string[]): Promise<void> {
    const docs = await database.run(pouch => readDocs(pouch, ids))
    model.apply(
      docs.flatMap(doc => (doc === undefined ? [] : { id: doc._id, doc })),
    )
  }

  function look(): void {
    if (isStopped) return
    looking ??= (feed === undefined ? load() : lookForLoss(feed))
      .catch(facts.storageFailed)
      .finally(() => (looking = undefined))
  }

  /** Clearing storage leaves a new, empty database behind; what no server had is gone, and is said. */
  async function lookForLoss(open: ChangeFeed): Promise<void> {
    const { at } = await lookAt(database)
    if (at === instance) return
    instance = at
    if (await wasRebuilt(database, rescued)) return refill(open)
    const user = facts.user()
    facts.lose(user === undefined ? model.count : facts.state().pending.length)
    // Without a server the ledger itself, its accounts and categories are still known here.
    const frame = user === undefined ? model.smallDocs() : []
    await deps.onCleared(user)
    await refill(open)
    if (frame.length > 0) {
      await open.write(frame.map(({ _rev, ...doc }) => ({ ...doc })))
    }
  }

  /** Reads the new database, and has the server bring what is not in it. */
  async function refill(open: ChangeFeed): Promise<void> {
    if (facts.user() !== undefined) await markFirstSync(database)
    model.clear()
    await open.restart()
    back()
    deps.onEmptied()
  }

  async function repair(): Promise<readonly UnreadRecord[]> {
    const names = new Map(
      model.unread('broken').map(each => [each.id, each.name]),
    )
    const { pending } = facts.state()
    const unread = await rebuild(database, rescued)
    // The server has the rest.
    const user = facts.user()
    const gone = unread.filter(
      each => user === undefined || pending.includes(each),
    )
    if (user !== undefined) await markFirstSync(database)
    await (feed === undefined ? load() : lookForLoss(feed))
    return gone.map(id => ({ id, name: names.get(id) ?? id }))
  }

  async function opened(): Promise<ChangeFeed> {
    await load()
    if (feed === undefined) throw asLedgerError(new Error('no feed'))
    return feed
  }

  async function renew(): Promise<void> {
    const open = await opened()
    await startAnew(database, rescued, [])
    await lookForLoss(open)
  }

  return {
    database,
    load,
    isLoading: () => isLoading,
    feed: opened,
    at: () => feed && { seq: feed.seq(), of: instance },
    catchUp: () => void feed?.catchUp(),
    look,
    repair,
    renew,
    stop: () => {
      isStopped = true
      stopWatching()
      clearInterval(looks)
    },
    close: async () => {
      await loading?.catch(() => undefined)
      await database.close()
    },
  }
}

/** Which database this is: a new one has another name. Fails when it cannot be read. */
function lookAt(database: Database) {
  return database.run(async pouch => {
    const { update_seq } = await pouch.info()
    return { at: await pouch.id(), seq: update_seq }
  })
}
