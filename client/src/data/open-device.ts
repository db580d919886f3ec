import { proxy, wrap, type Remote } from 'comlink'
import type { Device } from './device.ts'
import { dropSafe } from '../platform/keep-storage.ts'
import { trustedScript } from '../platform/trusted-script.ts'
import { LedgerError } from './ledger-error.ts'
import type { Ledger } from './ledger.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import workerUrl from './worker/worker.ts?worker&url'
import { dropLast } from './usual-ledger.ts'
import { daysArriving } from './worker/days-once.ts'
import type { PortDevice, PortLedger } from './worker/over-comlink.ts'
import './worker/over-comlink.ts'

/** Starts this tab's worker. Throws LedgerError `storage-unavailable` where the browser keeps nothing. */
export function openDevice(): Device {
  if (typeof indexedDB === 'undefined') {
    throw new LedgerError('storage-unavailable', 'no IndexedDB')
  }
  const worker = new Worker(trustedScript(workerUrl), {
    type: 'module',
    name: 'ledger',
  })
  const port = wrap<PortDevice>(worker)
  document.addEventListener('visibilitychange', () => {
    void port.setVisible(document.visibilityState === 'visible')
  })

  const open = async (
    ledger: Promise<unknown>,
    id?: string,
  ): Promise<Ledger> => {
    const opened = (await ledger) as Remote<PortLedger>
    return pageLedger(id ?? (await opened.id()), opened)
  }
  return {
    ledgers: user => port.ledgers(user),
    start: ledger => open(port.start(ledger)),
    join: (ledger, user) => open(port.join(ledger, user), ledger.id),
    open: id => open(port.open(id), id),
    connect: (id, user) => port.connect(id, user),
    leave: id => port.leave(id),
    forget: async id => {
      await port.forget(id)
      dropSafe(id)
      dropLast(id)
    },
    unsent: id => port.unsent(id),
    setTokens: (user, source) => {
      void port.setTokens(user, proxy(source))
    },
    storage: async () => {
      const persisted = (await navigator.storage?.persisted?.()) ?? false
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
      return { persisted, usage, quota }
    },
  }
}

function pageLedger(id: string, port: Remote<PortLedger>): Ledger {
  let number = 0
  const days = daysArriving()

  /** Long work by a number of its own, which the signal ends. */
  async function cancellable<Done>(
    signal: AbortSignal,
    work: (number: number) => Promise<Done>,
  ): Promise<Done> {
    const mine = (number += 1)
    const cancel = () => void port.cancelWork(mine)
    signal.addEventListener('abort', cancel)
    try {
      return await work(mine)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  return {
    id,
    save: changes => port.save(changes),
    undo: act => port.undo(act),
    redo: () => port.redo(),
    exportJson: filter => port.exportJson(filter),
    importEarlier: (file, fileName, onProgress, signal) =>
      cancellable(signal, mine =>
        port.importEarlier(file, fileName, proxy(onProgress), mine),
      ),
    lookAtRates: file => port.lookAtRates(file),
    importRates: (file, choice, onProgress, signal) =>
      cancellable(signal, mine =>
        port.importRates(file, choice, proxy(onProgress), mine),
      ),
    lookAtStatement: (file, name, choices) =>
      port.lookAtStatement(file, name, choices),
    reviewStatement: (ask, onProgress, signal) =>
      cancellable(signal, async mine =>
        port.reviewStatement(ask, proxy(onProgress), mine),
      ),
    reviewRows: (review, state, from, to) =>
      port.reviewRows(review, state, from, to),
    changeReview: (review, rows, set) => port.changeReview(review, rows, set),
    dropReview: review => port.dropReview(review),
    bringIn: (review, onProgress, signal) =>
      cancellable(signal, mine =>
        port.bringIn(review, proxy(onProgress), mine),
      ),
    undoBatch: (batch, onProgress, signal) =>
      cancellable(signal, mine =>
        port.undoBatch(batch, proxy(onProgress), mine),
      ),
    merge: (merge, onProgress, signal) =>
      cancellable(signal, mine => port.merge(merge, proxy(onProgress), mine)),
    verify: (onProgress, signal) =>
      cancellable(signal, mine => port.verify(proxy(onProgress), mine)),
    mend: found => port.mend(found),
    rescue: (scope, onProgress, signal) =>
      cancellable(signal, mine => port.rescue(scope, proxy(onProgress), mine)),
    readRescue: (file, onProgress, signal) =>
      cancellable(signal, mine =>
        port.readRescue(file, proxy(onProgress), mine),
      ),
    rebuild: (onProgress, signal) =>
      cancellable(signal, mine => port.rebuild(proxy(onProgress), mine)),
    discardRefused: ids => port.discardRefused(ids),
    emptyTrash: (before, onProgress, signal) =>
      cancellable(signal, mine =>
        port.emptyTrash(before, proxy(onProgress), mine),
      ),
    addReceipt: (transaction, file, name) =>
      port.addReceipt(transaction, file, name),
    readReceipt: id => port.readReceipt(id),
    openView: query => {
      const mine = (number += 1)
      const listeners = new Set<() => void>()
      let latest: unknown
      const known = days.known()
      const arrive = days.arrive(query.view)
      void port.watch(
        query,
        mine,
        proxy((answer: unknown) => {
          latest = arrive(answer)
          for (const listener of listeners) listener()
        }),
        known,
      )
      return {
        subscribe: listener => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        latest: () => latest as never,
        close: () => void port.unwatch(mine),
      }
    },
    retryRefused: ids => port.retryRefused(ids),
    syncNow: () => port.syncNow(),
    repair: () => port.repair(),
    close: () => port.close(),
  }
}
