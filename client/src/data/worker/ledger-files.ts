import type { Ledger } from '../ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import { exportFromMemory, exportJson } from './export-json.ts'
import { importEarlier } from './earlier/import-earlier.ts'
import type { LedgerParts } from './ledger-parts.ts'
import { importRates, lookAtRates } from './rates/import-rates.ts'

const all = {
  view: 'transactions',
  order: { by: 'date', descending: true },
  from: 0,
  to: Infinity,
} as const

/** What comes in from files and goes out as one. */
export function ledgerFiles({
  store,
  model,
  readEarlier,
}: LedgerParts): Pick<
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
    importEarlier: async (file, name, onProgress, signal) => {
      const ledger = model.docs('ledger')[0]
      if (ledger === undefined) throw new LedgerError('not-found', 'ledger')
      const { currency, timeZone } = ledger
      const reader = await readEarlier(file, { currency, timeZone })
      try {
        return await importEarlier(
          { name, size: file.size },
          {
            store,
            reader,
            onProgress,
            isCancelled: () => signal.aborted,
          },
        )
      } finally {
        reader.close()
      }
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
