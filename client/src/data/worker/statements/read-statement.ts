import { failure, success, type Result } from '@ourmoney/shared/result.ts'
import type {
  ReadChoices,
  ReadContext,
  StatementAccount,
  StatementBatch,
  StatementFileIssue,
  StatementFormat,
  StatementLook,
} from '@ourmoney/shared/statement/statement.ts'
import { hashFile } from '../hash-file.ts'
import { recognise } from './recognise.ts'
import { StatementFileError } from './reader.ts'
import { encodings } from './text-of.ts'
import { usableChoices } from './usable-choices.ts'

/** A file, and how it is to be read as far as somebody has chosen. */
export type StatementFile = {
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
  readonly context: ReadContext
}

/** A file that is read as far as somebody asks. */
export type StatementReading = {
  readonly fileHash: string
  readonly format: StatementFormat
  readonly accounts: readonly StatementAccount[]
  /** Nothing after the last. */
  readonly next: () => Promise<
    Result<StatementBatch | undefined, StatementFileIssue>
  >
  /** Reads no further. */
  readonly close: () => void
}

/** How files of banks are read: here, or in a thread of its own, which ends when nobody waits any more. */
export type ReadStatements = {
  readonly look: (
    asked: StatementFile,
    signal?: AbortSignal,
  ) => Promise<Result<StatementLook, StatementFileIssue>>
  /** Finds out first what is left open, as a look does. */
  readonly open: (
    asked: StatementFile,
    signal?: AbortSignal,
  ) => Promise<Result<StatementReading, StatementFileIssue>>
}

/** Reads in the thread that asks. */
export const readStatements: ReadStatements = {
  look: ({ file, name, choices, context }) =>
    orIssue(async () => {
      const usable = usableChoices(choices)
      const { reader, source } = await recognise(file, name, usable)
      const look = await reader.look(source, usable, context)
      if (!look.ok) return look
      const isText = !['xlsx', 'ourmoney'].includes(reader.format)
      return success({ ...look.value, encodings: isText ? encodings : [] })
    }),
  open: ({ file, name, choices, context }) =>
    orIssue(async () => {
      const usable = usableChoices(choices)
      const { reader, source } = await recognise(file, name, usable)
      const look = await reader.look(source, usable, context)
      if (!look.ok) return look
      const { choices: settled, accounts } = look.value
      const read = reader.read(source, usableChoices(settled), context)
      const batches = read[Symbol.asyncIterator]()
      return success({
        fileHash: await hashFile(file),
        format: reader.format,
        accounts,
        next: () =>
          orIssue(async () => {
            const { done, value } = await batches.next()
            return success(done === true ? undefined : value)
          }),
        close: () => void batches.return?.(),
      })
    }),
}

async function orIssue<Value>(
  read: () => Promise<Result<Value, StatementFileIssue>>,
): Promise<Result<Value, StatementFileIssue>> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof StatementFileError) return failure(cause.issue)
    throw cause
  }
}
