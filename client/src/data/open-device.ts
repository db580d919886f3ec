import { proxy, wrap, type Remote } from 'comlink'
import type { Device } from './device.ts'
import { dropFolder } from '../platform/backup-folder.ts'
import { dropShared } from '../platform/shared-file.ts'
import { dropBackup } from '../platform/last-backup.ts'
import { dropPutAway } from '../platform/put-away.ts'
import { trustedScript } from '../platform/trusted-script.ts'
import { LedgerError } from './ledger-error.ts'
import type { Ledger } from './ledger.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import workerUrl from './worker/worker.ts?worker&url'
import { dropLast } from './usual-ledger.ts'
import { daysArriving } from './worker/days-once.ts'
import type { PortDevice, PortLedger } from './worker/over-comlink.ts'
import { unpackError } from './worker/errors-over-comlink.ts'

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
  const missing = neverLoaded(worker)
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
  const cancellable = cancellableBy(port.cancelWork)
  return {
    ledgers: user => Promise.race([port.ledgers(user), missing]),
    start: ledger => open(port.start(ledger)),
    join: (ledger, user) => open(port.join(ledger, user), ledger.id),
    open: (id, user) => open(port.open(id, user), id),
    lookAtBackup: (file, password) => port.lookAtBackup(file, password),
    restore: (asked, onProgress, signal) =>
      cancellable(signal, mine => port.restore(asked, proxy(onProgress), mine)),
    connect: (id, user) => port.connect(id, user),
    leave: id => port.leave(id),
    forget: async (id, user) => {
      await port.forget(id, user)
      dropBackup(id)
      dropPutAway(id)
      await dropFolder(id)
      dropLast(id)
      await dropShared()
    },
    unsent: (id, user) => port.unsent(id, user),
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

/** Rejects when its script could not be fetched; until it runs nobody answers. */
function neverLoaded(worker: Worker): Promise<never> {
  const missing = new Promise<never>((_, reject) => {
    worker.addEventListener('error', event => {
      // Of what goes wrong while it runs, whoever asked is told.
      if (event instanceof ErrorEvent) return
      reject(new Error('The script of the ledger could not be fetched'))
    })
  })
  missing.catch(() => undefined)
  return missing
}

/** Long work by a number of its own, which a signal ends. */
function cancellableBy(cancelWork: (number: number) => unknown) {
  let number = 0
  return async <Done>(
    signal: AbortSignal,
    work: (number: number) => Promise<Done>,
  ): Promise<Done> => {
    const mine = (number += 1)
    const cancel = () => void cancelWork(mine)
    signal.addEventListener('abort', cancel)
    try {
      const done = work(mine)
      if (signal.aborted) cancel()
      return await done
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
}

function pageLedger(id: string, port: Remote<PortLedger>): Ledger {
  let number = 0
  const cancellable = cancellableBy(port.cancelWork)
  const days = daysArriving()

  return {
    id,
    save: changes => port.save(changes),
    undo: act => port.undo(act),
    redo: () => port.redo(),
    exportFile: (ask, onProgress, signal) =>
      cancellable(signal, mine =>
        port.exportFile(ask, proxy(onProgress), mine),
      ),
    importEarlier: (file, fileName, onProgress, signal) =>
      cancellable(signal, mine =>
        port.importEarlier(file, fileName, proxy(onProgress), mine),
      ),
    postDue: today => port.postDue(today),
    lookAtRates: file => port.lookAtRates(file),
    importRates: (file, choice, onProgress, signal) =>
      cancellable(signal, mine =>
        port.importRates(file, choice, proxy(onProgress), mine),
      ),
    lookAtStatement: (file, name, choices, accounts, signal) =>
      cancellable(signal, async mine =>
        port.lookAtStatement(file, name, choices, accounts, mine),
      ),
    reviewStatement: (ask, onProgress, signal) =>
      cancellable(signal, async mine =>
        port.reviewStatement(ask, proxy(onProgress), mine),
      ),
    reviewRows: (review, state, from, to) =>
      port.reviewRows(review, state, from, to),
    reviewCounts: review => port.reviewCounts(review),
    changeReview: (review, rows, set) => port.changeReview(review, rows, set),
    reviewAgain: review => port.reviewAgain(review),
    dropReview: review => port.dropReview(review),
    leftReview: () => port.leftReview(),
    dropLeftReview: () => port.dropLeftReview(),
    bringIn: (review, onProgress, signal) =>
      cancellable(signal, mine =>
        port.bringIn(review, proxy(onProgress), mine),
      ),
    previewRules: (ask, most) => port.previewRules(ask, most),
    applyRules: (ask, onProgress, signal) =>
      cancellable(signal, mine =>
        port.applyRules(ask, proxy(onProgress), mine),
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
    backUp: (password, onProgress, signal) =>
      cancellable(signal, mine =>
        port.backUp(password, proxy(onProgress), mine),
      ),
    readRescue: (file, onProgress, signal, password) =>
      cancellable(signal, mine =>
        port.readRescue(file, proxy(onProgress), mine, password),
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
      let failure: unknown
      const known = days.known()
      const arrive = days.arrive(query.view)
      void port.watch(
        query,
        mine,
        proxy((answer: unknown, failed?: unknown) => {
          failure = unpackError(failed)
          if (failure === undefined) latest = arrive(answer)
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
        failure: () => failure,
        close: () => void port.unwatch(mine),
      }
    },
    retryRefused: ids => port.retryRefused(ids),
    syncNow: () => port.syncNow(),
    repair: () => port.repair(),
    close: () => port.close(),
  }
}
