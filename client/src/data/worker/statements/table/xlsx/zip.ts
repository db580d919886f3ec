import { StatementFileError } from '../../reader.ts'

/** A packed file says how large it becomes, and may lie: both are held to this. */
const mostUnpacked = 100 * 1024 * 1024
const mostEntries = 1_000
const longestTail = 22 + 65_535

export type ZipEntry = {
  readonly name: string
  /** As the zip says. */
  readonly size: number
  readonly bytes: () => AsyncIterable<Uint8Array>
}

/**
 * The entries of a zip by their names, unpacked piece by piece when somebody
 * reads them, by what the browser itself has for it. Throws StatementFileError.
 */
export async function openZip(
  blob: Blob,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const directory = await readDirectory(blob)
  const entries = new Map<string, ZipEntry>()
  let declared = 0
  for (const found of directory) {
    declared += found.size
    if (declared > mostUnpacked || entries.size >= mostEntries) {
      throw new StatementFileError('unpacks-too-large', 0, found.name)
    }
    if (found.isLocked) throw new StatementFileError('is-locked', 0, found.name)
    entries.set(found.name, {
      name: found.name,
      size: found.size,
      bytes: () => unpack(blob, found),
    })
  }
  return entries
}

type Found = {
  readonly name: string
  readonly method: number
  readonly isLocked: boolean
  readonly packed: number
  readonly size: number
  readonly offset: number
}

async function readDirectory(blob: Blob): Promise<readonly Found[]> {
  const tail = await viewOf(blob.slice(-longestTail))
  const end = findEnd(tail)
  if (end < 0) throw new StatementFileError('cut-short')
  const count = tail.getUint16(end + 10, true)
  const size = tail.getUint32(end + 12, true)
  const start = tail.getUint32(end + 16, true)
  if (count > mostEntries) throw new StatementFileError('unpacks-too-large')
  if (start + size > blob.size) throw new StatementFileError('cut-short')
  const view = await viewOf(blob.slice(start, start + size))
  const found: Found[] = []
  let at = 0
  while (found.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
      throw new StatementFileError('cut-short')
    }
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const next = at + 46 + nameLength + extraLength + commentLength
    if (next > view.byteLength) throw new StatementFileError('cut-short')
    found.push({
      name: textAt(view, at + 46, nameLength),
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      ...sizesAt(view, at, at + 46 + nameLength, extraLength),
    })
    at = next
  }
  return found
}

function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

/** Where they need 64 bits, as some writers always let them, they stand in an extra field. */
function sizesAt(view: DataView, at: number, extra: number, length: number) {
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  for (let field = extra; field + 4 <= extra + length;) {
    const id = view.getUint16(field, true)
    const end = field + 4 + view.getUint16(field + 2, true)
    if (id === 1 && end <= extra + length) {
      let from = field + 4
      for (const name of ['size', 'packed', 'offset'] as const) {
        if (sizes[name] !== 0xffff_ffff || from + 8 > end) continue
        sizes[name] = Number(view.getBigUint64(from, true))
        from += 8
      }
    }
    field = end
  }
  return sizes
}

async function* unpack(
  blob: Blob,
  { name, method, packed, offset }: Found,
): AsyncGenerator<Uint8Array> {
  const head = await viewOf(blob.slice(offset, offset + 30))
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) {
    throw new StatementFileError('cut-short', 0, name)
  }
  const start =
    offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  if (method !== 0 && method !== 8) {
    throw new StatementFileError('not-a-statement', 0, name)
  }
  const raw = blob.slice(start, start + packed).stream()
  const reader = (
    method === 0 ? raw : raw.pipeThrough(new DecompressionStream('deflate-raw'))
  ).getReader()
  let unpacked = 0
  try {
    for (;;) {
      const { done, value } = await readOf(reader, name)
      if (done) return
      unpacked += value.length
      if (unpacked > mostUnpacked)
        throw new StatementFileError('unpacks-too-large', 0, name)
      yield value
    }
  } finally {
    // What is broken cannot be cancelled either, and was told already.
    await reader.cancel().catch(() => undefined)
  }
}

async function readOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  name: string,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read()
  } catch {
    // Whatever the browser says of it, the packed bytes are not what they were.
    throw new StatementFileError('cut-short', 0, name)
  }
}

async function viewOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer())
}

function textAt(view: DataView, at: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, at, length))
}
