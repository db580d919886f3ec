import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber } from '../calendar/day-number.ts'
import { canonicalText } from '../sync/encode.ts'
import { decodeDoc } from '../sync/decode.ts'
import { dueDays, occurrenceDoc, occurrenceId } from './posted.ts'

const rent = {
  _id: 'rec_00000000000000000000000001',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
  start: '2026-01-31',
  draft: {
    type: 'expense',
    description: 'Rent',
    minor: 70_000,
    currency: 'EUR',
    category: 'cat_0000',
  },
}

test('two devices post the same bytes under the same id, whatever order their drafts have', () => {
  const turned = Object.fromEntries(Object.entries(rent.draft).reverse())
  const here = occurrenceDoc(rent, '2026-02-28')
  const there = occurrenceDoc({ ...rent, draft: turned }, '2026-02-28')
  expect(JSON.stringify(there)).toBe(JSON.stringify(here))
  expect(JSON.stringify(here)).toBe(canonicalText(here))
  expect(here).toEqual({
    ...rent.draft,
    _id: occurrenceId(rent._id, '2026-02-28'),
    kind: 'transaction',
    v: 1,
    date: '2026-02-28',
    recurring: rent._id,
  })
  expect(here && decodeDoc(here).state).toBe('known')
})

test('another day or another rule is another transaction', () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.nat(30_000), (one, other) => {
      const ids = [one, other].map(day =>
        occurrenceId(rent._id, fromDayNumber(day)),
      )
      expect(ids[0] === ids[1]).toBe(one === other)
    }),
  )
  expect(occurrenceId('rec_1111', '2026-02-28')).not.toBe(
    occurrenceId(rent._id, '2026-02-28'),
  )
})

test('a draft without an amount posts nothing', () => {
  const { minor, ...draft } = rent.draft
  expect(minor).toBe(70_000)
  expect(occurrenceDoc({ ...rent, draft }, '2026-02-28')).toBeUndefined()
})

test('a rule is due until it is stopped, and never when it cannot be read', () => {
  const range = { from: '2026-02-01', to: '2026-04-30' }
  expect(dueDays(rent, range)).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ])
  expect(dueDays({ ...rent, stopped: '2026-03-31' }, range)).toEqual([
    '2026-02-28',
  ])
  expect(dueDays({ ...rent, rrule: 'FREQ=SOMETIMES' }, range)).toEqual([])
})

test('nothing is due while a rule is paused, before it goes on, and on days that are left out', () => {
  const range = { from: '2026-02-01', to: '2026-04-30' }
  expect(dueDays({ ...rent, paused: '2026-03-01' }, range)).toEqual([
    '2026-02-28',
  ])
  expect(dueDays({ ...rent, since: '2026-03-02' }, range)).toEqual([
    '2026-03-31',
    '2026-04-30',
  ])
  expect(dueDays({ ...rent, since: '2026-05-01' }, range)).toEqual([])
  expect(dueDays({ ...rent, skipped: ['2026-03-31'] }, range)).toEqual([
    '2026-02-28',
    '2026-04-30',
  ])
})
