import type { TokenSource } from '../../device.ts'
import type { FeedChange } from '../change-feed.ts'
import type { StoredLedger } from '../stored-ledger.ts'
import type { SyncFacts } from '../sync-facts.ts'
import { joinTabs, type TabMessage } from '../tabs.ts'
import { seekLeadership } from './leader.ts'
import { startSupervisor, type Supervisor } from './supervisor.ts'

type FromOneTabDeps = {
  /** Of this ledger, for all tabs of the browser. */
  readonly name: string
  readonly stored: StoredLedger
  readonly facts: SyncFacts
  readonly url: string
  readonly token: () => TokenSource | undefined
  readonly now: () => number
  readonly fetch?: typeof fetch | undefined
  /** Bytes of receipts were stored or sent, here or in another tab. */
  readonly onReceipts: () => void
  /** Taken out of the database, here or in another tab. */
  readonly onForgotten: (ids: readonly string[]) => void
  /** This tab replicates, and everything is there as here. */
  readonly onUpToDate: () => void
}

/** Replicates a ledger from one of the tabs that have it open; the others hear of it. */
export type Replicating = {
  readonly isLeader: () => boolean
  readonly changed: (changes: readonly FeedChange[]) => void
  readonly emptied: () => void
  /** Replicates if this is the tab for it. */
  readonly begin: () => void
  /** From now on it replicates as this user's. */
  readonly connect: (user: string) => void
  readonly wake: (isNew: boolean) => void
  readonly retryRefused: (ids: readonly string[]) => Promise<void>
  readonly discardRefused: (ids: readonly string[]) => Promise<void>
  readonly tell: (message: TabMessage) => void
  readonly setVisible: (isVisible: boolean) => void
  readonly stop: () => void
  /** The other tabs are told no more. */
  readonly leave: () => void
}

const aliveEvery = 10_000

export function replicateFromOneTab(deps: FromOneTabDeps): Replicating {
  const { stored, facts } = deps
  let supervisor: Promise<Supervisor> | undefined
  let isStopped = false
  const tabs = joinTabs(deps.name, hear)
  const leadership = seekLeadership(deps.name, lead, follow)
  tabs.tell({ tell: 'asking' })
  const alive = setInterval(() => {
    if (leadership.isLeader()) tabs.tell({ tell: 'alive' })
  }, aliveEvery)

  function lead(): void {
    const isOwned = facts.user() !== undefined
    if (!isOwned || isStopped || supervisor !== undefined) return
    supervisor = stored.feed().then(feed =>
      startSupervisor({
        database: stored.database,
        feed,
        url: deps.url,
        token: deps.token,
        now: deps.now,
        standing: facts.state().standing,
        fetch: deps.fetch,
        onState: state => {
          facts.set(state)
          tabs.tell({ tell: 'state', state })
          // What it pulled is new to the others.
          tabs.tell({ tell: 'written' })
          if (state.phase === 'up-to-date') deps.onUpToDate()
        },
      }),
    )
    supervisor.catch((error: unknown) => {
      supervisor = undefined
      facts.storageFailed(error)
    })
  }

  function follow(): void {
    void supervisor?.then(each => each.stop())
    supervisor = undefined
  }

  function begin(): void {
    if (leadership.isLeader()) lead()
  }

  function connected(user: string): void {
    facts.connected(user)
    begin()
  }

  function hear(message: TabMessage): void {
    switch (message.tell) {
      case 'written':
        stored.catchUp()
        break
      case 'state':
        leadership.heard()
        if (!leadership.isLeader()) facts.set(message.state)
        break
      case 'alive':
        leadership.heard()
        break
      case 'asking':
        if (leadership.isLeader()) {
          tabs.tell({ tell: 'state', state: facts.state() })
        }
        break
      case 'receipts':
        deps.onReceipts()
        break
      case 'wake':
        void supervisor?.then(each => each.wake(message.isNew))
        break
      case 'retry':
        void supervisor?.then(each => each.retryRefused(message.ids))
        break
      case 'discard':
        void discard(message.ids)
        break
      case 'forgotten':
        deps.onForgotten(message.ids)
        break
      case 'connected':
        connected(message.user)
        break
    }
  }

  async function discard(ids: readonly string[]): Promise<void> {
    const gone = await (await supervisor)?.discardRefused(ids)
    if (gone === undefined || gone.length === 0) return
    deps.onForgotten(gone)
    tabs.tell({ tell: 'forgotten', ids: gone })
  }

  return {
    isLeader: leadership.isLeader,
    changed: changes => void supervisor?.then(each => each.changed(changes)),
    emptied: () => void supervisor?.then(each => each.emptied()),
    begin,
    connect: user => {
      connected(user)
      tabs.tell({ tell: 'connected', user })
    },
    wake: isNew => {
      if (leadership.isLeader()) {
        void supervisor?.then(each => each.wake(isNew))
      } else tabs.tell({ tell: 'wake', isNew })
    },
    retryRefused: async ids => {
      if (!leadership.isLeader()) tabs.tell({ tell: 'retry', ids })
      else await (await supervisor)?.retryRefused(ids)
    },
    discardRefused: async ids => {
      if (!leadership.isLeader()) tabs.tell({ tell: 'discard', ids })
      else await discard(ids)
    },
    tell: tabs.tell,
    setVisible: leadership.setVisible,
    stop: () => {
      isStopped = true
      follow()
      leadership.resign()
      clearInterval(alive)
    },
    leave: tabs.close,
  }
}
