import { mayWrite } from '@ourmoney/shared/identity/may-write.ts'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import type { Change } from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'
import type { Ledger } from '../ledger.ts'
import { doSteps, stepsOf } from './acts.ts'
import { answerViews } from './answer-views.ts'
import { createDoing } from './doing.ts'
import { emptyTrash } from './empty-trash.ts'
import { ledgerFiles } from './ledger-files.ts'
import { ledgerCare } from './care/ledger-care.ts'
import type { LedgerParts } from './ledger-parts.ts'
import { createViews } from './live-views.ts'
import { keepReceipt, readReceipt } from './receipts/keep-receipt.ts'
import { ledgerStatements } from './review/ledger-statements.ts'
import { postDue } from './recurring/post-due.ts'
import { ledgerRules } from './rules/ledger-rules.ts'
import type { ActDeps } from './steps.ts'

export type LedgerCore = Ledger & {
  /** Saves what no person did, so that undo passes it by. */
  readonly write: (changes: readonly Change[]) => Promise<void>
}

/** A ledger over any store: what is the same for the real one and the one in memory. */
export function createLedger(parts: LedgerParts): LedgerCore {
  const { store, model, acts, now, random } = parts
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
  const { work, asOneAct, ...doing } = createDoing({
    deps,
    model,
    acts,
    onChanged: kind => views.schedule(kind),
  })
  const files = ledgerFiles(parts, deps)
  const care = ledgerCare(parts)
  const statements = ledgerStatements({ parts, deps, asOneAct })
  const rules = ledgerRules({ model, deps, asOneAct })
  const views = createViews(answerViews(parts, work))
  const stops = [
    model.subscribe(() => views.schedule('all')),
    parts.sync.subscribe(() => {
      views.schedule('sync')
      views.schedule('unsynced')
    }),
    parts.receipts.subscribe(() => views.schedule('receipts')),
  ]

  /** Whoever only reads the ledger is refused here already, whatever a screen offers. */
  function forWriters<Args extends readonly unknown[], Done>(
    write: (...args: Args) => Promise<Done>,
  ) {
    return async (...args: Args): Promise<Done> => {
      if (!mayWrite(parts.sync.latest().standing)) {
        throw new LedgerError('read-only')
      }
      return write(...args)
    }
  }

  return {
    id: parts.id,
    ...files,
    ...care,
    ...statements,
    ...rules,
    applyRules: forWriters(rules.applyRules),
    readRescue: forWriters(care.readRescue),
    save: forWriters(doing.save),
    undo: forWriters(doing.undo),
    redo: forWriters(doing.redo),
    merge: forWriters(doing.merge),
    postDue: forWriters(today => postDue(today, model, deps)),
    importEarlier: forWriters(files.importEarlier),
    importRates: forWriters(files.importRates),
    bringIn: forWriters(statements.bringIn),
    undoBatch: forWriters(statements.undoBatch),
    addReceipt: forWriters(async (transaction, file, name) => {
      const doc = await keepReceipt(
        { transaction, file, name },
        parts.receipts,
        model.docs('receipt'),
        parts.shrink,
      )
      return doing.save([{ change: 'create', doc }])
    }),
    write: async changes => {
      await doSteps(await stepsOf(changes, deps), deps)
    },
    readReceipt: async id => {
      const doc = model.docs('receipt').find(each => each._id === id)
      if (doc === undefined) throw new LedgerError('not-found', id)
      return readReceipt(doc, parts.receipts)
    },
    emptyTrash: async (before, onProgress, signal) => {
      if (parts.sync.latest().standing !== 'owner') {
        throw new LedgerError('read-only')
      }
      return emptyTrash(before, parts, onProgress, signal)
    },
    openView: views.open,
    retryRefused: parts.sync.retryRefused,
    syncNow: parts.sync.now,
    repair: parts.sync.repair,
    close: async () => {
      for (const stop of stops) stop()
      views.close()
      await parts.close()
    },
  }
}
