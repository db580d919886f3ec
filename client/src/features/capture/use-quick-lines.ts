import { useState } from 'react'
import {
  retype,
  textOf,
  type QuickLine,
} from '@ourmoney/shared/capture/quick-lines.ts'
import type { QuickCorrections } from '@ourmoney/shared/capture/reading.ts'
import { keepLines, keptLines } from './quick-draft.ts'

/** The lines of the field, kept until they are added. */
export function useQuickLines() {
  const [lines, setLines] = useState(keptLines)

  function change(next: (now: readonly QuickLine[]) => readonly QuickLine[]) {
    setLines(now => {
      const changed = next(now)
      keepLines(changed)
      return changed
    })
  }

  return {
    lines,
    text: textOf(lines),
    type: (text: string) => change(now => retype(now, text)),
    /** Puts parts of one line right. */
    correct: (line: number, corrections: QuickCorrections) =>
      change(now =>
        now.map((each, at) =>
          at === line
            ? { ...each, corrections: merged(each.corrections, corrections) }
            : each,
        ),
      ),
    /** Takes lines out that were added. */
    drop: (added: readonly QuickLine[]) =>
      change(now => {
        const rest = now.filter(
          each => !added.includes(each) && each.text.trim() !== '',
        )
        return rest.length > 0 ? rest : retype([], '')
      }),
    /** Puts lines back that could not be stored. */
    restore: (lost: readonly QuickLine[]) =>
      change(now => [...lost, ...now.filter(({ text }) => text !== '')]),
  }
}

/** Another type has other categories. */
function merged(
  before: QuickCorrections,
  corrections: QuickCorrections,
): QuickCorrections {
  if (corrections.type === undefined) return { ...before, ...corrections }
  const { category: _category, toAccount: _toAccount, ...rest } = before
  return { ...rest, ...corrections }
}
