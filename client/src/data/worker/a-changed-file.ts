import fc from 'fast-check'

type Change =
  | { readonly act: 'set'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly act: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly act: 'remove'; readonly at: number; readonly count: number }
  | {
      readonly act: 'repeat'
      readonly at: number
      readonly count: number
      readonly times: number
    }

const at = fc.double({ min: 0, max: 1, noNaN: true })
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 6 }),
  fc
    .constantFrom(
      '"',
      '\n',
      ';',
      ',',
      '\t',
      '\0',
      '<',
      '&',
      '{',
      '[',
      '-',
      '9999',
    )
    .map(sign => new TextEncoder().encode(sign)),
)
const count = fc.integer({ min: 1, max: 300 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ act: fc.constant('set' as const), at, bytes }),
  fc.record({ act: fc.constant('insert' as const), at, bytes }),
  fc.record({ act: fc.constant('remove' as const), at, count }),
  fc.record({
    act: fc.constant('repeat' as const),
    at,
    count,
    times: fc.integer({ min: 1, max: 50 }),
  }),
)
/** Up to eight changes of a file, one after the other. */
export const changes = fc.array(change, { minLength: 1, maxLength: 8 })

/** A file as it is after all of them: some bytes set, put in, taken out or repeated. */
export function changed(
  file: Uint8Array<ArrayBuffer>,
  made: readonly Change[],
): Uint8Array<ArrayBuffer> {
  return made.reduce(changedOnce, file)
}

function changedOnce(
  file: Uint8Array<ArrayBuffer>,
  made: Change,
): Uint8Array<ArrayBuffer> {
  const from = Math.floor(made.at * file.length)
  const before = file.subarray(0, from)
  switch (made.act) {
    case 'set':
      return joined(before, made.bytes, file.subarray(from + made.bytes.length))
    case 'insert':
      return joined(before, made.bytes, file.subarray(from))
    case 'remove':
      return joined(before, file.subarray(from + made.count))
    case 'repeat': {
      const part = file.subarray(from, from + made.count)
      const parts = Array.from({ length: made.times }, () => part)
      return joined(before, ...parts, file.subarray(from))
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(
    parts.reduce((sum, each) => sum + each.length, 0),
  )
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
