import { LedgerError } from '../../ledger-error.ts'
import { streamOf } from '../files-out/zip.ts'
import { piecesOf } from '../pieces-of.ts'
import { isSealed, seal, unseal } from './seal.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Made small, and sealed where there is a password; gzip notices when the file is cut or damaged. */
export function pack(
  text: AsyncIterable<string>,
  password: string | undefined,
): Promise<Blob> {
  const small = piecesOfStream(
    streamOf(encoded(text)).pipeThrough(new CompressionStream('gzip')),
  )
  const pieces = password === undefined ? small : seal(small, password)
  return new Response(streamOf(pieces), {
    headers: { 'content-type': 'application/octet-stream' },
  }).blob()
}

/**
 * The text of a file as it was before it was packed; one that never was is
 * left as it is. Throws LedgerError `needs-password`, `wrong-password` or
 * `file-damaged`.
 */
export async function* unpack(
  file: Blob,
  password: string | undefined,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const read = counted(piecesOf(file), onRead)
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  if (!isSealed(head)) yield* isSmall(head) ? unzip(read) : read
  else if (password === undefined) throw new LedgerError('needs-password')
  else yield* unzip(unseal(read, password))
}

async function* unzip(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let failure: unknown
  async function* watched(): AsyncGenerator<Bytes> {
    try {
      for await (const piece of pieces) yield piece as Bytes
    } catch (error) {
      failure = error
      throw error
    }
  }
  const stream = streamOf(watched())
  try {
    yield* piecesOfStream(stream.pipeThrough(new DecompressionStream('gzip')))
  } catch (cause) {
    throw failure ?? new LedgerError('file-damaged', 'gzip', cause)
  }
}

function isSmall(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
) {
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    onRead(bytes)
    yield piece
  }
}

async function* piecesOfStream(
  stream: ReadableStream<Bytes>,
): AsyncGenerator<Bytes> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Whoever stops reading frees what is behind it.
    await reader.cancel().catch(() => undefined)
  }
}
