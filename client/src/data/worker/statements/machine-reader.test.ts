import { expect, test } from 'vitest'
import { aContext } from './a-source.ts'
import { qifReader } from './qif/qif-reader.ts'

test('each batch says the bytes since the one before', async () => {
  const record = 'D1/31/2026\nT-1.00\nPBus\n^\n'
  const text = `!Type:Bank\n${record.repeat(5_000)}`
  const source = {
    blob: new Blob([text]),
    name: 'bank.qif',
    encoding: 'utf-8',
    text: async function* () {
      for (let at = 0; at < text.length; at += 10_000) {
        yield text.slice(at, at + 10_000)
      }
    },
  }
  const told: number[] = []
  for await (const batch of qifReader.read(source, {}, aContext)) {
    told.push(batch.bytesRead)
  }
  expect(told).toHaveLength(3)
  expect(told.every(bytes => bytes > 0)).toBe(true)
  expect(told.reduce((sum, bytes) => sum + bytes)).toBe(text.length)
})
