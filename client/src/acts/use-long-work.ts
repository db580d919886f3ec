import { useRef, useState } from 'react'
import type { CareProgress } from '../data/care.ts'
import { LedgerError } from '../data/ledger-error.ts'
import { useProblem } from '../words/use-problem.ts'

type Work<Progress, Done> = (
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<Done>

/** Runs one piece of long work at a time; what failed is said where it was begun. */
export function useLongWork<Progress = CareProgress>() {
  const problem = useProblem()
  const [isRunning, setRunning] = useState(false)
  const [progress, setProgress] = useState<Progress>()
  const [failure, setFailure] = useState<string>()
  const [code, setCode] = useState<LedgerError['code']>()
  const control = useRef<AbortController>(undefined)

  /** Nothing when it failed. */
  async function run<Done>(
    work: Work<Progress, Done>,
  ): Promise<Done | undefined> {
    const stop = new AbortController()
    control.current = stop
    setRunning(true)
    setFailure(undefined)
    setCode(undefined)
    try {
      return await work(setProgress, stop.signal)
    } catch (error) {
      setFailure(problem(error))
      if (error instanceof LedgerError) setCode(error.code)
      return undefined
    } finally {
      setRunning(false)
      setProgress(undefined)
    }
  }

  return {
    run,
    isRunning,
    progress,
    failure,
    /** Of the failure. */
    code,
    cancel: () => control.current?.abort(),
  }
}
