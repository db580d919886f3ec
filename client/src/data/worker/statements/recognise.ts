import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import {
  StatementFileError,
  type StatementReader,
  type StatementSource,
} from './reader.ts'
import { readers } from './readers.ts'
import { findEncoding, textOf } from './text-of.ts'

/** A million rows with long texts. */
const mostBytes = 512 * 1024 * 1024
const headSize = 64 * 1024

/** Tells from what stands in a file who reads it. Throws StatementFileError. */
export async function recognise(
  blob: Blob,
  name: string,
  choices: ReadChoices,
): Promise<{
  readonly reader: StatementReader
  readonly source: StatementSource
}> {
  if (blob.size === 0) throw new StatementFileError('empty')
  if (blob.size > mostBytes) throw new StatementFileError('too-large')
  const start = await latinText(blob.slice(0, 9))
  await refuseBinary(blob, start)
  const encoding = start.startsWith('PK\u0003\u0004')
    ? 'windows-1252'
    : (choices.encoding ?? (await findEncoding(blob)))
  const source: StatementSource = {
    blob,
    name,
    encoding,
    text: () => textOf(blob, encoding),
  }
  const head = await headOf(blob, encoding)
  if (head.trim() === '') throw new StatementFileError('empty')
  refuseOtherImports(head)
  const reader = readers.find(each => each.isOne(head))
  if (reader === undefined) {
    throw new StatementFileError('not-a-statement', 1, firstLine(head))
  }
  return { reader, source }
}

async function headOf(blob: Blob, encoding: string): Promise<string> {
  let head = ''
  for await (const text of textOf(blob.slice(0, headSize), encoding)) {
    head += text
  }
  return head
}

/** What is no text and no zip, by its first bytes. */
async function refuseBinary(blob: Blob, start: string): Promise<void> {
  if (start.startsWith('%PDF')) throw new StatementFileError('is-pdf')
  // Sealed with a password, or made small.
  if (start.startsWith(sealed) || (await isPackedRescue(blob, start))) {
    throw new StatementFileError('is-backup')
  }
  if (!start.startsWith(compoundFile)) return
  // An Excel file with a password is one of the older kind around the newer.
  const whole = await latinText(blob.slice(0, headSize))
  const end = await latinText(blob.slice(-headSize))
  const isLocked = (whole + end).includes(
    'EncryptedPackage'.split('').join('\0'),
  )
  throw new StatementFileError(isLocked ? 'is-locked' : 'is-old-excel')
}

const sealed = 'OURMONEY\u0001'

async function isPackedRescue(blob: Blob, start: string): Promise<boolean> {
  if (!start.startsWith(gzipped)) return false
  const head = blob.slice(0, headSize).stream()
  const reader = head.pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    const { value } = await reader.read()
    return isRescue(new TextDecoder().decode(value))
  } catch {
    // It begins as one and is none.
    return false
  } finally {
    // What is broken or cut short cannot be cancelled either.
    await reader.cancel().catch(() => undefined)
  }
}

/** `1f 8b`, as `windows-1252` has them. */
const gzipped = '\u001f\u2039'

function isRescue(head: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"ourmoney-rescue"/.test(head)
}

const compoundFile = '\u00d0\u00cf\u0011\u00e0'

async function latinText(blob: Blob): Promise<string> {
  return new TextDecoder('windows-1252').decode(await blob.arrayBuffer())
}

/** JSON that has an importer of its own. */
function refuseOtherImports(head: string): void {
  if (isRescue(head)) throw new StatementFileError('is-backup')
  const record = /^\s*\[\s*\{([^{}[\]]*)/.exec(head)?.[1] ?? ''
  const isEarlier = ['type', 'price', 'createdAt'].every(key =>
    record.includes(`"${key}"`),
  )
  if (isEarlier) throw new StatementFileError('is-earlier')
}

function firstLine(head: string): string {
  return head.trim().split(/[\r\n]/, 1)[0] ?? ''
}
