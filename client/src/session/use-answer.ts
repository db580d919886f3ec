import { useCallback, useEffect, useState } from 'react'
import { useSession } from './hooks.tsx'

export type Answered<Answer> = {
  readonly answer: Answer | undefined
  /** What was thrown, in place of an answer. */
  readonly failure: unknown
  readonly again: () => void
}

/** What the server answers to `ask`, which must stay the same function; the previous answer stays until the next is there. */
export function useAnswer<Answer>(
  ask: (token: string | undefined) => Promise<Answer>,
): Answered<Answer> {
  const session = useSession()
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<Answer>()
  const [failure, setFailure] = useState<unknown>()

  useEffect(() => {
    let isGone = false
    session
      .token()
      .then(ask)
      .then(
        found => {
          if (isGone) return
          setAnswer(found)
          setFailure(undefined)
        },
        (error: unknown) => {
          if (!isGone) setFailure(error)
        },
      )
    return () => {
      isGone = true
    }
    // Another round asks again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, ask, round])

  const again = useCallback(() => setRound(before => before + 1), [])
  return { answer, failure, again }
}
