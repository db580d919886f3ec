import { useLedger } from '../data/hooks.tsx'
import type { ActDone } from '../data/changes.ts'
import { showToast } from '../ui/toasts.tsx'
import { useActWords } from '../words/use-act-words.ts'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'

/** The way back and forth over what was done on this device; says what it took back. */
export function useUndo(): {
  readonly undo: () => void
  readonly redo: () => void
} {
  const { t } = useWords()
  const ledger = useLedger()
  const actWords = useActWords()
  const problem = useProblem()

  function say(turned: Promise<ActDone | undefined>, tell: Tell): void {
    turned.then(tell, (error: unknown) => showToast(problem(error)))
  }

  function redo(): void {
    say(ledger.redo(), done =>
      showToast(
        done === undefined
          ? t('shell.nothingToRedo')
          : t('acts.redone', { act: actWords(done) }),
      ),
    )
  }

  function undo(): void {
    say(ledger.undo(), done => {
      if (done === undefined) return showToast(t('shell.nothingToUndo'))
      showToast(t('acts.undone', { act: actWords(done) }), {
        name: t('common.redo'),
        onPress: redo,
      })
    })
  }
  return { undo, redo }
}

type Tell = (done: ActDone | undefined) => void
