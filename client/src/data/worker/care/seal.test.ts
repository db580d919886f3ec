import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSealed, seal, unseal } from './seal.ts'

const password = 'seven dry lemons'

async function* piecesOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size)
  }
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: number[][] = []
  for await (const piece of pieces) found.push([...piece])
  return Uint8Array.from(found.flat())
}

const sealed = (bytes: Uint8Array, as = password) =>
  whole(seal(piecesOf(bytes, 10_000), as))
const opened = (bytes: Uint8Array, as = password, size = 7_001) =>
  whole(unseal(piecesOf(bytes, size), as))

const three = Uint8Array.from({ length: 150_000 }, (_, at) => at % 251)
const head = 25
const chunk = 65_536 + 16

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 150_000])(
  'I11 %d bytes come back as they were',
  async length => {
    const plain = three.subarray(0, length)
    const file = await sealed(plain)
    expect(isSealed(file)).toBe(true)
    expect(await opened(file)).toEqual(plain)
  },
)

test('I4 no byte can be changed, and none left out at the end', async () => {
  const file = await sealed(three)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 8, max: file.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const changed = Uint8Array.from(file)
        changed[at] = (changed[at] ?? 0) ^ change
        await expect(opened(changed)).rejects.toThrow(
          /wrong-password|file-damaged/,
        )
        await expect(opened(file.subarray(0, at))).rejects.toThrow(
          /wrong-password|file-damaged/,
        )
      },
    ),
    { numRuns: 12 },
  )
})

test('I4 chunks can be neither left out nor moved, at their edges either', async () => {
  const file = await sealed(three)
  const parts = [0, 1, 2].map(at =>
    file.subarray(head + at * chunk, head + (at + 1) * chunk),
  )
  const [first = file, second = file, third = file] = parts
  for (const order of [
    [first, second],
    [first],
    [first, third],
    [second, first, third],
    [first, second, third, third],
  ]) {
    const joined = [file.subarray(0, head), ...order].flatMap(each => [...each])
    await expect(opened(Uint8Array.from(joined))).rejects.toThrow(
      /wrong-password|file-damaged/,
    )
  }
})

test('another password does not open it, the same one typed otherwise does', async () => {
  const file = await sealed(three, 'pa\u0303o')
  await expect(opened(file, 'pao')).rejects.toMatchObject({
    code: 'wrong-password',
  })
  expect(await opened(file, 'p\u00e3o')).toEqual(three)
})

test('the same bytes with the same password are another file each time', async () => {
  const [one, other] = [await sealed(three), await sealed(three)]
  expect(one.subarray(head, head + 64)).not.toEqual(
    other.subarray(head, head + 64),
  )
})
