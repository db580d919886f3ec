import type { ActDone } from '../data/changes.ts'
import { useWords } from './words.ts'

/** An act as it stands behind "Undo:": `delete 3 transactions`. */
export function useActWords(): (act: ActDone) => string {
  const { t } = useWords()
  return ({ did, kind, count }) =>
    t(`acts.${did}`, { what: t(`acts.${kind}`, { count }) })
}
