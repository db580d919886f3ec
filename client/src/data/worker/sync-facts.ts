import type { Standing } from '@ourmoney/shared/identity/may-write.ts'
import type { SyncAnswer } from '../views/sync.ts'
import { asLedgerError } from './database.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { SyncState } from './replication/supervisor.ts'

/** How a ledger stands with its server and with the storage of this device. */
export type SyncFacts = {
  /** Whose it is once it was connected. */
  readonly user: () => string | undefined
  readonly state: () => SyncState
  readonly set: (state: SyncState) => void
  /** Says what is known to whoever listens. */
  readonly show: () => void
  /** From now on it is this user's. */
  readonly connected: (user: string) => void
  /** What failed for lack of room, or of storage at all, shows as a state. */
  readonly storageFailed: (error: unknown) => void
  /** Storage answers again: false when it always did. */
  readonly storageBack: () => boolean
  /** Records that no server had when the browser cleared its storage. */
  readonly lose: (count: number) => void
  readonly answer: (isLoading: boolean) => SyncAnswer
  readonly subscribe: (listener: () => void) => () => void
}

const idle: SyncState = {
  phase: 'local-only',
  pending: [],
  refused: [],
  // Until the server has said otherwise; it refuses what must not be.
  standing: 'owner',
}

export function createSyncFacts(
  model: ReadModel,
  owner: string | undefined,
  known: Standing | undefined,
  /** The server said that the person is something else in this ledger now. */
  onStanding: (standing: Standing) => void,
): SyncFacts {
  let user = owner
  let state: SyncState = { ...idle, ...(known && { standing: known }) }
  state = beginning()
  let lost: number | undefined
  const listeners = new Set<() => void>()

  function beginning(): SyncState {
    const { standing } = state
    return user === undefined ? idle : { ...idle, phase: 'syncing', standing }
  }

  function set(next: SyncState): void {
    const isOther = next.standing !== state.standing
    state = next
    if (isOther) onStanding(state.standing)
    show()
  }

  function show(): void {
    model.setFacts({
      isConnected: user !== undefined,
      pending: new Set(state.pending),
      refused: new Set(state.refused.map(each => each.id)),
    })
    for (const listener of listeners) listener()
  }

  return {
    user: () => user,
    state: () => state,
    set,
    show,
    connected: as => {
      user = as
      if (state.phase === 'local-only') set({ ...state, phase: 'syncing' })
    },
    storageFailed: error => {
      const { code } = asLedgerError(error)
      const phase = code === 'storage-full' ? code : 'storage-gone'
      // Said again it would have every view ask again, and fail again.
      if (state.phase !== phase) set({ ...state, phase })
    },
    storageBack: () => {
      const { phase } = state
      const wasAway = phase === 'storage-full' || phase === 'storage-gone'
      if (wasAway) set(beginning())
      else show()
      return wasAway
    },
    lose: count => {
      lost = count
    },
    answer: isLoading => ({
      phase: state.phase,
      standing: state.standing,
      pending: state.pending.length,
      refused: state.refused,
      conflicted: model.countConflicted(),
      progress: state.progress,
      pushedAt: state.talks?.pushedAt,
      pulledAt: state.talks?.pulledAt,
      lost,
      damaged: model.unread('broken'),
      newer: model.unread('newer'),
      loading: isLoading,
    }),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
