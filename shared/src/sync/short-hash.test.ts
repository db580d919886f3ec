import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortHash } from './short-hash.ts'

function expected(text: string): string {
  return createHash('sha256')
    .update(text.toWellFormed())
    .digest('hex')
    .slice(0, 32)
}

test('a text of any length has the start of its SHA-256', () => {
  for (let length = 0; length < 600; length++) {
    const text = 'Shop 12 Lisboa|'.repeat(40).slice(0, length)
    expect(shortHash(text)).toBe(expected(text))
  }
  const long = 'Shop 12 Lisboa|'.repeat(1_000)
  expect(shortHash(long)).toBe(expected(long))
})

test('letters of any script are hashed as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      expect(shortHash(text)).toBe(expected(text))
    }),
  )
})

test('what was hashed before leaves nothing behind', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300 })), texts => {
      expect(texts.map(shortHash)).toEqual(texts.map(expected))
    }),
  )
})
