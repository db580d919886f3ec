import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { goalProgress } from './reach-goal.ts'

const trip = { targetMinor: 120_000, date: '2027-06-30' }
const months = [5_000, 9_000, 10_000, 12_000, 8_000, 11_000, -3_000]

test('what each month has to put by, and when it is reached as it goes', () => {
  // Of the last six (9, 10, 12, 8, 11 and −3 thousand) the middle is 9,500.
  expect(goalProgress(trip, 45_000, months, '2026-11-22')).toEqual({
    savedMinor: 45_000,
    leftMinor: 75_000,
    reachedBasisPoints: 3_750,
    usualMinor: 9_500,
    // From 22 November to 30 June: seven whole months and one begun.
    monthsLeft: 8,
    neededMinor: 9_375,
    // 75,000 at 9,500 are 7.9 months.
    projected: { months: 8, date: '2027-07-22' },
    state: 'behind',
  })
  const later = { ...trip, date: '2027-07-22' }
  expect(goalProgress(later, 45_000, months, '2026-11-22')).toMatchObject({
    monthsLeft: 8,
    state: 'on-course',
  })
})

test('reached, missed, and without a date or a past', () => {
  expect(goalProgress(trip, 130_000, months, '2026-11-22')).toMatchObject({
    leftMinor: 0,
    reachedBasisPoints: 10_833,
    projected: { months: 0, date: '2026-11-22' },
    state: 'reached',
  })
  expect(goalProgress(trip, 0, months, '2027-07-01')).toMatchObject({
    neededMinor: undefined,
    monthsLeft: 0,
    state: 'missed',
  })
  expect(
    goalProgress({ targetMinor: 120_000 }, 0, [10_000, 10_000], '2026-11-22'),
  ).toMatchObject({
    usualMinor: undefined,
    neededMinor: undefined,
    projected: undefined,
    state: 'unknown',
  })
  expect(goalProgress(trip, 0, [-5, -5, -5], '2026-11-22')).toMatchObject({
    usualMinor: -5,
    projected: undefined,
    state: 'behind',
  })
})

test('on its last day one payment is left', () => {
  expect(goalProgress(trip, 119_000, months, '2027-06-30')).toMatchObject({
    monthsLeft: 1,
    neededMinor: 1_000,
  })
})

test('what is needed each month is enough, and less is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.nat(10_000_000),
      (targetMinor, saved) => {
        const goal = { targetMinor, date: '2027-11-22' }
        const {
          neededMinor = 0,
          monthsLeft = 0,
          leftMinor,
        } = goalProgress(goal, saved, [], '2026-11-22')
        expect(monthsLeft).toBe(12)
        expect(neededMinor * monthsLeft).toBeGreaterThanOrEqual(leftMinor)
        if (neededMinor > 0) {
          expect((neededMinor - 1) * monthsLeft).toBeLessThan(leftMinor)
        }
      },
    ),
  )
})
