import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDoc } from '../sync/check-doc.ts'
import { editDoc, removeDoc } from '../sync/edit.ts'
import { canonicalText } from '../sync/encode.ts'
import { compareWithStored, readEarlierRecord } from './earlier-record.ts'

const context = {
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  batch: 'batch_0000',
}
const record = {
  id: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  description: 'Pão e leite',
  type: 'outcome',
  category: 'alimentaçao e casa',
  price: 4.35,
  owner: 'rui',
  email: 'rui@example.org',
  createdAt: '2026-11-22T23:30:00.000Z',
  status: 'synced',
}

function read(changes: Record<string, unknown> = {}) {
  const row = readEarlierRecord({ ...record, ...changes }, context)
  if (!row.ok) throw new Error(row.failure.code)
  return row.value
}

test('a record becomes valid docs', () => {
  const { transaction, category, member } = read()
  expect(transaction).toMatchObject({
    type: 'expense',
    minor: 435,
    date: '2026-11-22',
    category: category?._id,
    member: member?._id,
  })
  for (const doc of [transaction, category, member]) {
    expect(checkDoc(doc)).toMatchObject({ ok: true })
  }
})

test('two devices write the same bytes', () => {
  expect(canonicalText(read())).toBe(canonicalText(read()))
  expect(read().transaction).not.toHaveProperty('createdAt')
})

test('case and accents do not make another category', () => {
  const { category } = read()
  expect(category?.name).toBe('Alimentaçao e casa')
  expect(read({ category: 'ALIMENTAÇAO  E CASA' }).category).toEqual(category)
  const plain = read({ category: 'alimentacao e casa' }).category
  expect(plain?._id).toBe(category?._id)
})

test.each([
  ['2026-11-22T23:30:00.000Z', '2026-11-22'],
  ['2026-07-22T23:30:00.000Z', '2026-07-23'],
  ['2026-11-22 23:30:00', '2026-11-22'],
  ['22-11-2026', '2026-11-22'],
])('the time %s is the day %s in Lisbon', (createdAt, date) => {
  expect(read({ createdAt }).transaction.date).toBe(date)
})

test('the same number at another time is another record', () => {
  const one = read({ id: 17 })
  expect(read({ id: 17 }).transaction._id).toBe(one.transaction._id)
  expect(read({ id: 17, createdAt: '2020-01-01' }).transaction._id).not.toBe(
    one.transaction._id,
  )
})

test('prices are exact', () => {
  expect(read({ price: 0.1 + 0.2 }).transaction.minor).toBe(30)
  expect(read({ price: '1234.5' }).transaction.minor).toBe(123450)
  fc.assert(
    fc.property(fc.nat(100_000_000), minor => {
      expect(read({ price: minor / 100 }).transaction.minor).toBe(minor)
    }),
  )
})

test.each([
  [null, 'not-a-record', 'null'],
  [{ ...record, id: '' }, 'no-id', ''],
  [{ ...record, type: 'gift' }, 'unknown-type', 'gift'],
  [{ ...record, price: 'free' }, 'not-an-amount', 'free'],
  [{ ...record, price: 1e300 }, 'not-an-amount', '1e+300'],
  [{ ...record, createdAt: '31-02-2026' }, 'not-a-date', '31-02-2026'],
  [{ ...record, status: 'deleted' }, 'deleted', record.id],
])('%j is %s', (given, code, found) => {
  expect(readEarlierRecord(given, context)).toEqual({
    ok: false,
    failure: { code, found },
  })
})

test('what is there is the same, changed or deleted before', () => {
  const stamp = { id: 'e', at: 5, by: undefined, device: undefined }
  const { transaction } = read()
  expect(compareWithStored(transaction, transaction)).toBe('same')
  const edited = editDoc(transaction, { description: 'Bread' }, stamp)
  expect(compareWithStored(edited, transaction)).toBe('same')
  expect(compareWithStored(transaction, read({ price: 5 }).transaction)).toBe(
    'changed',
  )
  expect(compareWithStored(removeDoc(transaction, stamp), transaction)).toBe(
    'deleted',
  )
})
