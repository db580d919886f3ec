import { useState } from 'react'
import { useProblem } from './use-problem.ts'

export type Run = {
  readonly isBusy: boolean
  /** What went wrong the last time, in words. */
  readonly failure: string | undefined
  /** Without words nothing is wrong any more. */
  readonly fail: (words: string | undefined) => void
  /** Never throws. */
  readonly run: (work: () => Promise<void>) => Promise<void>
}

/** Work that a button starts and that may fail, said beside the button. */
export function useRun(): Run {
  const problem = useProblem()
  const [isBusy, setBusy] = useState(false)
  const [failure, fail] = useState<string>()

  async function run(work: () => Promise<void>) {
    fail(undefined)
    setBusy(true)
    try {
      await work()
    } catch (error) {
      fail(problem(error))
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, failure, fail, run }
}
