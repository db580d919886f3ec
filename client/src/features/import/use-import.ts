import { useEffect, useRef, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type { Review } from '../../data/statements.ts'
import { useProblem } from '../../words/use-problem.ts'
import { useFileWords } from './file-words.ts'
import type { ImportState, Plan } from './import-state.ts'

/** The way of one file: taken, looked at, reviewed, brought in. Nothing is written before the last. */
export function useImport() {
  const ledger = useLedger()
  const problem = useProblem()
  const fileWords = useFileWords()
  const [state, setState] = useState<ImportState>({ step: 'take' })
  const reading = useRef<AbortController>(undefined)
  const writing = useRef<AbortController>(undefined)

  // What is read for somebody who has left is of no use; what is written goes on.
  useEffect(() => () => reading.current?.abort(), [])

  function begin(work: typeof reading): AbortSignal {
    reading.current?.abort()
    work.current = new AbortController()
    return work.current.signal
  }

  async function take(file: File) {
    const signal = begin(reading)
    setState({ step: 'looking', file })
    let next: ImportState
    try {
      const looked = await ledger.lookAtStatement(file, file.name, {})
      if (looked.ok) {
        const plan = {
          file,
          looked: looked.value,
          accounts: looked.value.known,
        }
        next = { step: 'preview', plan }
      } else if (looked.failure.code === 'is-earlier') {
        return await bringEarlier(file)
      } else {
        next = { step: 'take', failure: fileWords(looked.failure, file.name) }
      }
    } catch (error) {
      next = { step: 'take', failure: problem(error) }
    }
    if (!signal.aborted) setState(next)
  }

  async function bringEarlier(file: File) {
    const signal = begin(writing)
    setState({ step: 'earlier', file })
    try {
      const progress = await ledger.importEarlier(
        file,
        file.name,
        soFar => setState({ step: 'earlier', file, progress: soFar }),
        signal,
      )
      setState({ step: 'earlier', file, progress })
    } catch (error) {
      setState({ step: 'take', failure: problem(error) })
    }
  }

  async function review(plan: Plan) {
    const signal = begin(reading)
    const { file, looked, accounts } = plan
    setState({ step: 'reading', plan })
    try {
      const read = await ledger.reviewStatement(
        { file, name: file.name, choices: looked.choices, accounts },
        progress => {
          if (!signal.aborted) setReading(plan, progress)
        },
        signal,
      )
      if (read === undefined) setState({ step: 'preview', plan })
      else if (read.ok) setState({ step: 'review', plan, review: read.value })
      else {
        const failure = fileWords(read.failure, file.name)
        setState({ step: 'preview', plan, failure })
      }
    } catch (error) {
      setState({ step: 'preview', plan, failure: problem(error) })
    }
  }

  /** The last word of how far it is may come after the answer. */
  function setReading(
    plan: Plan,
    progress: Extract<ImportState, { step: 'reading' }>['progress'],
  ) {
    setState(now =>
      now.step === 'reading' ? { step: 'reading', plan, progress } : now,
    )
  }

  async function bringIn(plan: Plan, reviewed: Review) {
    const signal = begin(writing)
    setState({ step: 'writing', plan })
    try {
      const progress = await ledger.bringIn(
        reviewed.id,
        soFar =>
          setState(now =>
            now.step === 'writing' ? { ...now, progress: soFar } : now,
          ),
        signal,
      )
      setState({ step: 'done', plan, progress })
      await ledger.dropReview(reviewed.id)
    } catch (error) {
      const failure = problem(error)
      setState({ step: 'review', plan, review: reviewed, failure })
    }
  }

  function backToPreview(plan: Plan) {
    setState({ step: 'preview', plan })
  }

  return {
    state,
    take,
    review,
    bringIn,
    backToPreview,
    cancel: () => {
      reading.current?.abort()
      writing.current?.abort()
    },
    restart: () => {
      reading.current?.abort()
      setState({ step: 'take' })
    },
    fail: (failure: string) => setState({ step: 'take', failure }),
  }
}

export type Importing = ReturnType<typeof useImport>
