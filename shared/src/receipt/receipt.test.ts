import { expect, test } from 'vitest'
import fc from 'fast-check'
import { aDocOf } from '../../testing/docs.ts'
import { checkDoc } from '../sync/check-doc.ts'
import { fileSortOf, receiptFileIssue } from './file-sort.ts'
import { partBytes, partIds, receiptPartSchema } from './receipt-part.ts'

const bytes = (text: string) =>
  Uint8Array.from(text, char => char.charCodeAt(0))

test.each([
  ['\xff\xd8\xff\xe0..JFIF..', 'photo'],
  ['\x89PNG\r\n\x1a\n....', 'photo'],
  ['RIFF....WEBP', 'photo'],
  ['....ftypheic', 'photo'],
  ['%PDF-1.7....', 'pdf'],
  ['<!doctype ht', undefined],
  ['<svg xmlns=.', undefined],
  ['RIFF....WAVE', undefined],
  ['', undefined],
])('C5 %j is %s by its first bytes', (head, sort) => {
  expect(fileSortOf(bytes(head))).toBe(sort)
})

test('photos have more room than PDFs, since they are made smaller', () => {
  const photo = bytes('\xff\xd8\xff\xe0........')
  const pdf = bytes('%PDF-1.7....')
  expect(receiptFileIssue(30_000_000, photo)).toBeUndefined()
  expect(receiptFileIssue(30_000_001, photo)).toBe('receipt-too-large')
  expect(receiptFileIssue(5_000_000, pdf)).toBeUndefined()
  expect(receiptFileIssue(5_000_001, pdf)).toBe('receipt-too-large')
})

test('parts cover a file without overlap, and their ids are what the schema wants', () => {
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
  fc.assert(
    fc.property(hash, fc.integer({ min: 1, max: 5_000_000 }), (hex, size) => {
      const ids = partIds(hex, size)
      expect((ids.length - 1) * partBytes).toBeLessThan(size)
      expect(ids.length * partBytes).toBeGreaterThanOrEqual(size)
      expect(new Set(ids).size).toBe(ids.length)
      for (const _id of ids) {
        const part = { _id, kind: 'receiptPart', v: 1, data: 'QUJD' }
        expect(receiptPartSchema.safeParse(part).success).toBe(true)
      }
    }),
  )
})

test.each([
  ['millions of parts', { size: 1e15 }],
  ['no bytes', { size: 0 }],
  ['a hash that is none', { hash: '../'.repeat(20) }],
])('C5 a receipt that claims %s is no valid doc', (_, claim) => {
  const receipt = aDocOf('receipt')
  expect(checkDoc(receipt).ok).toBe(true)
  expect(checkDoc({ ...receipt, ...claim }).ok).toBe(false)
})
