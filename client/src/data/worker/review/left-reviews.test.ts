import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valuesInMemory } from '../../memory-ledger.ts'
import type { KeptValues } from '../kept-values.ts'
import { openLeftReviews, type ReviewedFile } from './left-reviews.ts'

const aReview = (fields: Partial<ReviewedFile> = {}): ReviewedFile => ({
  review: 'one',
  batch: 'batch_aaaa',
  file: new Blob(['a']),
  name: 'bank.csv',
  choices: {},
  accounts: { '': 'acc_bank' },
  at: 1,
  ...fields,
})

test('after a reload the changes are there in their order, whatever rows they are of', async () => {
  const rows = fc.uniqueArray(fc.nat(300), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { maxLength: 6 }), async given => {
      const kept = valuesInMemory()
      const reviews = openLeftReviews('place', kept)
      reviews.begin(aReview(), [])
      await Promise.all(
        given.map((each, at) =>
          reviews.add('one', { rows: each, set: { notes: `${at}` } }),
        ),
      )
      const found = await openLeftReviews('place', kept).find()
      expect(found?.changes).toEqual(
        given.map((each, at) => ({
          rows: each.toSorted((a, b) => a - b),
          set: { notes: `${at}` },
        })),
      )
    }),
  )
})

test('another tab that reviews takes the place of this one, which adds nothing to it', async () => {
  const kept = valuesInMemory()
  const first = openLeftReviews('place', kept)
  const second = openLeftReviews('place', kept)
  first.begin(aReview(), [])
  await first.find()
  second.begin(aReview({ review: 'two' }), [])
  await second.find()
  await first.add('one', { rows: [1], set: { isTaken: false } })
  await first.end('one')
  expect(await second.find()).toMatchObject({
    reviewed: { review: 'two' },
    changes: [],
  })
})

test('a file that is too large is not kept, nor more changes than fit', async () => {
  const kept = valuesInMemory()
  const reviews = openLeftReviews('place', kept)
  const file = new Blob([new Uint8Array(50_000_001)])
  reviews.begin(aReview({ file }), [])
  expect(await reviews.find()).toBeUndefined()

  reviews.begin(aReview({ review: 'two' }), [])
  const rows = Array.from({ length: 50_001 }, (_, at) => 2 * at)
  for (let at = 0; at < 4; at++) {
    await reviews.add('two', { rows, set: {} })
  }
  expect(await reviews.find()).toBeUndefined()
})

test('without room the review goes on, and nothing is offered after a reload', async () => {
  const full: KeptValues = {
    ...valuesInMemory(),
    set: async () => {
      throw new Error('full')
    },
  }
  const reviews = openLeftReviews('place', full)
  reviews.begin(aReview(), [])
  await reviews.add('one', { rows: [1], set: {} })
  await reviews.end('one')
  expect(await reviews.find()).toBeUndefined()
})

test('what another version has left and nobody can read is no review', async () => {
  const kept = valuesInMemory()
  await kept.set('place', { review: 1 })
  expect(await openLeftReviews('place', kept).find()).toBeUndefined()
})
