import { useEffect, useRef, useState } from 'react'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { useLedger } from '../../data/hooks.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useFileWords } from './file-words.ts'
import type { Places } from './file-accounts.ts'
import type { Plan } from './import-state.ts'

/** Milliseconds in which one more change may come. */
const pause = 150

/**
 * A file as the choices of the moment read it, in the accounts it is put into:
 * each change is followed at once, and the last answer wins.
 */
export function usePreview({ file, looked: first, accounts }: Plan) {
  const ledger = useLedger()
  const problem = useProblem()
  const fileWords = useFileWords()
  const [looked, setLooked] = useState(first)
  const [choices, setChoices] = useState(first.choices)
  const [failure, setFailure] = useState<string>()
  const [isLooking, setLooking] = useState(false)
  const places = useRef(accounts)
  const looking = useRef<AbortController>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function stop() {
    looking.current?.abort()
    clearTimeout(timer.current)
  }

  useEffect(
    () => () => {
      looking.current?.abort()
      clearTimeout(timer.current)
    },
    [],
  )

  function choose(next: ReadChoices) {
    stop()
    const mine = new AbortController()
    looking.current = mine
    setChoices(next)
    setLooking(true)
    timer.current = setTimeout(() => void look(next, mine.signal), pause)
  }

  async function look(wanted: ReadChoices, signal: AbortSignal) {
    let said: string | undefined
    try {
      const answer = await ledger.lookAtStatement(
        file,
        file.name,
        wanted,
        places.current,
        signal,
      )
      if (signal.aborted || answer === undefined) return
      if (answer.ok) {
        setLooked(answer.value)
        setChoices(answer.value.choices)
      } else said = fileWords(answer.failure, file.name)
    } catch (error) {
      if (signal.aborted) return
      said = problem(error)
    }
    setFailure(said)
    setLooking(false)
  }

  /** What an account is in decides amounts that say no currency. */
  function place(next: Places, isOther: boolean) {
    places.current = next
    if (isOther) choose(choices)
  }

  return { looked, choices, choose, place, failure, isLooking }
}
