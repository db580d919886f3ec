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
import type { ReadStatements } from './statements/read-statement.ts'
import { inTurn } from './in-turn.ts'
import { openKeptValues } from './kept-values.ts'
import { openRealLedger, type RealLedger } from './real-ledger.ts'
import { markFirstSync } from './replication/first-sync.ts'
import { deleteStored } from './stored-docs.ts'
import { openShelf, placeOf, type ShelfEntry } from './shelf.ts'
import { untilSent } from './until-sent.ts'

/** The device as the worker has it; the page's `Device` speaks with it. */
export type WorkerDevice = {
  readonly ledgers: (
    user: string | undefined,
  ) => Promise<readonly ShelvedLedger[]>
  readonly start: (ledger: NewLedger) => Promise<RealLedger>
  readonly join: (ledger: LedgerOnServer, user: string) => Promise<RealLedger>
  readonly open: (id: string) => Promise<RealLedger>
  readonly lookAtBackup: Device['lookAtBackup']
  readonly restore: Device['restore']
  readonly connect: (id: string, user: string) => Promise<void>
  readonly leave: (id: string) => Promise<void>
  readonly forget: (id: string) => Promise<void>
  readonly unsent: (id: string) => Promise<number>
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
}

export function createWorkerDevice(deps: WorkerDeviceDeps): WorkerDevice {
  const { now, random } = deps
  const shelf = openShelf(openKeptValues('ourmoney-device'), now, random)
  const snapshots = openKeptValues('ourmoney-snapshots')
  const acts = openKeptValues('ourmoney-acts')
  const rescued = openKeptValues('ourmoney-rescued')
  const open = new Map<string, Promise<RealLedger>>()
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
  async function openLedger(entry: ShelfEntry): Promise<RealLedger> {
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

  function hold(entry: ShelfEntry): Promise<RealLedger> {
    const place = placeOf(entry)
    const known = open.get(place)
    if (known !== undefined) return known
    const opening = openNew(entry)
    open.set(place, opening)
    opening.catch(() => open.delete(place))
    return opening
  }

  async function openNew(entry: ShelfEntry): Promise<RealLedger> {
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
    })
    return {
      ...ledger,
      close: async () => {
        open.delete(place)
        await ledger.close()
      },
    }
  }

  async function entryOf(id: string): Promise<ShelfEntry> {
    const entry = await find(id, who)
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
      if (phase !== 'up-to-date' && phase !== 'local-only') return false
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

  /** Somebody who opens it meanwhile keeps it. */
  async function syncOne(entry: ShelfEntry): Promise<void> {
    if (open.has(placeOf(entry))) return
    const opening = hold(entry)
    leaving.add(entry.id)
    await untilSent(await opening, mostInTurn)
    if (leaving.delete(entry.id)) await putAway(placeOf(entry))
  }

  /** Closes it, and keeps how much waits in it. */
  async function putAway(place: string): Promise<void> {
    const unsent = await (await open.get(place))?.unsent()
    await close(place)
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
        ...(await freePlace(id, 'restored')),
        name,
        connected: false,
        lastOpenedAt: now(),
        me,
      }
      const ledger = await openLedger(entry)
      let isWhole = false
      try {
        const done = await ledger.readRescue(file, onProgress, signal, password)
        isWhole = done.phase === 'done'
        if (isWhole) await shelf.put(entry)
        return done
      } finally {
        if (!isWhole) {
          await close(placeOf(entry))
          await discard(placeOf(entry))
        }
      }
    },
    open: async id => {
      leaving.delete(id)
      return openLedger(await entryOf(id))
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
      const isAnothers = left.user !== undefined && left.user !== who
      if (leaving.delete(id) || isAnothers) await putAway(place)
    },
    forget: async id => {
      const place = placeOf(await entryOf(id))
      await close(place)
      await shelf.remove(place)
      channel.postMessage(place)
      await discard(place)
    },
    unsent: async id => {
      const ledger = await openLedger(await entryOf(id))
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
