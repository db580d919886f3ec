import type {
  ReadChoices,
  StatementBatch,
  StatementFileIssue,
  StatementIssue,
  StatementLook,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import {
  StatementFileError,
  type StatementReader,
  type StatementSource,
} from './reader.ts'

/** A source for tests, in pieces of a chosen length. */
export function aSource(text: string, pieceLength = 1_000): StatementSource {
  return {
    blob: new Blob([text]),
    name: 'statement',
    encoding: 'utf-8',
    text: async function* () {
      for (let at = 0; at < text.length; at += pieceLength) {
        yield text.slice(at, at + pieceLength)
      }
    },
  }
}

export const aContext = { currency: 'EUR', timeZone: 'Europe/Lisbon' }

type ReadThrough = {
  readonly rows: readonly StatementRow[]
  readonly issues: readonly StatementIssue[]
  readonly pending: number
  readonly failure?: StatementFileIssue
}

/** All that a reader makes of a text, and how it failed. */
export async function readThrough(
  reader: StatementReader,
  text: string,
  choices: ReadChoices = {},
  pieceLength?: number,
): Promise<ReadThrough> {
  const batches: StatementBatch[] = []
  const whole = () => ({
    rows: batches.flatMap(batch => batch.rows),
    issues: batches.flatMap(batch => batch.issues),
    pending: batches.reduce((sum, batch) => sum + batch.pending, 0),
  })
  try {
    const source = aSource(text, pieceLength)
    for await (const batch of reader.read(source, choices, aContext)) {
      batches.push(batch)
    }
    return whole()
  } catch (error) {
    if (!(error instanceof StatementFileError)) throw error
    return { ...whole(), failure: error.issue }
  }
}

/** Without what stood there, which would double every table of a test. */
export function withoutRaw(
  rows: readonly StatementRow[],
): readonly Omit<StatementRow, 'raw'>[] {
  return rows.map(row => ({ ...row, raw: undefined }))
}

export async function lookAt(
  reader: StatementReader,
  text: string,
  choices: ReadChoices = {},
): Promise<StatementLook> {
  const look = await reader.look(aSource(text), choices, aContext)
  if (!look.ok) throw new Error(`Not looked at: ${look.failure.code}`)
  return look.value
}
