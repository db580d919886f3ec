import type { SyncState } from './replication/supervisor.ts'

/** What the tabs of one browser tell each other about a ledger. */
export type TabMessage =
  /** There is something new in the database. */
  | { readonly tell: 'written' }
  /** The replicating tab says how sync stands. */
  | { readonly tell: 'state'; readonly state: SyncState }
  | { readonly tell: 'alive' }
  /** Bytes of receipts were stored, or reached the server. */
  | { readonly tell: 'receipts' }
  /** A tab was opened and wants to know. */
  | { readonly tell: 'asking' }
  | { readonly tell: 'wake'; readonly isNew: boolean }
  | { readonly tell: 'retry'; readonly ids: readonly string[] }
  | { readonly tell: 'discard'; readonly ids: readonly string[] }
  /** Taken out of the database; no change in it tells of them. */
  | { readonly tell: 'forgotten'; readonly ids: readonly string[] }
  | { readonly tell: 'connected'; readonly user: string }

export type Tabs = {
  readonly tell: (message: TabMessage) => void
  readonly close: () => void
}

/** PouchDB in a worker learns nothing of other tabs by itself. */
export function joinTabs(
  name: string,
  hear: (message: TabMessage) => void,
): Tabs {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', event => {
    hear(event.data as TabMessage)
  })
  let isClosed = false
  return {
    // What is told late, while replication winds down, is nobody's any more.
    tell: message => {
      if (!isClosed) channel.postMessage(message)
    },
    close: () => {
      isClosed = true
      channel.close()
    },
  }
}
