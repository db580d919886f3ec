/** Text in an encoding that only decoders know: found by trying all codes of up to two bytes. */
export function encodedIn(
  encoding: string,
  text: string,
): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) return inUtf16(encoding, text)
  const codes = codesOf(encoding)
  return Uint8Array.from(
    Array.from(text).flatMap(sign => {
      const code = codes.get(sign)
      if (code === undefined) throw new Error(`No ${sign} in ${encoding}`)
      return code
    }),
  )
}

function inUtf16(encoding: string, text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
  }
  return bytes
}

const known = new Map<string, ReadonlyMap<string, readonly number[]>>()

function codesOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const before = known.get(encoding)
  if (before !== undefined) return before
  const decoder = new TextDecoder(encoding)
  const codes = new Map<string, readonly number[]>()
  const learn = (...code: readonly number[]) => {
    const sign = decoder.decode(Uint8Array.from(code))
    const isOne = Array.from(sign).length === 1 && sign !== '\ufffd'
    if (isOne && !codes.has(sign)) codes.set(sign, code)
  }
  for (let byte = 0; byte < 256; byte += 1) learn(byte)
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) learn(first, second)
  }
  known.set(encoding, codes)
  return codes
}
