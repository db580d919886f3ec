import { proxy, releaseProxy, type Remote } from 'comlink'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import type {
  BackupAsk,
  LedgerOnServer,
  NewLedger,
  TokenSource,
} from '../device.ts'
import type { ActDone, ActReceipt, Change, WorkProgress } from '../changes.ts'
import type {
  CareProgress,
  Comparison,
  RescueFile,
  RescueReading,
  RescueScope,
} from '../care.ts'
import type {
  ExportAsk,
  ExportedFile,
  ImportProgress,
  RatesChoice,
  RatesProgress,
} from '../files.ts'
import type { Ledger } from '../ledger.ts'
import type { RulesAsk } from '../rules.ts'
import type {
  BatchUndone,
  LedgerStatements,
  StatementAsk,
  StatementProgress,
} from '../statements.ts'
import type { View, ViewQuery } from '../views/view.ts'
import { daysLeaving } from './days-once.ts'
import type { WorkerDevice } from './device-worker.ts'
import { packError } from './errors-over-comlink.ts'
import type { RealLedger } from './real-ledger.ts'

/** With a failure there is no answer. */
type ViewListener = (answer: unknown, failure?: unknown) => void

/** A ledger as a message port carries it: views and cancelling by number. */
export type PortLedger = Pick<
  LedgerStatements,
  | 'reviewRows'
  | 'reviewCounts'
  | 'changeReview'
  | 'reviewAgain'
  | 'dropReview'
  | 'leftReview'
  | 'dropLeftReview'
> & {
  readonly id: () => string
  readonly save: (changes: readonly Change[]) => Promise<ActReceipt>
  readonly undo: (act?: string) => Promise<ActDone | undefined>
  readonly redo: () => Promise<ActDone | undefined>
  readonly exportFile: (
    ask: ExportAsk,
    onProgress: (progress: WorkProgress) => void,
    number: number,
  ) => Promise<ExportedFile | undefined>
  readonly importEarlier: (
    file: Blob,
    fileName: string,
    onProgress: (progress: ImportProgress) => void,
    number: number,
  ) => Promise<ImportProgress>
  readonly postDue: Ledger['postDue']
  readonly lookAtRates: Ledger['lookAtRates']
  readonly importRates: (
    file: Blob,
    choice: RatesChoice,
    onProgress: (progress: RatesProgress) => void,
    number: number,
  ) => Promise<RatesProgress>
  readonly lookAtStatement: (
    file: Blob,
    name: string,
    choices: ReadChoices,
    accounts: StatementAsk['accounts'],
    number: number,
  ) => ReturnType<LedgerStatements['lookAtStatement']>
  readonly reviewStatement: (
    ask: StatementAsk,
    onProgress: (progress: StatementProgress) => void,
    number: number,
  ) => ReturnType<LedgerStatements['reviewStatement']>
  readonly bringIn: (
    review: string,
    onProgress: (progress: WorkProgress) => void,
    number: number,
  ) => ReturnType<LedgerStatements['bringIn']>
  readonly previewRules: Ledger['previewRules']
  readonly applyRules: (
    ask: RulesAsk,
    onProgress: (progress: WorkProgress) => void,
    number: number,
  ) => Promise<WorkProgress & ActReceipt>
  readonly undoBatch: (
    batch: string,
    onProgress: (progress: WorkProgress) => void,
    number: number,
  ) => Promise<BatchUndone>
  readonly merge: (
    merge: Merge,
    onProgress: (progress: WorkProgress) => void,
    number: number,
  ) => Promise<WorkProgress & ActReceipt>
  readonly verify: (
    onProgress: (progress: CareProgress) => void,
    number: number,
  ) => Promise<Comparison>
  readonly mend: Ledger['mend']
  readonly rescue: (
    scope: RescueScope,
    onProgress: (progress: CareProgress) => void,
    number: number,
  ) => Promise<RescueFile | undefined>
  readonly backUp: (
    password: string | undefined,
    onProgress: (progress: CareProgress) => void,
    number: number,
  ) => Promise<RescueFile | undefined>
  readonly readRescue: (
    file: Blob,
    onProgress: (progress: RescueReading) => void,
    number: number,
    password?: string,
  ) => Promise<RescueReading>
  readonly rebuild: (
    onProgress: (progress: CareProgress) => void,
    number: number,
  ) => Promise<'done' | 'cancelled'>
  readonly discardRefused: Ledger['discardRefused']
  readonly emptyTrash: (
    before: number,
    onProgress: (progress: WorkProgress) => void,
    number: number,
  ) => Promise<WorkProgress>
  readonly cancelWork: (number: number) => void
  readonly addReceipt: Ledger['addReceipt']
  readonly readReceipt: Ledger['readReceipt']
  readonly watch: (
    query: ViewQuery,
    number: number,
    onAnswer: ViewListener,
    knownDays: number | undefined,
  ) => void
  readonly unwatch: (number: number) => void
  readonly retryRefused: (ids: readonly string[]) => Promise<void>
  readonly syncNow: () => Promise<void>
  readonly repair: Ledger['repair']
  readonly close: () => Promise<void>
}

export type PortDevice = Pick<
  WorkerDevice,
  | 'ledgers'
  | 'connect'
  | 'leave'
  | 'forget'
  | 'setVisible'
  | 'wake'
  | 'unsent'
  | 'lookAtBackup'
> & {
  readonly start: (ledger: NewLedger) => Promise<PortLedger>
  readonly join: (ledger: LedgerOnServer, user: string) => Promise<PortLedger>
  readonly open: (id: string, user?: string) => Promise<PortLedger>
  readonly setTokens: (user: string | undefined, source: TokenSource) => void
  readonly restore: (
    asked: BackupAsk,
    onProgress: (progress: RescueReading) => void,
    number: number,
  ) => Promise<RescueReading>
  readonly cancelWork: (number: number) => void
}

export function overComlink(device: WorkerDevice): PortDevice {
  const { cancellable, cancelWork } = numberedWork()
  return {
    ledgers: device.ledgers,
    connect: device.connect,
    leave: device.leave,
    forget: device.forget,
    setVisible: device.setVisible,
    wake: device.wake,
    setTokens: device.setTokens,
    unsent: device.unsent,
    lookAtBackup: device.lookAtBackup,
    restore: (asked, onProgress, number) =>
      cancellable(number, signal => device.restore(asked, onProgress, signal)),
    cancelWork,
    start: async ledger => portLedger(await device.start(ledger)),
    join: async (...args) => portLedger(await device.join(...args)),
    open: async (...args) => portLedger(await device.open(...args)),
  }
}

/** Long work that `cancelWork` of the same number ends. */
function numberedWork() {
  const works = new Map<number, AbortController>()
  return {
    cancellable: async <Done>(
      number: number,
      work: (signal: AbortSignal) => Promise<Done>,
    ): Promise<Done> => {
      const cancel = new AbortController()
      works.set(number, cancel)
      try {
        return await work(cancel.signal)
      } finally {
        works.delete(number)
      }
    },
    cancelWork: (number: number) => works.get(number)?.abort(),
  }
}

function portLedger(ledger: RealLedger): PortLedger {
  const views = new Map<number, () => void>()
  const leaving = daysLeaving()
  const { cancellable, cancelWork } = numberedWork()

  return proxy({
    id: () => ledger.id,
    save: ledger.save,
    undo: ledger.undo,
    redo: ledger.redo,
    exportFile: (
      ask: ExportAsk,
      onProgress: (progress: WorkProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal => ledger.exportFile(ask, onProgress, signal)),
    importEarlier: (
      file: Blob,
      fileName: string,
      onProgress: (progress: ImportProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.importEarlier(file, fileName, onProgress, signal),
      ),
    postDue: ledger.postDue,
    lookAtRates: ledger.lookAtRates,
    importRates: (
      file: Blob,
      choice: RatesChoice,
      onProgress: (progress: RatesProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.importRates(file, choice, onProgress, signal),
      ),
    lookAtStatement: (
      file: Blob,
      name: string,
      choices: ReadChoices,
      accounts: StatementAsk['accounts'],
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.lookAtStatement(file, name, choices, accounts, signal),
      ),
    reviewStatement: (
      ask: StatementAsk,
      onProgress: (progress: StatementProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.reviewStatement(ask, onProgress, signal),
      ),
    reviewRows: ledger.reviewRows,
    reviewCounts: ledger.reviewCounts,
    changeReview: ledger.changeReview,
    reviewAgain: ledger.reviewAgain,
    dropReview: ledger.dropReview,
    leftReview: ledger.leftReview,
    dropLeftReview: ledger.dropLeftReview,
    bringIn: (
      review: string,
      onProgress: (progress: WorkProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal => ledger.bringIn(review, onProgress, signal)),
    previewRules: ledger.previewRules,
    applyRules: (
      ask: RulesAsk,
      onProgress: (progress: WorkProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal => ledger.applyRules(ask, onProgress, signal)),
    undoBatch: (
      batch: string,
      onProgress: (progress: WorkProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.undoBatch(batch, onProgress, signal),
      ),
    merge: (
      merge: Merge,
      onProgress: (progress: WorkProgress) => void,
      number: number,
    ) => cancellable(number, signal => ledger.merge(merge, onProgress, signal)),
    verify: (onProgress: (progress: CareProgress) => void, number: number) =>
      cancellable(number, signal => ledger.verify(onProgress, signal)),
    mend: ledger.mend,
    rescue: (
      scope: RescueScope,
      onProgress: (progress: CareProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal => ledger.rescue(scope, onProgress, signal)),
    backUp: (
      password: string | undefined,
      onProgress: (progress: CareProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.backUp(password, onProgress, signal),
      ),
    readRescue: (
      file: Blob,
      onProgress: (progress: RescueReading) => void,
      number: number,
      password?: string,
    ) =>
      cancellable(number, signal =>
        ledger.readRescue(file, onProgress, signal, password),
      ),
    rebuild: (onProgress: (progress: CareProgress) => void, number: number) =>
      cancellable(number, signal => ledger.rebuild(onProgress, signal)),
    discardRefused: ledger.discardRefused,
    emptyTrash: (
      before: number,
      onProgress: (progress: WorkProgress) => void,
      number: number,
    ) =>
      cancellable(number, signal =>
        ledger.emptyTrash(before, onProgress, signal),
      ),
    cancelWork,
    addReceipt: ledger.addReceipt,
    readReceipt: ledger.readReceipt,
    watch: (
      query: ViewQuery,
      number: number,
      onAnswer: ViewListener,
      knownDays: number | undefined,
    ) => {
      const view: View<unknown> = ledger.openView(query)
      const leave = leaving(query.view, knownDays)
      const stop = view.subscribe(() => {
        const failure = view.failure()
        if (failure === undefined) onAnswer(leave(view.latest()))
        else onAnswer(undefined, packError(failure))
      })
      views.set(number, () => {
        stop()
        view.close()
        ;(onAnswer as unknown as Remote<() => void>)[releaseProxy]()
      })
    },
    unwatch: (number: number) => {
      views.get(number)?.()
      views.delete(number)
    },
    retryRefused: ledger.retryRefused,
    syncNow: ledger.syncNow,
    repair: ledger.repair,
    close: ledger.close,
  })
}
