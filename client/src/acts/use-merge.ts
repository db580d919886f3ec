import { useRef, useState } from 'react'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import { useLedger } from '../data/hooks.tsx'
import type { WorkProgress } from '../data/changes.ts'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'
import { useActs } from './use-acts.ts'

/** Runs one merge at a time, says what came of it and offers to take it back. */
export function useMerge() {
  const { t } = useWords()
  const ledger = useLedger()
  const { sayDone } = useActs()
  const problem = useProblem()
  const [progress, setProgress] = useState<WorkProgress>()
  const [failure, setFailure] = useState<string>()
  const control = useRef<AbortController>(undefined)

  /** False when it failed, or was stopped before anything changed. */
  async function run(merge: Merge, words: string): Promise<boolean> {
    const stop = new AbortController()
    control.current = stop
    setFailure(undefined)
    setProgress({ phase: 'writing', done: 0, all: 0 })
    let reached: WorkProgress | undefined
    try {
      const { phase, done, act, ids } = await ledger.merge(
        merge,
        // The last one may come after the answer.
        soFar => {
          reached = soFar
          setProgress(now => now && soFar)
        },
        stop.signal,
      )
      const isWhole = phase === 'done'
      if (!isWhole && ids.length === 0) {
        setFailure(t('merge.nothingChanged'))
        return false
      }
      sayDone(isWhole ? words : t('merge.stopped', { count: done }), act)
      return true
    } catch (error) {
      const { done = 0, all = 0 } = reached ?? {}
      const howFar = done > 0 ? [t('merge.cutAt', { done, all })] : []
      setFailure([problem(error), ...howFar].join(' '))
      return false
    } finally {
      setProgress(undefined)
    }
  }

  return { progress, failure, run, cancel: () => control.current?.abort() }
}
