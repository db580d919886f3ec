import { Tokenizer } from '@streamparser/json'
import { createJsonReading, ExactTokenizer } from './json-numbers.ts'
import { StatementFileError } from './reader.ts'

export type JsonRecords = AsyncIterable<{
  readonly records: readonly unknown[]
  /** Since the ones before. */
  readonly bytesRead: number
}>

/** The records at `path`, with numbers as they are written. Throws StatementFileError. */
export function exactRecords(
  pieces: AsyncIterable<string>,
  path: string,
): JsonRecords {
  return recordsOf(pieces, path, new ExactTokenizer())
}

/** The records at `path`. Throws StatementFileError. */
export function plainRecords(
  pieces: AsyncIterable<string>,
  path: string,
): JsonRecords {
  return recordsOf(pieces, path, new Tokenizer())
}

async function* recordsOf(
  pieces: AsyncIterable<string>,
  path: string,
  tokenizer: Tokenizer,
): JsonRecords {
  let records: unknown[] = []
  let count = 0
  const place = () => count + records.length + 1
  const reading = createJsonReading(
    path,
    value => records.push(value),
    () => {
      throw new StatementFileError('record-too-long', place(), '', 'record')
    },
    tokenizer,
  )
  for await (const piece of pieces) {
    try {
      reading.write(piece)
    } catch (cause) {
      if (cause instanceof StatementFileError) throw cause
      // What is whole before it stays; the parser's words are for programmers.
      const found = cause instanceof Error ? cause.message : ''
      throw new StatementFileError('cut-short', place(), found, 'record')
    }
    count += records.length
    yield { records, bytesRead: piece.length }
    records = []
  }
  if (!reading.isEnded()) {
    throw new StatementFileError('cut-short', count + 1, '', 'record')
  }
}
