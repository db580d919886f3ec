import { useLedger } from '../data/hooks.tsx'
import { showToast } from '../ui/toasts.tsx'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'
import { createActs, type Acts } from './acts.ts'

/** Writes the ledger from a screen, and says in messages what came of it. */
export function useActs(): Acts {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  return createActs({
    ledger,
    problem,
    say: showToast,
    undoName: t('common.undo'),
  })
}
