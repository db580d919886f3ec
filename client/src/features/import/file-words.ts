import type { StatementFileIssue } from '@ourmoney/shared/statement/statement.ts'
import { useWords } from '../../words/words.ts'

/** Why a file as a whole cannot be read, and what to do. */
export function useFileWords(): (
  issue: StatementFileIssue,
  name: string,
) => string {
  const { t, locale } = useWords()
  return (issue, name) => {
    const { code, line, found } = issue
    const where = placeIn(issue)
    const at = { line: new Intl.NumberFormat(locale).format(line) }
    const place = where === undefined ? '' : t(`imports.${where}`, at)
    return t(`imports.file_${code}`, { name, place, found })
  }
}

/** How its place is said, where it has one. */
export function placeIn({
  line,
  counts,
}: StatementFileIssue): 'atLine' | 'atRecord' | undefined {
  if (line === 0) return undefined
  return counts === 'record' ? 'atRecord' : 'atLine'
}
