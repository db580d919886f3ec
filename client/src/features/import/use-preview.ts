import { useEffect, useRef, useState } from 'react'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { useLedger } from '../../data/hooks.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useFileWords } from './file-words.ts'
import type { Plan } from './import-state.ts'

/** Milliseconds in which one more change may come. */
const pause = 150

/** A file as the choices of the moment read it: each change is followed at once, and the last answer wins. */
export function usePreview({ file, looked: first }: Plan) {
  const ledger = useLedger()
  const problem = useProblem()
  const fileWords = useFileWords()
  const [looked, setLooked] = useState(first)
  const [choices, setChoices] = useState(first.choices)
  const [failure, setFailure] = useState<string>()
  const [isLooking, setLooking] = useState(false)
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
      const { name } = file
      const answer = await ledger.lookAtStatement(file, name, wanted, signal)
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

  return { looked, choices, choose, failure, isLooking }
}
