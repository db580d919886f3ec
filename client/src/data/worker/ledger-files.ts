import type { Ledger } from '../ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import { doSteps } from './acts.ts'
import { importEarlier } from './earlier/import-earlier.ts'
import { exportFile } from './files-out/export-file.ts'
import type { LedgerParts } from './ledger-parts.ts'
import { importRates, lookAtRates } from './rates/import-rates.ts'
import type { ActDeps } from './steps.ts'

/** What comes in from files and goes out as one. */
export function ledgerFiles(
  parts: LedgerParts,
  deps: ActDeps,
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
            // The same edit on every device: who did it and when says the log.
            onBroughtIn: async (id, count) => {
              const set = { broughtIn: true, ...(count && { count }) }
              await doSteps([{ step: 'edit', id, set }], deps)
            },
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
