import { JSONParser } from '@streamparser/json'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { readStructure } from '@ourmoney/shared/sync/structure.ts'
import { LedgerError } from '../../ledger-error.ts'
import { valueGuard } from '../value-guard.ts'
import { unpack } from './pack.ts'
import { rescueFormat } from './rescue-file.ts'

export type RescuePart = {
  readonly of: 'ledger' | 'savedAt' | 'docs' | 'receipts'
  readonly value: unknown
}

/**
 * A rescue file or backup piece by piece, with the bytes of the file that were
 * read; the ledger comes first. Throws LedgerError `not-a-rescue` or what
 * `unpack` throws.
 */
export async function* rescueParts(file: Blob, password: string | undefined) {
  const parser = new JSONParser({
    paths: ['$.format', '$.ledger', '$.savedAt', '$.docs.*', '$.receipts.*'],
    keepStack: false,
  })
  let parts: RescuePart[] = []
  let format: unknown
  let isHeadRead = false
  parser.onValue = ({ value, key, stack }) => {
    if (key === 'format') format = value
    else if (key === 'ledger') {
      if (format !== rescueFormat) throw new LedgerError('not-a-rescue')
      isHeadRead = true
      parts.push({ of: 'ledger', value })
    } else if (!isHeadRead) throw new LedgerError('not-a-rescue', 'no head')
    else if (key === 'savedAt') parts.push({ of: 'savedAt', value })
    else {
      const of = stack[1]?.key === 'docs' ? 'docs' : 'receipts'
      parts.push({ of, value })
    }
  }
  let bytes = 0
  const guard = valueGuard(() => {
    throw new LedgerError('not-a-rescue', 'too long')
  })
  try {
    const pieces = unpack(file, password, read => {
      bytes = read
    })
    for await (const piece of pieces) {
      parser.write(piece)
      const read = parts
      parts = []
      guard(piece.length, read.length > 0)
      yield { parts: read, bytes }
    }
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause
    throw new LedgerError('not-a-rescue', 'not JSON', cause)
  }
  if (!isHeadRead) throw new LedgerError('not-a-rescue', 'no head')
  if (!parser.isEnded) throw new LedgerError('file-damaged', 'cut short')
}

/** A doc as we write it, or nothing: the file may be anybody's. */
export function readRescuedDoc(value: unknown): StoredDoc | undefined {
  const sound = readStructure(value)
  if (typeof sound === 'string') return undefined
  const { _rev, _revisions, ...body } = sound.doc
  const { state } = decodeDoc(body as unknown as StoredDoc)
  return state === 'broken' ? undefined : sound.doc
}
