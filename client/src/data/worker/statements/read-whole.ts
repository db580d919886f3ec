import type {
  ReadChoices,
  StatementIssue,
  StatementLook,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { readStatements } from './read-statement.ts'

export type WholeFile = {
  readonly look: StatementLook
  readonly rows: readonly StatementRow[]
  readonly issues: readonly StatementIssue[]
  readonly pending: number
  readonly dropped: number
  readonly bytesRead: number
}

/** A file looked at and read to its end, for tests; throws what is wrong with it as a whole. */
export async function readWhole(
  part: BlobPart,
  {
    choices = {},
    currency = 'EUR',
    name = 'file',
  }: {
    readonly choices?: ReadChoices
    readonly currency?: string | undefined
    readonly name?: string
  } = {},
): Promise<WholeFile> {
  const file = new Blob([part])
  const context = { currency, timeZone: 'Europe/Lisbon' }
  const look = await readStatements.look({ file, name, choices, context })
  if (!look.ok) throw new FileRefused(look.failure)
  const chosen = look.value.choices
  const opened = await readStatements.open({
    file,
    name,
    choices: chosen,
    context,
  })
  if (!opened.ok) throw new FileRefused(opened.failure)
  const rows: StatementRow[] = []
  const issues: StatementIssue[] = []
  const counts = { pending: 0, dropped: 0, bytesRead: 0 }
  for (;;) {
    const next = await opened.value.next()
    if (!next.ok) throw new FileRefused(next.failure)
    if (next.value === undefined) break
    rows.push(...next.value.rows)
    issues.push(...next.value.issues)
    counts.pending += next.value.pending
    counts.dropped += next.value.dropped ?? 0
    counts.bytesRead += next.value.bytesRead
  }
  return { look: look.value, rows, issues, ...counts }
}

export class FileRefused extends Error {
  readonly issue: { readonly code: string; readonly line: number }

  constructor(issue: { readonly code: string; readonly line: number }) {
    super(`${issue.code} at ${issue.line}`)
    this.issue = issue
  }
}

/** What is read of rows, without how it stood in the file. */
export function withoutRaw(
  rows: readonly StatementRow[],
): readonly Readonly<Record<string, unknown>>[] {
  return rows.map(row =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'raw')),
  )
}
