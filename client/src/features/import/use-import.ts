import { startTransition, useEffect, useRef, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type {
  LeftReview,
  Review,
  StatementProgress,
} from '../../data/statements.ts'
import { useProblem } from '../../words/use-problem.ts'
import { useFileWords } from './file-words.ts'
import type { ImportState, Plan } from './import-state.ts'

/** The way of one file: looked at, reviewed, brought in. Nothing is written before the last. */
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

  async function take(file: File, left?: LeftReview) {
    const signal = begin(reading)
    setState({ step: 'looking', file })
    let next: ImportState
    try {
      const { name } = file
      const choices = left?.choices ?? {}
      const looked = await ledger.lookAtStatement(
        file,
        name,
        choices,
        {},
        signal,
      )
      if (signal.aborted || looked === undefined) return
      if (looked.ok) {
        const { value } = looked
        if (left !== undefined) {
          const { accounts } = left
          return await review({ file, looked: { ...value, choices }, accounts })
        }
        const plan = { file, looked: value, accounts: value.known }
        next = { step: 'preview', plan }
      } else if (looked.failure.code === 'is-earlier') {
        return await bringEarlier(file)
      } else if (looked.failure.code === 'is-backup') {
        next = { step: 'backup', file }
      } else {
        next = { step: 'take', failure: fileWords(looked.failure, file.name) }
      }
    } catch (error) {
      next = { step: 'take', failure: problem(error) }
    }
    if (!signal.aborted) show(next)
  }

  async function bringEarlier(file: File) {
    const signal = begin(writing)
    setState({ step: 'earlier', file })
    try {
      const progress = await ledger.importEarlier(
        file,
        file.name,
        // The last word of how far it is may come after the answer.
        soFar =>
          setState(now =>
            now.step === 'earlier' && now.file === file
              ? { step: 'earlier', file, progress: soFar }
              : now,
          ),
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
    let next: ImportState
    try {
      const read = await ledger.reviewStatement(
        { file, name: file.name, choices: looked.choices, accounts },
        progress => {
          if (!signal.aborted) setReading(plan, progress)
        },
        signal,
      )
      if (signal.aborted || read === undefined) return
      next = read.ok
        ? { step: 'review', plan, review: read.value }
        : {
            step: 'preview',
            plan,
            failure: fileWords(read.failure, file.name),
          }
    } catch (error) {
      next = { step: 'preview', plan, failure: problem(error) }
    }
    if (!signal.aborted) show(next)
  }

  /** The last word of how far it is may come after the answer. */
  function setReading(plan: Plan, progress: StatementProgress) {
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
      if (progress.phase === 'cancelled') {
        const review = await asItStands(reviewed)
        setState({ step: 'done', plan, progress, review })
        return
      }
      setState({ step: 'done', plan, progress })
      // One that stays makes room for the next all the same.
      ledger.dropReview(reviewed.id).catch(() => undefined)
    } catch (error) {
      const failure = problem(error)
      const review = await asItStands(reviewed)
      setState({ step: 'review', plan, review, failure })
    }
  }

  /** What has much to show is drawn in pieces, between which others have their turn. */
  function show(next: ImportState) {
    startTransition(() => setState(next))
  }

  /** What was written by now is not written again. */
  async function asItStands(reviewed: Review): Promise<Review> {
    try {
      return { ...reviewed, ...(await ledger.reviewCounts(reviewed.id)) }
    } catch {
      // Then the screen that shows it says what is wrong.
      return reviewed
    }
  }

  function stopReading() {
    reading.current?.abort()
    setState(now => {
      if (now.step === 'looking') return { step: 'take' }
      if (now.step === 'reading') return { step: 'preview', plan: now.plan }
      return now
    })
  }

  return {
    state,
    take: (file: File) => take(file),
    goOn: (left: LeftReview) => take(new File([left.file], left.name), left),
    review,
    bringIn,
    backToPreview: (plan: Plan) => setState({ step: 'preview', plan }),
    backToReview: (plan: Plan, reviewed: Review) =>
      setState({ step: 'review', plan, review: reviewed }),
    cancel: () => {
      stopReading()
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
