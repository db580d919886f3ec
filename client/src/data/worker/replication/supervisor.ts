import * as z from 'zod'
import { mayWrite, type Standing } from '@ourmoney/shared/identity/may-write.ts'
import type { SyncPhase } from '../../views/sync.ts'
import type { TokenSource } from '../../device.ts'
import type { ChangeFeed, FeedChange } from '../change-feed.ts'
import { asLedgerError, type Database } from '../database.ts'
import { openRemote, type Replication } from '../pouch.ts'
import { forgetStored } from '../stored-docs.ts'
import { askServer, fetchLeaves } from '../care/ask-server.ts'
import { createMerging } from './conflicts.ts'
import { runFirstSync } from './first-sync.ts'
import {
  conflictedSinceMerge,
  lastTalks,
  noteCheckpoint,
  noteMerged,
  noteTalks,
  sentUntil,
  type Talks,
} from './kept-marks.ts'
import { trackPending } from './record-states.ts'
import { openRefused, type Refused } from './refused-records.ts'
import { mostByHand, sendAtOnce } from './send-at-once.ts'
import { createSyncFetch } from './sync-fetch.ts'
import { phaseOf, waitsForSomebody } from './sync-phases.ts'

export type SyncState = {
  readonly phase: SyncPhase
  readonly pending: readonly string[]
  readonly refused: readonly Refused[]
  readonly progress?:
    { readonly done: number; readonly all: number } | undefined
  readonly talks?: Talks | undefined
  /** What the person is in this ledger, as far as it is known. */
  readonly standing: Standing
}

export type SupervisorDeps = {
  readonly database: Database
  readonly feed: ChangeFeed
  /** `https://money.example/sync/<ledger>` */
  readonly url: string
  readonly token: () => TokenSource | undefined
  /** As it was known before. */
  readonly standing: Standing
  readonly onState: (state: SyncState) => void
  readonly now: () => number
  readonly fetch?: typeof fetch | undefined
}

/** Keeps one ledger and the server alike, and says how it stands. */
export type Supervisor = {
  /** Tells of changes in the local database. */
  readonly changed: (changes: readonly FeedChange[]) => void
  /** Somebody looks: tries at once. With `isNew` there is a network or a token again, so from the start. */
  readonly wake: (isNew: boolean) => void
  /** The browser emptied the database: everything is fetched again. */
  readonly emptied: () => void
  readonly retryRefused: (ids: readonly string[]) => Promise<void>
  /** Takes them out of the database, and has the server's version again; answers with what has none. */
  readonly discardRefused: (
    ids: readonly string[],
  ) => Promise<readonly string[]>
  readonly state: () => SyncState
  readonly stop: () => void
}

const batch = 500
/** Waiting records from which on they are told of less often. */
const many = 2_000
const mostDelay = 8_000
/** What only a person or the server's admin can mend is looked at again after so long. */
const longDelay = 60_000
const notedAfter = 10_000

export async function startSupervisor(
  deps: SupervisorDeps,
): Promise<Supervisor> {
  const { database, feed, now } = deps
  let phase: SyncPhase = 'syncing'
  let progress: SyncState['progress']
  let standing = deps.standing
  let talks: Talks = {}
  let isStopped = false
  let round = 0
  let pull: Replication | undefined
  let push: Replication | undefined
  /** Of the server that the feed comes from: another one ends the feed. */
  let epoch: string | undefined
  let isPulled = false
  let pushing: Promise<void> | undefined
  let wantsPush = false
  let delay = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  let noting: ReturnType<typeof setTimeout> | undefined

  const syncFetch = createSyncFetch({
    token: deps.token,
    fetch: deps.fetch,
    onContact: contact => {
      if (contact === 'reached') {
        if (phase === 'offline') setPhase('syncing')
        return
      }
      if (contact === 'no-access' || contact === 'ledger-deleted') {
        setStanding('none')
      }
      setPhase(phaseOf(contact))
      // Asking again helps against being offline only.
      if (contact === 'needs-sign-in') stopReplication()
      else if (contact !== 'offline') laterAgain()
    },
    onRole: setStanding,
    onRefused: async list => {
      await refused.add(list)
    },
  })
  const ask = askServer({ ...deps, url: `${deps.url}/db` })
  const remote = openRemote(`${deps.url}/db`, syncFetch)
  // PouchDB takes the address for the identity when this request fails, and compares everything anew.
  remote.id = async () => `${epoch ?? (await readEpoch())}db`
  const refused = await openRefused(database, tell)
  const merging = createMerging(database, feed, now, () => mayWrite(standing))
  const pending = trackPending(tell)
  talks = await lastTalks(database)

  async function readEpoch(): Promise<string> {
    const response = await syncFetch(`${deps.url}/`)
    return z.object({ uuid: z.string() }).parse(await response.json()).uuid
  }

  function setPhase(next: SyncPhase): void {
    if (next === phase || isStopped) return
    phase = next
    tell()
  }

  function setStanding(next: Standing): void {
    if (next === standing || isStopped) return
    const wasReader = !mayWrite(standing)
    standing = next
    // What was left to others meanwhile is this device's to merge.
    if (wasReader && mayWrite(next) && pull !== undefined) void mergeSince()
    tell()
  }

  function state(): SyncState {
    return {
      phase: merging.stopped().size > 0 ? 'too-many-merges' : phase,
      pending: pending.ids(),
      refused: refused.list(),
      progress,
      standing,
      talks,
    }
  }

  /** Many changes in a row are told once; whoever is told of many looks at each. */
  function tell(): void {
    telling ??= setTimeout(tellNow, pending.count() > many ? 500 : 20)
  }

  function tellNow(): void {
    clearTimeout(telling)
    telling = undefined
    if (!isStopped) deps.onState(state())
  }

  function settle(): void {
    if (!isPulled || pushing !== undefined || wantsPush) return
    if (phase !== 'syncing' && phase !== 'up-to-date') return
    delay = 0
    setPhase('up-to-date')
    tell()
    noting ??= setTimeout(() => {
      noting = undefined
      void markMerged()
    }, notedAfter)
  }

  async function markMerged(): Promise<void> {
    if (isStopped) return
    if (mayWrite(standing)) await noteMerged(database, feed.seq())
    await noteTalks(database, talks)
  }

  async function mergeSince(): Promise<void> {
    const conflicted = await conflictedSinceMerge(database)
    if (conflicted === undefined) return markMerged()
    await merging.merge(conflicted)
  }

  async function loadPending(): Promise<void> {
    const since = await sentUntil(database)
    pending.startAt(since)
    const { results } = await database.run(pouch =>
      pouch.changes({ since, style: 'all_docs' }),
    )
    pending.changed(
      results.map(({ id, seq, changes }) => ({
        id,
        seq,
        revs: changes.map(({ rev }) => rev),
      })),
    )
  }

  function stopReplication(): void {
    clearTimeout(again)
    pull?.cancel()
    push?.cancel()
    pull = undefined
    push = undefined
    epoch = undefined
    isPulled = false
    round += 1
  }

  function laterAgain(): void {
    stopReplication()
    if (isStopped) return
    const isLong = waitsForSomebody(phase)
    delay = Math.min(mostDelay, Math.max(500, delay * 2))
    again = setTimeout(
      () => void begin(),
      isLong ? longDelay : delay * (0.75 + Math.random() / 2),
    )
  }

  async function begin(): Promise<void> {
    stopReplication()
    const mine = round
    if (isStopped) return
    if (deps.token() === undefined) {
      setPhase('needs-sign-in')
      return
    }
    if (phase !== 'offline' && phase !== 'storage-full') setPhase('syncing')
    try {
      const found = await readEpoch()
      if (mine !== round) return
      epoch = found
      const since = await runFirstSync({
        database,
        feed,
        url: `${deps.url}/db`,
        fetch: syncFetch,
        epoch: found,
        onPulled: docs => pending.pulled(docs as never),
        merge: merging.merge,
        onProgress: (done, all) => {
          progress = { done, all }
          tell()
        },
        isStopped: () => isStopped || mine !== round,
      })
      progress = undefined
      if (mine !== round) return
      await noteCheckpoint(database, remote)
      await loadPending()
      await mergeSince()
      if (mine !== round) return
      startPull(since)
      requestPush()
    } catch (error) {
      if (mine === round) failed(error)
    }
  }

  function startPull(since: number | undefined): void {
    const mine = round
    pull = database
      .pouch()
      .replicate.from(remote, {
        live: true,
        batch_size: batch,
        ...(since !== undefined && { since }),
      })
      .on('change', (change: { readonly docs?: readonly PulledDoc[] }) => {
        if (change.docs !== undefined) pending.pulled(change.docs)
        void feed.catchUp()
      })
      .on('active', () => {
        isPulled = false
        if (phase === 'up-to-date') setPhase('syncing')
      })
      .on('paused', () => {
        if (mine !== round) return
        isPulled = true
        talks = { ...talks, pulledAt: now() }
        if (phase === 'storage-full') setPhase('syncing')
        settle()
      })
      .on('error', error => {
        if (mine === round) failed(error)
      })
  }

  function requestPush(): void {
    wantsPush = true
    if (pushing !== undefined || pull === undefined || isStopped) return
    pushing = pushAll().finally(() => {
      pushing = undefined
      if (wantsPush) requestPush()
      else settle()
    })
  }

  /** What waits for nothing else goes ahead; replication comes after it, and tells of failures. */
  async function sendFirst(changes: readonly FeedChange[]): Promise<void> {
    const isFree = pull !== undefined && pushing === undefined && !wantsPush
    if (!isFree || phase !== 'up-to-date') return
    await sendAtOnce(
      changes.filter(({ id }) => pending.has(id)),
      { database, url: `${deps.url}/db`, fetch: syncFetch },
    ).catch(() => undefined)
  }

  /** Sends everything once; on failure begins anew after a while. */
  async function pushAll(): Promise<void> {
    const mine = round
    wantsPush = false
    if (phase === 'up-to-date') setPhase('syncing')
    try {
      push = database
        .pouch()
        .replicate.to(remote, { batch_size: batch })
        .on('checkpoint', (at: { readonly checkpoint?: number }) => {
          if (at.checkpoint !== undefined) pending.passed(at.checkpoint)
        })
      const result = (await push) as { readonly last_seq: number }
      if (mine !== round) return
      pending.passed(result.last_seq)
      talks = { ...talks, pushedAt: now() }
    } catch (error) {
      if (mine === round) failed(error)
    }
  }

  /** What a request met was told by it; anything else is this device's storage. */
  function failed(cause: unknown): void {
    const local = asLedgerError(cause)
    if (local.code === 'storage-full') setPhase('storage-full')
    else if (phase === 'syncing') setPhase('offline')
    laterAgain()
  }

  const stopListening = database.onReopened(() => void begin())
  await loadPending()
  void begin()

  return {
    changed: changes => {
      pending.changed(changes)
      // The list shows it next, and must not show it as synced.
      if (changes.length <= mostByHand) tellNow()
      const replaced = changes.filter(({ id, revs }) =>
        refused.list().some(each => each.id === id && !revs.includes(each.rev)),
      )
      void refused.forget(replaced.map(({ id }) => id))
      const split = changes.filter(({ revs }) => revs.length > 1)
      void merging.merge(split.map(({ id }) => id)).then(() => {
        if (split.length > 0) tell()
      })
      void sendFirst(changes).then(() => {
        if (pending.count() > 0) requestPush()
      })
    },
    wake: isNew => {
      delay = 0
      if (isNew || !['up-to-date', 'syncing'].includes(phase)) void begin()
      else requestPush()
    },
    emptied: () => {
      pending.clear()
      void refused.forget(refused.list().map(({ id }) => id))
      void begin()
    },
    retryRefused: async ids => {
      await refused.forget(ids)
      await database
        .pouch()
        .replicate.to(remote, { doc_ids: ids, checkpoint: false })
      tell()
    },
    discardRefused: async ids => {
      const docs = await fetchLeaves(ids, ask)
      stopReplication()
      try {
        await database.replace(() => forgetStored(database.name, ids))
        pending.forget(ids)
        await refused.forget(ids)
        pending.pulled(docs as never)
        if (docs.length > 0) {
          await feed.write(docs, { replicated: true, readBack: true })
        }
      } finally {
        void begin()
      }
      const kept = new Set(docs.map(({ _id }) => _id))
      return ids.filter(id => !kept.has(id))
    },
    state,
    stop: () => {
      isStopped = true
      stopReplication()
      stopListening()
      clearTimeout(telling)
      clearTimeout(noting)
    },
  }
}

type PulledDoc = { readonly _id: string; readonly _rev: string }
