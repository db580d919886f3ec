import type { StatementFileIssue } from '@ourmoney/shared/statement/statement.ts'
import { useWords } from '../../words/words.ts'

/** Why a file as a whole cannot be read, and what to do. */
export function useFileWords(): (
  issue: StatementFileIssue,
  name: string,
) => string {
  const { t, locale } = useWords()
  return ({ code, line, found }, name) =>
    t(`imports.file_${code}`, {
      name,
      line: new Intl.NumberFormat(locale).format(line),
      found,
    })
}
