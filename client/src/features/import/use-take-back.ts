import { useRef, useState } from 'react'
import type { WorkProgress } from '../../data/changes.ts'
import { useLedger } from '../../data/hooks.tsx'
import type { BatchUndone } from '../../data/statements.ts'
import { useRun } from '../../words/use-run.ts'

/** Takes back what a batch brought in, as far as nobody has edited it since. */
export function useTakeBack() {
  const ledger = useLedger()
  const { run, failure } = useRun()
  const [progress, setProgress] = useState<WorkProgress>()
  const [undone, setUndone] = useState<BatchUndone>()
  const cancelling = useRef<AbortController>(undefined)

  function takeBack(batch: string): Promise<void> {
    const control = new AbortController()
    cancelling.current = control
    setProgress({ phase: 'writing', done: 0, all: 0 })
    return run(async () => {
      try {
        const answer = await ledger.undoBatch(
          batch,
          // The last one may come after the answer.
          soFar => setProgress(now => now && soFar),
          control.signal,
        )
        setUndone(answer)
      } finally {
        setProgress(undefined)
      }
    })
  }

  return {
    takeBack,
    /** While it is under way. */
    progress,
    undone,
    failure,
    cancel: () => cancelling.current?.abort(),
  }
}
