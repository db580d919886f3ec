import { assert } from '@ourmoney/shared/assert.ts'

/** A file to be put into a ZIP, written as it is read. */
export type ZipPart = {
  readonly name: string
  readonly pieces: AsyncIterable<string> | Iterable<string>
}

type Written = {
  readonly name: Uint8Array<ArrayBuffer>
  readonly crc: number
  readonly size: number
  readonly packedSize: number
  readonly at: number
}

/** Without ZIP64: no part, and not the whole. */
const most = 0xffff_ffff
const encoder = new TextEncoder()

/** A ZIP file (APPNOTE 6.3.10): deflated by the browser itself, part after part. */
export async function zip(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
  type: string,
): Promise<Blob> {
  const blobs: (Blob | Uint8Array<ArrayBuffer>)[] = []
  const written: Written[] = []
  let at = 0
  for await (const part of parts) {
    const { packed, crc, size } = await deflate(part.pieces)
    const name = encoder.encode(part.name)
    const entry = { name, crc, size, packedSize: packed.size, at }
    const head = header(0x0403_4b50, entry)
    blobs.push(head, name, packed)
    written.push(entry)
    at += head.length + name.length + packed.size
    assert(Math.max(size, at) < most, 'Too large for a ZIP without ZIP64')
  }
  const directory = written.flatMap(entry => [
    header(0x0201_4b50, entry),
    entry.name,
  ])
  const length = directory.reduce((sum, each) => sum + each.length, 0)
  blobs.push(...directory, ending(written.length, length, at))
  return new Blob(blobs, { type })
}

async function deflate(pieces: ZipPart['pieces']) {
  let crc = 0xffff_ffff
  let size = 0
  const source = (async function* () {
    for await (const piece of pieces) {
      const bytes = encoder.encode(piece)
      crc = crcOf(bytes, crc)
      size += bytes.length
      yield bytes
    }
  })()
  const stream = streamOf(source).pipeThrough(
    new CompressionStream('deflate-raw'),
  )
  const packed = await new Response(stream).blob()
  return { packed, crc: (crc ^ 0xffff_ffff) >>> 0, size }
}

/** `ReadableStream.from`, which not every browser has. */
export function streamOf<Piece>(
  source: AsyncGenerator<Piece>,
): ReadableStream<Piece> {
  return new ReadableStream({
    pull: async controller => {
      const { done, value } = await source.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await source.return(undefined)
    },
  })
}

/** Of the part itself, or of its line in the directory. */
function header(
  signature: 0x0403_4b50 | 0x0201_4b50,
  { name, crc, size, packedSize, at }: Written,
): Uint8Array<ArrayBuffer> {
  const isDirectory = signature === 0x0201_4b50
  const { bytes, u16, u32 } = fields(isDirectory ? 46 : 30)
  u32(signature)
  if (isDirectory) u16(20)
  u16(20)
  // Names are UTF-8.
  u16(0x0800)
  u16(8)
  // The first of January 1980: the same book makes the same file.
  u16(0)
  u16(0x0021)
  u32(crc)
  u32(packedSize)
  u32(size)
  u16(name.length)
  u16(0)
  if (!isDirectory) return bytes
  u16(0)
  u16(0)
  u16(0)
  u32(0)
  u32(at)
  return bytes
}

function ending(count: number, length: number, at: number) {
  const { bytes, u16, u32 } = fields(22)
  u32(0x0605_4b50)
  u16(0)
  u16(0)
  u16(count)
  u16(count)
  u32(length)
  u32(at)
  return bytes
}

function fields(length: number) {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  return {
    bytes,
    u16: (value: number) => {
      view.setUint16(at, value, true)
      at += 2
    },
    u32: (value: number) => {
      view.setUint32(at, value, true)
      at += 4
    },
  }
}

/** CRC-32 of ZIP and PNG, byte by byte through a table. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1
  }
  return value
})

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = before
  for (let at = 0; at < bytes.length; at++) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  }
  return crc
}
