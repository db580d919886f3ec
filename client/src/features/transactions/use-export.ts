import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { useLedger } from '../../data/hooks.tsx'
import { download } from '../../platform/download.ts'
import { today } from '../../ui/dates.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'

/** Saves what a filter finds as a file. */
export function useExport(): (filter: TransactionFilter) => Promise<void> {
  const ledger = useLedger()
  const problem = useProblem()
  return async filter => {
    try {
      const file = await ledger.exportJson(filter)
      download(file, `ourmoney-${today()}.json`)
    } catch (error) {
      showToast(problem(error))
    }
  }
}
