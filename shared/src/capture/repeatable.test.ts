import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc } from '../../testing/docs.ts'
import { checkDoc } from '../sync/check-doc.ts'
import { createDoc } from '../sync/edit.ts'
import { derivedId } from '../sync/ids.ts'
import { again, isWhole, repeatableOf } from './repeatable.ts'

const fieldNames =
  'type minor currency description tags account splits notes date _id log __proto__'.split(
    ' ',
  )

const stamp = { at: 2_000, by: 'mem_0000', device: 'first' }

test('again is what a person gave, on the new day, and nothing of how it came', () => {
  const doc = aTransactionDoc({
    account: 'acc_aaaa',
    tags: ['work'],
    splits: [{ minor: 100 }, { minor: 20, category: 'cat_aaaa' }],
    recurring: 'rec_aaaa',
    source: { format: 'csv', id: '1' },
    conflicts: [],
  })
  expect(again(doc, '2026-11-30')).toEqual({
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-30',
    account: 'acc_aaaa',
    tags: ['work'],
    splits: [{ minor: 100 }, { minor: 20, category: 'cat_aaaa' }],
  })
})

test('of a damaged or hostile template only what fits is taken', () => {
  expect(
    repeatableOf({
      type: 'theft',
      minor: '12',
      currency: 'EUR',
      description: 'Lunch',
      account: '../../etc/passwd',
      tags: ['', 'a'],
      _id: 'ledger_main',
      kind: 'ledger',
      __proto__: { minor: 1 },
    }),
  ).toEqual({ currency: 'EUR', description: 'Lunch' })
})

test('a template without an amount or a text is not whole', () => {
  const whole = { type: 'expense', minor: 1, currency: 'EUR', description: 'a' }
  expect(isWhole(repeatableOf(whole))).toBe(true)
  expect(isWhole(repeatableOf({ ...whole, minor: 0 }))).toBe(false)
  expect(isWhole(repeatableOf({ ...whole, description: ' ' }))).toBe(false)
  expect(isWhole(repeatableOf({ ...whole, type: 'transfer' }))).toBe(false)
  expect(
    isWhole(
      repeatableOf({
        ...whole,
        type: 'transfer',
        account: 'acc_aaaa',
        toAccount: 'acc_bbbb',
      }),
    ),
  ).toBe(true)
})

test('whatever stands in a template, what is made of it can be stored', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...fieldNames),
        fc.oneof(
          fc.constantFrom('expense', 'EUR', 'acc_aaaa', 'x'),
          fc.integer(),
          fc.jsonValue(),
        ),
      ),
      draft => {
        const made = again(draft, '2026-11-22')
        if (made === undefined) return
        const id = derivedId('transaction', 'any')
        const doc = createDoc('transaction', id, made, stamp)
        const stored: unknown = JSON.parse(JSON.stringify(doc))
        expect(checkDoc(stored)).toMatchObject({ ok: true })
      },
    ),
  )
})
