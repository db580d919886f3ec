import { useRef, useState } from 'react'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import { useLedger } from '../../data/hooks.tsx'
import type { MergeProgress } from '../../data/ledger.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

/** Runs one merge at a time, says what came of it and offers to take it back. */
export function useMerge() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [progress, setProgress] = useState<MergeProgress>()
  const [failure, setFailure] = useState<string>()
  const control = useRef<AbortController>(undefined)

  /** False when it failed. */
  async function run(merge: Merge, words: string): Promise<boolean> {
    const stop = new AbortController()
    control.current = stop
    setFailure(undefined)
    setProgress({ phase: 'writing', done: 0, all: 0 })
    try {
      const ended = await ledger.merge(
        merge,
        // The last one may come after the answer.
        soFar => setProgress(now => now && soFar),
        stop.signal,
      )
      const isWhole = ended.phase === 'done'
      const said = isWhole
        ? words
        : t('names.mergeStopped', { count: ended.done })
      const undo = {
        name: t('common.undo'),
        onPress: () => ledger.undo(ended.act),
      }
      showToast(said, ended.ids.length > 0 ? undo : undefined)
      return true
    } catch (error) {
      setFailure(problem(error))
      return false
    } finally {
      setProgress(undefined)
    }
  }

  return { progress, failure, run, cancel: () => control.current?.abort() }
}
