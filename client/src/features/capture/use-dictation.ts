import { useEffect, useRef, useState } from 'react'
import {
  canDictate,
  dictate,
  type DictationIssue,
} from '../../platform/dictation.ts'

export type Dictation = {
  readonly state: 'off' | 'starting' | 'here' | 'elsewhere'
  readonly issue: DictationIssue | undefined
  readonly toggle: () => void
  /** Ends it; what is heard afterwards counts for nothing. */
  readonly cancel: () => void
}

/** Speech as text in the language of the app; nothing where the browser has none. */
export function useDictation(
  locale: string,
  onHeard: (text: string) => void,
): Dictation | undefined {
  const [state, setState] = useState<Dictation['state']>('off')
  const [issue, setIssue] = useState<DictationIssue>()
  const stop = useRef<() => void>(undefined)
  const turn = useRef(0)
  useEffect(() => () => stop.current?.(), [])
  if (!canDictate()) return undefined

  function start() {
    setIssue(undefined)
    setState('starting')
    const mine = ++turn.current
    const ifMine =
      <Args extends readonly unknown[]>(run: (...args: Args) => void) =>
      (...args: Args) => {
        if (turn.current === mine) run(...args)
      }
    stop.current = dictate(locale, {
      onHeard: ifMine(onHeard),
      onStart: ifMine(isLocal => setState(isLocal ? 'here' : 'elsewhere')),
      onEnd: ifMine(found => {
        setIssue(found)
        setState('off')
      }),
    })
  }

  return {
    state,
    issue,
    toggle: () => (state === 'off' ? start() : stop.current?.()),
    cancel: () => {
      turn.current += 1
      stop.current?.()
      setState('off')
      setIssue(undefined)
    },
  }
}
