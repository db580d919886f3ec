import type { Ledger } from '../ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import { importEarlier } from './earlier/import-earlier.ts'
import { exportFile } from './files-out/export-file.ts'
import type { LedgerParts } from './ledger-parts.ts'
import { importRates, lookAtRates } from './rates/import-rates.ts'

/** What comes in from files and goes out as one. */
export function ledgerFiles(
  parts: LedgerParts,
): Pick<
  Ledger,
  'exportFile' | 'importEarlier' | 'lookAtRates' | 'importRates'
> {
  const { store, model, readEarlier } = parts
  return {
    exportFile: (ask, onProgress, signal) =>
      exportFile(ask, parts, onProgress, signal),
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
