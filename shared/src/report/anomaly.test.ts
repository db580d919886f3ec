import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../calendar/day-number.ts'
import { amountAnomaly, totalAnomaly } from './anomaly.ts'
import { middleOf } from './robust.ts'

test('the middle of some numbers, whatever a few of them are', () => {
  // Deviations from 4 are 3 2 1 0 1 2 96: their median is 2.
  expect(middleOf([1, 2, 3, 4, 5, 6, 100])).toEqual({
    median: 4,
    scale: 2 * 1.4826,
  })
  // More than half are equal: the mean of 0 0 0 4 is 1.
  expect(middleOf([5, 5, 5, 9])).toEqual({ median: 5, scale: 1.2533 })
  expect(middleOf([5, 5])).toEqual({ median: 5, scale: 0 })
})

const today = dayNumber('2026-11-22')

/** Every third day before today, latest last. */
function purchases(minors: readonly number[]) {
  return {
    day: minors.map((_, at) => today - 3 * (minors.length - at)),
    minor: minors,
  }
}

const usual = purchases([
  2_000, 2_500, 3_000, 2_400, 2_600, 2_500, 2_200, 2_800,
])

test('a purchase beside eight others', () => {
  // The median is 2,500. Logarithms are 0, 0, 0.039, 0.041, 0.113, 0.128, 0.182 and 0.223 from it: of 2,400 and 2,800 the middle ones.
  const answer = amountAnomaly(9_000, today, usual)
  const middle = (Math.log(2_500 / 2_400) + Math.log(2_800 / 2_500)) / 2
  const scale = 1.4826 * middle
  expect(answer).toEqual({
    outcome: 'scored',
    score: Math.round((Math.log(9_000 / 2_500) / scale) * 100) / 100,
    isUnusual: true,
    usualMinor: 2_500,
    lowMinor: Math.round(2_500 * Math.exp(-3.5 * scale)),
    highMinor: Math.round(2_500 * Math.exp(3.5 * scale)),
    isSeasonal: false,
    count: 8,
  })
  expect(amountAnomaly(2_900, today, usual)).toMatchObject({ isUnusual: false })
  expect(amountAnomaly(200, today, usual)).toMatchObject({ isUnusual: true })
})

test('with less than eight before it nothing is said', () => {
  const few = purchases([2_000, 2_500, 3_000, 2_400, 2_600, 2_500, 2_200])
  expect(amountAnomaly(90_000, today, few)).toEqual({
    outcome: 'too-little-data',
    has: 7,
    needs: 8,
  })
  // What comes on the day and later is not before it.
  const [day = 0] = usual.day
  expect(amountAnomaly(90_000, day, usual)).toMatchObject({ has: 0 })
  expect(totalAnomaly(5, [1, 2, 3], 12)).toEqual({
    outcome: 'too-little-data',
    has: 3,
    needs: 8,
  })
})

test('a price that never differed is unusual from a fifth more on, not for a cent', () => {
  const fixed = purchases(Array.from({ length: 12 }, () => 999))
  expect(amountAnomaly(1_000, today, fixed)).toMatchObject({ isUnusual: false })
  // ln 1.19 is 3.48 times five per cent, ln 1.2 is 3.65 times.
  expect(amountAnomaly(1_189, today, fixed)).toMatchObject({ isUnusual: false })
  expect(amountAnomaly(1_199, today, fixed)).toMatchObject({ isUnusual: true })
})

test('heating in winter is beside that of other winters', () => {
  // Every ten days of two years: dear in the four months around January.
  const day: number[] = []
  const minor: number[] = []
  for (let ago = 730; ago > 0; ago -= 10) {
    const on = today - ago
    const ofYear = (on - dayNumber('2026-01-15') + 3_650) % 365
    day.push(on)
    minor.push(
      ofYear < 60 || ofYear > 305 ? 10_000 + (ago % 7) : 1_000 + (ago % 7),
    )
  }
  const earlier = { day, minor }
  expect(amountAnomaly(10_003, today, earlier)).toMatchObject({
    isSeasonal: true,
  })
  const summer = dayNumber('2026-07-15')
  expect(amountAnomaly(1_002, summer, earlier)).toMatchObject({
    isSeasonal: true,
    isUnusual: false,
  })
  expect(amountAnomaly(10_003, summer, earlier)).toMatchObject({
    isSeasonal: true,
    isUnusual: true,
  })
})

test('the total of a month beside those before it', () => {
  const months = [400, 500, 600, 450, 550, 500, 480, 520]
  // Deviations from 500 are 100 0 100 50 50 0 20 20: their median is 35.
  expect(totalAnomaly(800, months, 12)).toEqual({
    outcome: 'scored',
    score: Math.round((300 / (35 * 1.4826)) * 100) / 100,
    isUnusual: true,
    usualMinor: 500,
    lowMinor: Math.round(500 - 3.5 * 35 * 1.4826),
    highMinor: Math.round(500 + 3.5 * 35 * 1.4826),
    isSeasonal: false,
    count: 8,
  })
  expect(totalAnomaly(0, months, 12)).toMatchObject({ isUnusual: true })
})

test('a month that is dear every year is usual', () => {
  const year = [100, 110, 90, 100, 105, 95, 900, 100, 110, 90, 100, 300]
  const months = [...year, ...year.map(minor => minor + 5), ...year.slice(0, 6)]
  expect(totalAnomaly(900, months, 12)).toMatchObject({
    isSeasonal: true,
    isUnusual: false,
    count: 18,
  })
  // Without a year before it, it was not.
  expect(totalAnomaly(900, months.slice(-9), 12)).toMatchObject({
    isSeasonal: false,
    isUnusual: true,
  })
})

test('a currency of other units gives the same score', () => {
  const minors = fc.array(fc.integer({ min: 100, max: 1_000_000 }), {
    minLength: 8,
    maxLength: 40,
  })
  fc.assert(
    fc.property(
      minors,
      fc.integer({ min: 1, max: 1_000_000 }),
      (all, minor) => {
        const one = amountAnomaly(minor, today, purchases(all))
        const other = amountAnomaly(
          minor * 1_000,
          today,
          purchases(all.map(each => each * 1_000)),
        )
        expect(one.outcome).toBe('scored')
        if (one.outcome !== 'scored' || other.outcome !== 'scored') return
        expect(other.score).toBeCloseTo(one.score, 1)
        expect(one.lowMinor).toBeLessThanOrEqual(one.usualMinor)
        expect(one.usualMinor).toBeLessThanOrEqual(one.highMinor)
      },
    ),
  )
  // Half of them a hundred, half of them millions: nothing is unusually much.
  const halves = [5_889, 100, 5_889, 346_746, 5_889, 100, 100, 100, 5_889]
  const millions = purchases(halves.map(minor => minor * 1_000))
  expect(amountAnomaly(1, today, millions)).toMatchObject({
    isUnusual: false,
    highMinor: Number.MAX_SAFE_INTEGER,
  })
  expect(() => amountAnomaly(0, today, usual)).toThrow('above zero')
})
