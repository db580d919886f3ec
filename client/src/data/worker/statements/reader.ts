import type { Result } from '@ourmoney/shared/result.ts'
import type {
  ReadChoices,
  ReadContext,
  StatementBatch,
  StatementFileIssue,
  StatementFormat,
  StatementLook,
} from '@ourmoney/shared/statement/statement.ts'

/** Reads one kind of file. */
export type StatementReader = {
  readonly format: StatementFormat
  /** `head`: the first 64 KiB, decoded. Whether the content is of this kind. */
  readonly isOne: (head: string) => boolean
  /** Finds out what is left open in `choices` and reads the first rows. May throw StatementFileError, too. */
  readonly look: (
    source: StatementSource,
    choices: ReadChoices,
    context: ReadContext,
  ) => Promise<Result<StatementLook, StatementFileIssue>>
  /** The whole file in batches of `batchSize` rows. Throws StatementFileError. */
  readonly read: (
    source: StatementSource,
    choices: ReadChoices,
    context: ReadContext,
  ) => AsyncIterable<StatementBatch>
}

export type StatementSource = {
  readonly blob: Blob
  readonly name: string
  readonly encoding: string
  /** Decoded pieces; line ends as in the file, no byte order mark. */
  readonly text: () => AsyncIterable<string>
}

export const batchSize = 2_000
/** Rows of one file; above it `too-many-rows`. */
export const mostRows = 1_000_000
/** Rows that a look shows. */
export const mostLookedAt = 100

/** What the file as a whole does wrong. */
export class StatementFileError extends Error {
  override readonly name = 'StatementFileError'
  readonly issue: StatementFileIssue

  constructor(
    code: StatementFileIssue['code'],
    line = 0,
    found = '',
    counts: 'line' | 'record' = 'line',
  ) {
    super(`Statement file: ${code} at ${counts} ${line}`)
    const start = found.trim().slice(0, 80)
    const place = counts === 'record' && { counts }
    this.issue = { code, line, found: start, ...place }
  }
}
