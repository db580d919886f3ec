import { foldText } from '../transaction/filter.ts'
import { parseQuickLine } from './quick-line.ts'
import type { QuickLine } from './quick-lines.ts'
import type { LastUse, QuickContext, QuickReading } from './reading.ts'

/** Reads the lines of a field against the names of one ledger. */
export type QuickReader = {
  /** What the lines say they are about, to look up when it was last written. */
  readonly descriptions: (lines: readonly QuickLine[]) => readonly string[]
  /** Nothing for an empty line. */
  readonly read: (
    lines: readonly QuickLine[],
    uses: readonly LastUse[],
  ) => readonly (QuickReading | undefined)[]
}

/** More than anybody writes at once; what stands below them waits. */
export const mostLines = 100

export function quickReader(
  names: Omit<QuickContext, 'lastUses'>,
): QuickReader {
  let lastUses: QuickContext['lastUses'] = () => []
  // One object, so that its names are sorted once.
  const context: QuickContext = {
    ...names,
    lastUses: description => lastUses(description),
  }

  function readAll(lines: readonly QuickLine[]) {
    return lines
      .slice(0, mostLines)
      .map(({ text, corrections }) =>
        text.trim() === ''
          ? undefined
          : parseQuickLine(text, context, corrections),
      )
  }

  return {
    descriptions: lines => {
      const asked = new Set<string>()
      lastUses = description => {
        if (description !== '') asked.add(description)
        return []
      }
      readAll(lines)
      return [...asked]
    },
    read: (lines, uses) => {
      const known = Map.groupBy(uses, use => foldText(use.description.trim()))
      lastUses = description => known.get(foldText(description.trim())) ?? []
      return readAll(lines)
    },
  }
}
