import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAmount } from '../money/parse-amount.ts'
import { checkDoc } from '../sync/check-doc.ts'
import { editDoc, removeDoc } from '../sync/edit.ts'
import { canonicalText, encodeDoc } from '../sync/encode.ts'
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

test('case, blanks and the form of an accent do not make another category', () => {
  const { category } = read()
  expect(category?.name).toBe('Alimentaçao e casa')
  for (const spelling of [
    'ALIMENTAÇAO  E CASA',
    ' alimentaçao\u00a0e casa ',
    'alimentaçao e casa'.normalize('NFD'),
  ]) {
    expect(read({ category: spelling }).category).toEqual(category)
  }
  const plain = read({ category: 'alimentacao e casa' }).category
  expect(plain?._id).not.toBe(category?._id)
})

test('case and blanks do not make another member', () => {
  const { member } = read({ owner: 'ana maria', email: 'ana@example.org' })
  expect(member).toMatchObject({ name: 'Ana Maria', email: 'ana@example.org' })
  const loud = { owner: ' ANA  Maria', email: 'Ana@Example.org ' }
  expect(read(loud).member).toEqual(member)
  expect(read({ owner: '', email: 'ANA@x.org' }).member?.name).toBe('ana@x.org')
  expect(read({ owner: '', email: '' }).member).toBeUndefined()
})

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    'food',
    'ça',
    'Ångström',
    'straße',
    'İzmir',
    'ΟΔΟΣ',
    '\ud800',
  ),
)
const words = fc.array(word, { minLength: 1, maxLength: 3 })
const respell = fc.constantFrom(
  (name: string) => name.toUpperCase(),
  (name: string) => name.toLowerCase(),
  (name: string) => name.normalize('NFD'),
  (name: string) => name.normalize('NFC'),
  (name: string) => `  ${name.replaceAll(' ', '\u00a0 ')}\n`,
  (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1),
)

test('spellings with one id give byte-identical first versions', () => {
  fc.assert(
    fc.property(words, words, respell, respell, (some, others, one, other) => {
      const name = some.join(' ')
      const spellings = [name, one(name), other(one(name)), others.join(' ')]
      const docs = spellings
        .flatMap(each => {
          const email = `${each}@x`
          return [
            read({ category: each, owner: each, email }),
            read({ category: each, owner: each, email: '' }),
          ]
        })
        .flatMap(row => [row.category, row.member])
        .flatMap(doc => (doc === undefined ? [] : [doc]))
      const texts = new Map<string, string>()
      for (const doc of docs) {
        expect(checkDoc(doc)).toMatchObject({ ok: true })
        const written = JSON.stringify(encodeDoc(doc))
        expect(texts.get(doc._id) ?? written).toBe(written)
        texts.set(doc._id, written)
      }
    }),
    { numRuns: 400 },
  )
})

test('respelling a Latin name gives the same ids', () => {
  const latin = fc.string({
    unit: fc.constantFrom(...'abcxyzçãéüñø '.split('')),
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(latin, respell, respell, (name, one, other) => {
      const first = read({ category: name, owner: name })
      const again = read({ category: other(one(name)), owner: one(name) })
      expect(canonicalText(again)).toBe(canonicalText(first))
    }),
  )
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

test('a plain price is read as an amount in English would be', () => {
  const digits = fc.stringMatching(/^-?\d{1,10}(\.\d{1,4})?$/)
  const currency = fc.constantFrom('EUR', 'JPY', 'BHD')
  fc.assert(
    fc.property(digits, currency, (price, code) => {
      const amount = parseAmount(price, { currency: code, locale: 'en' })
      const found = readEarlierRecord(
        { ...record, price },
        { ...context, currency: code },
      )
      expect(found.ok && found.value.transaction.minor).toBe(
        amount.ok && amount.value,
      )
    }),
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
  [{ ...record, id: '9'.repeat(400) }, 'no-id', '9'.repeat(80)],
  [{ ...record, type: { toString: 1 } }, 'unknown-type', '{"toString":1}'],
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
