import { assertNever } from '@ourmoney/shared/assert.ts'
import { decodeDoc } from '@ourmoney/shared/sync/decode.ts'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { isSame } from '../is-same.ts'
import type { ActDone, ActReceipt, Change, MergeProgress } from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'
import type { Ledger } from '../ledger.ts'
import type { CutAct, WorkAnswer } from '../views/acts.ts'
import type { ReceiptsAnswer, RecordAnswer } from '../views/record.ts'
import type { SyncAnswer } from '../views/sync.ts'
import type { AnswerOf, View, ViewQuery } from '../views/view.ts'
import { batchSize, doSteps, stepsOf, type Underway } from './acts.ts'
import { whileRunning } from './act-lock.ts'
import type { ActDeps, Inverse } from './steps.ts'
import type { Keeping } from './act-keeping.ts'
import type { ActLog } from './act-log.ts'
import type { DocStore } from './doc-store.ts'
import { exportFromMemory, exportJson } from './export-json.ts'
import { importEarlier } from './import-earlier.ts'
import { mergeNames } from './merge-names.ts'
import { importRates, lookAtRates } from './rates/import-rates.ts'
import {
  keepReceipt,
  readReceipt,
  receiptStates,
} from './receipts/keep-receipt.ts'
import type { ReceiptStore } from './receipts/receipt-store.ts'
import type { ReadModel } from './read-model/read-model.ts'
import { shoppingList } from './read-model/shopping-list.ts'

/** What stands behind a ledger: PouchDB and replication for real, maps in memory. */
export type LedgerParts = {
  readonly id: string
  readonly store: DocStore
  readonly model: ReadModel
  readonly sync: {
    readonly latest: () => SyncAnswer
    readonly subscribe: (listener: () => void) => () => void
    readonly retryRefused: (ids: readonly string[]) => Promise<void>
    readonly now: () => Promise<void>
    readonly repair: Ledger['repair']
  }
  readonly acts: ActLog
  readonly receipts: ReceiptStore & {
    readonly subscribe: (listener: () => void) => () => void
  }
  readonly shrink: (photo: Blob) => Promise<Blob>
  readonly me: () => string | undefined
  readonly device: string
  readonly now: () => number
  readonly random: () => number
  readonly close: () => Promise<void>
}

export type LedgerCore = Ledger & {
  /** Saves what no person did, so that undo passes it by. */
  readonly write: (changes: readonly Change[]) => Promise<void>
}

/** Acts that are more than making, changing and removing. */
const names: Readonly<Record<string, ActDone['did'] | undefined>> = {
  join: 'joined',
  separate: 'separated',
}

const all = {
  view: 'transactions',
  order: { by: 'date', descending: true },
  from: 0,
  to: Infinity,
} as const

/** Milliseconds of quiet. */
const pairsAfter = 500

/** What a person looks at while they change something. */
const urgent: ReadonlySet<ViewQuery['view']> = new Set([
  'transactions',
  'record',
  'sync',
  'shopping',
])

/** A ledger over any store: what is the same for the real one and the one in memory. */
export function createLedger(parts: LedgerParts): LedgerCore {
  const { store, model, acts, now, random } = parts
  const views = new Set<{
    readonly kind: ViewQuery['view']
    readonly refresh: () => void
  }>()
  const due = new Set<ViewQuery['view'] | 'all'>()
  let pairsDue: ReturnType<typeof setTimeout> | undefined
  let underway: WorkAnswer['underway']
  let cut: Promise<CutAct | undefined> | undefined

  const deps: ActDeps = {
    store,
    select: model.select.bind(model),
    isInUse: model.isInUse.bind(model),
    accountCurrency: id =>
      model.docs('account').find(({ _id }) => _id === id)?.currency,
    rates: () => ({ base: model.base(), rateOn: model.rateOn.bind(model) }),
    fillable: model.fillable.bind(model),
    now,
    random,
    newStamp: () => ({
      id: ulid(now(), random),
      at: now(),
      by: parts.me(),
      device: parts.device,
    }),
  }

  /** Many changes in a row are one new answer; views of other kinds keep theirs. */
  function schedule(kind: ViewQuery['view'] | 'all'): void {
    const isScheduled = due.size > 0
    due.add(kind)
    if (isScheduled) return
    setTimeout(() => {
      const kinds = new Set(due)
      due.clear()
      // What is under way is told as it goes, whatever it changes.
      const isDue = (each: ViewQuery['view']) =>
        each !== 'pairs' &&
        (kinds.has(each) || (kinds.has('all') && each !== 'work'))
      refresh(each => isDue(each) && urgent.has(each))
      // The page draws the list while the rest is looked for.
      setTimeout(() => refresh(each => isDue(each) && !urgent.has(each)), 0)
      if (kinds.has('all')) schedulePairs()
    }, 0)
  }

  function refresh(isMeant: (kind: ViewQuery['view']) => boolean): void {
    for (const view of views) if (isMeant(view.kind)) view.refresh()
  }

  /** They are looked for among everything: after what somebody waits for. */
  function schedulePairs(): void {
    clearTimeout(pairsDue)
    pairsDue = setTimeout(() => {
      refresh(kind => kind === 'pairs')
    }, pairsAfter)
  }

  async function remember(
    inverse: Inverse,
    did?: ActDone['did'],
  ): Promise<ActReceipt> {
    const act = ulid(now(), random)
    // Saved is saved: without room to remember it too, it cannot be taken back.
    if (inverse.length > 0) {
      await acts.remember(act, inverse, did).catch(() => undefined)
    }
    schedule('acts')
    return { act, ids: inverse.map(step => step.id).reverse() }
  }

  /** Whatever ends it, what it has written by then can be taken back. */
  async function large(
    of: number,
    did: ActDone['did'] | undefined,
    work: (keeping: Keeping) => Promise<Inverse>,
  ): Promise<ActReceipt> {
    const act = ulid(now(), random)
    try {
      return await whileRunning(act, async () => {
        const keeping = acts.begin(act, of, did)
        try {
          const inverse = await work(keeping)
          // Saved is saved: that it is whole need not be known.
          await keeping.end(inverse.length).catch(() => undefined)
          return { act, ids: inverse.map(step => step.id).reverse() }
        } catch (error) {
          await keeping.stop().catch(() => undefined)
          throw error
        }
      })
    } finally {
      cut = undefined
      showUnderway(undefined)
      schedule('acts')
    }
  }

  function showUnderway(next: WorkAnswer['underway']): void {
    underway = next
    schedule('work')
  }

  /** Of an act that goes by in no time nothing is told. */
  async function turnSteps(
    way: 'undo' | 'redo',
    act: string,
    inverse: Inverse,
  ): Promise<void> {
    if (inverse.length <= batchSize) {
      await acts.turn(act, await doSteps(inverse, deps), now())
      return
    }
    try {
      const { keep, end } = await acts.beginTurn(act)
      showUnderway({ way, done: 0, all: inverse.length })
      await doSteps(inverse, deps, {
        keep,
        wrote: (done, all) => showUnderway({ way, done, all }),
      })
      await end(now())
    } finally {
      showUnderway(undefined)
    }
  }

  let turning: Promise<unknown> = Promise.resolve()

  /** One after another: a key pressed twice takes back two acts, not one twice. */
  function turn(from: 'done' | 'undone', named?: string) {
    const next = turning.then(async () => {
      const found = await acts.find(from, named)
      if (found === undefined) return undefined
      const way = from === 'done' ? 'undo' : 'redo'
      await turnSteps(way, found.done.act, found.inverse)
      cut = undefined
      schedule('acts')
      schedule('work')
      return found.done
    })
    turning = next.catch(() => undefined)
    return next
  }

  async function readRecord(id: string): Promise<RecordAnswer> {
    const [stored] = await store.read([id])
    const decoded = stored === undefined ? undefined : decodeDoc(stored)
    return {
      doc: decoded?.state === 'known' ? decoded.doc : undefined,
      isNewer: decoded?.state === 'newer',
      sync: model.stateOf(id),
    }
  }

  async function readReceipts(transaction: string): Promise<ReceiptsAnswer> {
    const docs = model
      .docs('receipt')
      .filter(doc => doc.transaction === transaction)
      .sort((a, b) => (a._id < b._id ? -1 : 1))
    if (docs.length === 0) return { receipts: [] }
    const states = await receiptStates(docs, parts.receipts)
    return {
      receipts: docs.map((doc, at) => ({ doc, state: states[at] ?? 'away' })),
    }
  }

  async function save(changes: readonly Change[]): Promise<ActReceipt> {
    const steps = await stepsOf(changes, deps)
    const did =
      changes.length === 1 ? names[changes[0]?.change ?? ''] : undefined
    if (steps.length <= batchSize) {
      return remember(await doSteps(steps, deps), did)
    }
    return large(steps.length, did, async ({ keep, wrote }) => {
      const told: Underway['wrote'] = (done, all) => {
        wrote(done, all)
        showUnderway({ way: 'save', done, all })
      }
      return doSteps(steps, deps, { keep, wrote: told })
    })
  }

  async function answer(query: ViewQuery): Promise<unknown> {
    switch (query.view) {
      case 'transactions':
        return model.transactions(query)
      case 'months':
        return model.months(query)
      case 'lookups':
        return { ...model.lookups(), me: parts.me() }
      case 'names':
        return model.names()
      case 'mergeSize':
        return { count: model.mergeSize(query) }
      case 'suggestion':
        return model.suggest(query)
      case 'pairs':
        return model.pairs(query)
      case 'currencies':
        return model.currencies(query)
      case 'rates':
        return model.rates(query)
      case 'rateOn':
        return { rate: model.rateOn(query.currency, query.date, query.into) }
      case 'lastUses':
        return { uses: model.lastUses(query.descriptions) }
      case 'record':
        return readRecord(query.id)
      case 'sync':
        return parts.sync.latest()
      case 'shopping':
        return shoppingList(model.docs('shoppingItem'))
      case 'receipts':
        return readReceipts(query.transaction)
      case 'acts':
        return acts.newest()
      case 'work':
        cut ??= acts.cut().catch(() => undefined)
        return { underway, cut: await cut }
      case 'balances':
        return model.balances(query)
      case 'statement':
        return model.statement(query)
      default:
        return assertNever(query)
    }
  }

  function openView<Query extends ViewQuery>(
    query: Query,
  ): View<AnswerOf<Query>> {
    const listeners = new Set<() => void>()
    let latest: AnswerOf<Query> | undefined
    let told: object | undefined
    let asked = 0
    const view = {
      kind: query.view,
      refresh: () => {
        const turn = (asked += 1)
        const answered = (next: unknown) => {
          if (turn !== asked) return
          const { version: _, ...comparable } = next as { version?: number }
          if (isSame(comparable, told)) return
          told = comparable
          latest = next as AnswerOf<Query>
          for (const listener of listeners) listener()
        }
        // What cannot be read shows in how sync stands; the last answer stays.
        answer(query).then(answered, () => undefined)
      },
    }
    views.add(view)
    // A count of them stands on the list, which is waited for itself.
    if (query.view === 'pairs' && query.most === 0) schedulePairs()
    else view.refresh()
    return {
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      latest: () => latest,
      close: () => views.delete(view),
    }
  }

  const stopModel = model.subscribe(() => schedule('all'))
  const stopSync = parts.sync.subscribe(() => schedule('sync'))
  const stopReceipts = parts.receipts.subscribe(() => schedule('receipts'))

  return {
    id: parts.id,
    write: async changes => {
      await doSteps(await stepsOf(changes, deps), deps)
    },
    save,
    addReceipt: async (transaction, file, name) => {
      const doc = await keepReceipt(
        { transaction, file, name },
        parts.receipts,
        model.docs('receipt'),
        parts.shrink,
      )
      return save([{ change: 'create', doc }])
    },
    readReceipt: async id => {
      const doc = model.docs('receipt').find(each => each._id === id)
      if (doc === undefined) throw new LedgerError('not-found', id)
      return readReceipt(doc, parts.receipts)
    },
    undo: act => turn('done', act),
    redo: () => turn('undone'),
    exportJson: async filter => {
      const ids = [...model.smallIds(), ...model.select({ filter, except: [] })]
      try {
        return await exportJson(ids, store)
      } catch {
        // On a full disk some browsers close their storage, for reading too.
        const { rows } = model.transactions({ ...all, filter })
        return exportFromMemory(model.smallDocs(), rows)
      }
    },
    importEarlier: (file, fileName, onProgress, signal) => {
      const ledger = model.docs('ledger')[0]
      if (ledger === undefined) throw new LedgerError('not-found', 'ledger')
      return importEarlier(file, fileName, {
        store,
        currency: ledger.currency,
        timeZone: ledger.timeZone,
        onProgress,
        isCancelled: () => signal.aborted,
      })
    },
    lookAtRates,
    importRates: (file, choice, onProgress, signal) =>
      importRates(file, choice, {
        store,
        onProgress,
        isCancelled: () => signal.aborted,
      }),
    merge: async (merge, onProgress, signal) => {
      let progress: MergeProgress = { phase: 'writing', done: 0, all: 0 }
      const receipt = await large(
        model.mergeSize({ view: 'mergeSize', ...merge }),
        'merged',
        async ({ keep, wrote }) => {
          const merged = await mergeNames(merge, {
            ...deps,
            model,
            keep,
            onProgress: soFar => {
              wrote(soFar.done, soFar.all)
              onProgress(soFar)
            },
            isCancelled: () => signal.aborted,
          })
          progress = merged.progress
          return merged.inverse
        },
      )
      return { ...progress, ...receipt }
    },
    openView,
    retryRefused: parts.sync.retryRefused,
    syncNow: parts.sync.now,
    repair: parts.sync.repair,
    close: async () => {
      stopModel()
      stopSync()
      stopReceipts()
      clearTimeout(pairsDue)
      views.clear()
      await parts.close()
    },
  }
}
