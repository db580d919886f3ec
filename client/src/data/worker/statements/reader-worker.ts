import '../../../platform/no-eval.ts'
import { expose } from 'comlink'
import '../errors-over-comlink.ts'
import { assert } from '@ourmoney/shared/assert.ts'
import { success, type Result } from '@ourmoney/shared/result.ts'
import type { StatementFileIssue } from '@ourmoney/shared/statement/statement.ts'
import {
  readStatements,
  type ReadStatements,
  type StatementFile,
  type StatementReading,
} from './read-statement.ts'

/** One file for each worker: it ends with its reading. */
export type PortReader = {
  readonly look: ReadStatements['look']
  readonly open: (
    asked: StatementFile,
  ) => Promise<
    Result<Omit<StatementReading, 'next' | 'close'>, StatementFileIssue>
  >
  readonly next: StatementReading['next']
}

let reading: StatementReading | undefined
const port: PortReader = {
  look: readStatements.look,
  open: async asked => {
    const opened = await readStatements.open(asked)
    if (!opened.ok) return opened
    reading = opened.value
    const { fileHash, format, accounts } = reading
    return success({ fileHash, format, accounts })
  },
  next: () => {
    assert(reading !== undefined, 'No file was opened')
    return reading.next()
  },
}
expose(port)
