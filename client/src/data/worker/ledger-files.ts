import type { Ledger } from '../ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import type { DocStore } from './doc-store.ts'
import { exportFromMemory, exportJson } from './export-json.ts'
import { importEarlier } from './import-earlier.ts'
import { importRates, lookAtRates } from './rates/import-rates.ts'
import type { ReadModel } from './read-model/read-model.ts'

const all = {
  view: 'transactions',
  order: { by: 'date', descending: true },
  from: 0,
  to: Infinity,
} as const

/** What comes in from files and goes out as one. */
export function ledgerFiles(
  store: DocStore,
  model: ReadModel,
): Pick<
  Ledger,
  'exportJson' | 'importEarlier' | 'lookAtRates' | 'importRates'
> {
  return {
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
  }
}
