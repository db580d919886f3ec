import { ledgerDocId } from '@ourmoney/shared/sync/prefixes.ts'
import { newId, ulid } from '@ourmoney/shared/sync/ids.ts'
import {
  forgotten,
  type Device,
  type LedgerOnServer,
  shelved,
  type NewLedger,
  type ShelvedLedger,
  type TokenSource,
} from '../device.ts'
import { LedgerError } from '../ledger-error.ts'
import { lookAtBackup } from './care/look-at-backup.ts'
import { openDatabase } from './database.ts'
import type { ReadEarlier } from './earlier/read-earlier.ts'
import type { Reckon } from './reckoning/reckon.ts'
import type { ReadStatements } from './statements/read-statement.ts'
import { inTurn } from './in-turn.ts'
import { openKeptValues } from './kept-values.ts'
import { openRealLedger, type RealLedger } from './real-ledger.ts'
import { markFirstSync } from './replication/first-sync.ts'
import { deleteStored } from './stored-docs.ts'
import { openShelf, placeOf, type ShelfEntry } from './shelf.ts'
import type { SyncPhase } from '../views/sync.ts'
import { untilSent } from './until-sent.ts'

/** The device as the worker has it; the page's `Device` speaks with it. */
export type WorkerDevice = {
  readonly ledgers: (
    user: string | undefined,
  ) => Promise<readonly ShelvedLedger[]>
  readonly start: (ledger: NewLedger) => Promise<RealLedger>
  readonly join: (ledger: LedgerOnServer, user: string) => Promise<RealLedger>
  readonly open: (id: string, user?: string) => Promise<RealLedger>
  readonly lookAtBackup: Device['lookAtBackup']
  readonly restore: Device['restore']
  readonly connect: (id: string, user: string) => Promise<void>
  readonly leave: (id: string) => Promise<void>
  readonly forget: (id: string, user?: string) => Promise<void>
  readonly unsent: (id: string, user?: string) => Promise<number>
  readonly setTokens: (user: string | undefined, source: TokenSource) => void
  readonly setVisible: (isVisible: boolean) => void
  readonly wake: (isNew: boolean) => void
}

export type WorkerDeviceDeps = {
  /** Origin of the server that served the app. */
  readonly server: string
  readonly now: () => number
  readonly random: () => number
  readonly fetch?: typeof fetch | undefined
  readonly readEarlier?: ReadEarlier | undefined
  readonly readStatements?: ReadStatements | undefined
  readonly reckon?: Reckon | undefined
}

/** `closed` resolves when it was closed, by whomever. */
type OpenLedger = RealLedger & { readonly closed: Promise<void> }

/** The server was asked and has nothing more to say, though it may have refused. */
const answered: ReadonlySet<SyncPhase> = new Set([
  'up-to-date',
  'local-only',
  'no-access',
  'ledger-deleted',
  'quarantined',
  'ledger-full',
  'too-many-merges',
])

export function createWorkerDevice(deps: WorkerDeviceDeps): WorkerDevice {
  const { now, random } = deps
  const shelf = openShelf(openKeptValues('ourmoney-device'), now, random)
  const snapshots = openKeptValues('ourmoney-snapshots')
  const acts = openKeptValues('ourmoney-acts')
  const reviews = openKeptValues('ourmoney-reviews')
  const rescued = openKeptValues('ourmoney-rescued')
  const open = new Map<string, Promise<OpenLedger>>()
  /** Not looked at any more; whoever opens one again keeps it. */
  const leaving = new Set<string>()
  const channel = new BroadcastChannel(forgotten)
  channel.addEventListener('message', event => void close(String(event.data)))
  const shelfChannel = new BroadcastChannel(shelved)
  let tokens:
    | { readonly of: string | undefined; readonly source: TokenSource }
    | undefined
  /** Who asked last which ledgers are theirs: an id means that person's copy. */
  let who: string | undefined
  let isVisible = true
  const others = inTurn({ now, isTime, all: notOpen, work: syncOne })

  async function close(place: string): Promise<void> {
    await (await open.get(place))?.close()
  }

  /** Nothing of one person goes to a server as another's. */
  function tokensOf(user: string | undefined): TokenSource | undefined {
    return tokens?.of === user ? tokens?.source : undefined
  }

  /** For somebody to look at. */
  async function openLedger(entry: ShelfEntry): Promise<OpenLedger> {
    const opening = hold(entry)
    leaving.delete(entry.id)
    const [ledger] = await Promise.all([
      opening,
      // A full disk must not keep a ledger closed.
      shelf
        .change(placeOf(entry), { lastOpenedAt: now() })
        .catch(() => undefined),
    ])
    others.look()
    return ledger
  }

  function hold(entry: ShelfEntry): Promise<OpenLedger> {
    const place = placeOf(entry)
    const known = open.get(place)
    if (known !== undefined) return known
    const opening = openNew(entry)
    open.set(place, opening)
    opening.catch(() => open.delete(place))
    return opening
  }

  async function openNew(entry: ShelfEntry): Promise<OpenLedger> {
    const { id, user, standing, me } = entry
    const place = placeOf(entry)
    const device = await shelf.device()
    const ledger = await openRealLedger({
      id,
      place,
      user,
      standing,
      onNamed: next => void shelf.change(place, { name: next }),
      onStanding: next => void shelf.change(place, { standing: next }),
      me,
      device,
      snapshots,
      acts,
      reviews,
      rescued,
      token: tokensOf,
      server: deps.server,
      now,
      random,
      onCleared: as =>
        shelf.put({ ...entry, user: as, connected: as !== undefined }),
      fetch: deps.fetch,
      readEarlier: deps.readEarlier,
      readStatements: deps.readStatements,
      reckon: deps.reckon,
    })
    let ended = () => {}
    const closed = new Promise<void>(resolve => (ended = resolve))
    return {
      ...ledger,
      closed,
      close: async () => {
        open.delete(place)
        ended()
        await ledger.close()
      },
    }
  }

  /** That person's copy, or of who asked last. */
  async function entryOf(id: string, user = who): Promise<ShelfEntry> {
    const entry = await find(id, user)
    if (entry === undefined) throw new LedgerError('not-found', id)
    return entry
  }

  /** A person's copy, or one that is nobody's yet. */
  async function find(
    id: string,
    user: string | undefined,
  ): Promise<ShelfEntry | undefined> {
    const copies = (await shelf.list()).filter(each => each.id === id)
    return (
      copies.find(each => each.user === user) ??
      copies.find(each => each.user === undefined)
    )
  }

  /** What somebody looks at comes first, and tells whether there is a server. */
  async function isTime(): Promise<boolean> {
    if (!isVisible || open.size === 0 || tokens?.of === undefined) return false
    for (const opening of open.values()) {
      const phase = await untilSent(await opening, mostInTurn)
      if (phase === undefined || !answered.has(phase)) return false
    }
    return true
  }

  /** Of who is signed in, and of no other person. */
  async function notOpen(): Promise<readonly ShelfEntry[]> {
    const user = tokens?.of
    if (user === undefined) return []
    return (await shelf.list()).filter(
      each =>
        each.user === user &&
        each.standing !== 'none' &&
        !open.has(placeOf(each)),
    )
  }

  /** Somebody who opens it meanwhile keeps it; what was forgotten meanwhile stays away. */
  async function syncOne(entry: ShelfEntry): Promise<void> {
    const place = placeOf(entry)
    const still = (await notOpen()).find(each => placeOf(each) === place)
    if (still === undefined) return
    const opening = hold(still)
    leaving.add(entry.id)
    await untilSent(await opening, mostInTurn)
    await putAway(place, () => leaving.delete(entry.id))
  }

  /** Closes it if nobody came back to it, and keeps how much waits in it. */
  async function putAway(place: string, isLeft: () => boolean): Promise<void> {
    const opened = await open.get(place)
    // What cannot be counted is closed all the same.
    const unsent = await opened?.unsent().catch(() => undefined)
    // Nothing is waited for in between: whoever opens it from here on gets a new one.
    if (!isLeft() || opened === undefined) return
    await opened.close()
    if (unsent === undefined) return
    await shelf.change(place, { unsent })
    shelfChannel.postMessage(place)
  }

  function eachOpen(work: (ledger: RealLedger) => void): void {
    for (const opening of open.values()) void opening.then(work)
  }

  /** All that is kept under a name. */
  async function discard(place: string): Promise<void> {
    for (const name of [`ledger-${place}`, `receipts-${place}`]) {
      await deleteStored(name)
      await rescued.remove(name)
    }
    await snapshots.remove(place)
    await acts.removeWhole(place)
    await reviews.removeWhole(place)
  }

  /** Where a ledger may be kept beside another person's copy. */
  async function freePlace(id: string, suffix: string) {
    const isTaken = (await shelf.list()).some(each => placeOf(each) === id)
    return isTaken ? { place: `${id}-${suffix}` } : {}
  }

  return {
    ledgers: async user => {
      who = user
      return (await shelf.list())
        .filter(entry => entry.user === undefined || entry.user === user)
        .sort((a, b) => b.lastOpenedAt - a.lastOpenedAt)
    },
    start: async asked => {
      const id = ulid(now(), random)
      const me = newId('member', now(), random)
      const entry: ShelfEntry = {
        id,
        name: asked.name,
        connected: false,
        lastOpenedAt: now(),
        me,
      }
      const ledger = await openLedger(entry)
      await ledger.write(firstDocs(asked, me))
      await shelf.put(entry)
      return ledger
    },
    join: async ({ id, name, role: standing }, user) => {
      who = user
      const known = await find(id, user)
      if (known !== undefined) {
        const joined = { user, connected: true, standing }
        await shelf.change(placeOf(known), joined)
        const ledger = await openLedger({ ...known, ...joined })
        // Whoever was removed and is invited again is let in at once.
        ledger.wake(true)
        return ledger
      }
      const entry: ShelfEntry = {
        id,
        ...(await freePlace(id, user)),
        name,
        user,
        connected: true,
        standing,
        lastOpenedAt: now(),
      }
      const database = openDatabase(`ledger-${placeOf(entry)}`)
      await markFirstSync(database)
      await database.close()
      await shelf.put(entry)
      return openLedger(entry)
    },
    lookAtBackup,
    restore: async ({ file, password, look, me }, onProgress, signal) => {
      const { ledger: id, name } = look
      const known = await find(id, who)
      if (known !== undefined) {
        const ledger = await openLedger(known)
        return ledger.readRescue(file, onProgress, signal, password)
      }
      const entry: ShelfEntry = {
        id,
        ...(await freePlace(id, ulid(now(), random))),
        name,
        connected: false,
        lastOpenedAt: now(),
        me,
      }
      const ledger = await openLedger(entry)
      let isWhole = false
      try {
        const done = await ledger.readRescue(file, onProgress, signal, password)
        if (done.phase === 'done') {
          await shelf.put(entry)
          isWhole = true
        }
        return done
      } finally {
        if (!isWhole) {
          await close(placeOf(entry))
          await discard(placeOf(entry))
        }
      }
    },
    open: async (id, user) => {
      leaving.delete(id)
      return openLedger(await entryOf(id, user))
    },
    connect: async (id, user) => {
      who = user
      const place = placeOf(await entryOf(id))
      await shelf.change(place, { user, connected: true })
      await (await open.get(place))?.connect(user)
    },
    leave: async id => {
      leaving.add(id)
      const copies = (await shelf.list()).filter(
        each => each.id === id && open.has(placeOf(each)),
      )
      // Where two people have one open, it is another's that nobody looks at.
      const left = copies.find(({ user }) => user !== who) ?? copies[0]
      if (left === undefined) return
      const place = placeOf(left)
      const opened = await open.get(place)
      if (opened !== undefined) await untilSent(opened)
      await putAway(place, () => {
        const isAnothers = left.user !== undefined && left.user !== who
        return leaving.delete(id) || isAnothers
      })
    },
    forget: async (id, user) => {
      const place = placeOf(await entryOf(id, user))
      await close(place)
      await shelf.remove(place)
      channel.postMessage(place)
      await discard(place)
    },
    unsent: async (id, user) => {
      const ledger = await openLedger(await entryOf(id, user))
      await untilSent(ledger)
      return ledger.unsent()
    },
    setTokens: (of, source) => {
      const isOther = tokens?.of !== of
      tokens = { of, source }
      eachOpen(ledger => ledger.wake(true))
      if (isOther) others.renew()
    },
    setVisible: visible => {
      isVisible = visible
      eachOpen(ledger => ledger.setVisible(visible))
      others.look()
    },
    wake: isNew => {
      eachOpen(ledger => ledger.wake(isNew))
      others.look()
    },
  }
}

/** Milliseconds that the first sync of one that nobody looks at may take. */
const mostInTurn = 10 * 60_000

function firstDocs(asked: NewLedger, me: string) {
  const { name, currency, timeZone, firstDay } = asked
  return [
    {
      kind: 'ledger',
      _id: ledgerDocId,
      name,
      currency,
      timeZone,
      firstDay,
    } as const,
    { kind: 'member', _id: me, name: asked.memberName } as const,
    {
      kind: 'account',
      name: asked.accountName,
      type: 'cash',
      currency,
      order: 0,
    } as const,
    ...asked.categories.map(
      (category, order) => ({ kind: 'category', ...category, order }) as const,
    ),
  ].map(doc => ({ change: 'create', doc }) as const)
}
