import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureForecast } from '../../testing/measure-forecast.ts'
import { normal, seededRandom } from '../../testing/random.ts'
import { originsFrom } from './back-test.ts'
import { coverageOf, marginOf } from './conformal.ts'
import { forecast, periodsNeeded } from './forecast.ts'
import { itemsAhead, knownMinors, withoutItems } from './known-items.ts'
import { outlook } from './models.ts'
import { ahead, echo, smooth } from './smoothing.ts'

test('the season before, the usual and the level', () => {
  const values = [1, 2, 3, 4, 5, 6]
  const say = (model: 'seasonal-naive' | 'usual', count: number) => [
    ...outlook(model, values, count, 4, 5).values,
  ]
  expect(say('seasonal-naive', 6)).toEqual([3, 4, 5, 6, 3])
  // Before there is a season, the last.
  expect(say('seasonal-naive', 3)).toEqual([3, 3, 3, 3, 3])
  expect(say('usual', 6)).toEqual([3.5, 3.5, 3.5, 3.5, 3.5])
})

test('a level follows an error by its weight, and what is left of it grows', () => {
  const smoothed = smooth([100, 100, 100, 100, 100, 100, 160], 7, 12, {
    hasTrend: false,
    hasSeason: false,
  })
  // All weights err by 60 once, so that the least is taken: 100 + 0.05 × 60.
  expect(smoothed.weights.alpha).toBe(0.05)
  expect([...ahead(smoothed, 3)]).toEqual([103, 103, 103])
  expect(echo(smoothed.weights, 12, 5)).toBe(0.05)
})

test('a trend is damped', () => {
  const smoothed = {
    weights: { alpha: 0.3, beta: 0.1, phi: 0.5, gamma: 0 },
    level: 100,
    trend: 8,
    season: new Float64Array(0),
  }
  // 100 + 4, + 2, + 1.
  expect([...ahead(smoothed, 3)]).toEqual([104, 106, 107])
  // 0.3 + 0.1 × (0.5 + 0.25).
  expect(echo(smoothed.weights, 12, 2)).toBeCloseTo(0.375)
})

test('a season goes on from where it is', () => {
  const pattern = [10, 20, 60, 30]
  const values = [...pattern, ...pattern, ...pattern.slice(0, 2)]
  for (const hasTrend of [false, true]) {
    const smoothed = smooth(values, 10, 4, { hasTrend, hasSeason: true })
    const said = [...ahead(smoothed, 4)].map(
      each => Math.round(each * 1e6) / 1e6,
    )
    expect(said).toEqual([60, 30, 10, 20])
  }
})

test('errors of the past make a margin', () => {
  const trials = [4, -3, 2, -1].map((error, at) => ({
    origin: at,
    errors: Float64Array.of(error),
    growth: Float64Array.of(1),
  }))
  // 0.8 × 5 of 4 is the largest; 95 % of what comes is not to be had from four.
  expect(marginOf(trials, 1, 0.8, 1, false)).toBe(4)
  expect(marginOf(trials, 1, 0.8, 2.5, false)).toBe(10)
  expect(marginOf(trials, 1, 0.95, 1, false)).toBeUndefined()
  expect(marginOf(trials.slice(1), 1, 0.8, 1, false)).toBeUndefined()
  // Errors of half to double the distance count.
  expect(marginOf(trials, 2, 0.8, 1, false)).toBe(4)
  expect(marginOf(trials, 3, 0.8, 1, false)).toBeUndefined()
})

test('what was not known yet makes no margin for a back-test', () => {
  const trials = [5, 4, 3, 2, 6, 1].map((error, at) => ({
    origin: at + 10,
    errors: Float64Array.of(error),
    growth: Float64Array.of(1),
  }))
  // The fifth has four before it and is beyond them, the sixth has five, and is not.
  expect(coverageOf(trials, false)).toEqual({
    coverage80: { basisPoints: 5_000, tried: 2 },
    coverage95: undefined,
  })
})

test('an item is known once it came twice, until it stays away twice', () => {
  const item = {
    minors: [0, 100, 0, 120, 240, 0, 0, 0],
    due: [0, 1, 0, 1, 2, 1, 1, 1, 1, 2],
  }
  expect([...knownMinors(item, 8)]).toEqual([0, 0, 0, 0, 120, 120, 120, 0, 0])
  expect([...knownMinors({ ...item, nextMinor: 150 }, 8)].at(-1)).toBe(150)
  expect([...withoutItems([5, 105, 5, 125, 245, 5, 5, 5], [item])]).toEqual([
    5, 5, 5, 5, 5, 5, 5, 5,
  ])
  const known = [knownMinors({ ...item, nextMinor: 150 }, 8)]
  expect([...itemsAhead([item], known, 8, 2)]).toEqual([150, 300])
  // When five were over, it was 120 each time.
  expect([...itemsAhead([item], known, 5, 3)]).toEqual([120, 120, 120])
})

test('origins are spread evenly and end with the last', () => {
  expect(originsFrom(8, 12, 48)).toEqual([8, 9, 10, 11])
  expect(originsFrom(8, 108, 5)).toEqual([8, 33, 58, 83, 107])
})

test('with too few periods it says so', () => {
  expect(periodsNeeded(1)).toBe(12)
  expect(periodsNeeded(12)).toBe(17)
  const few = Array.from({ length: 11 }, () => 100)
  expect(forecast({ values: few, season: 12, horizon: 1 })).toEqual({
    outcome: 'too-little-data',
    has: 11,
    needs: 12,
  })
})

test('what never differs goes on, alone and summed up', () => {
  const values = Array.from({ length: 40 }, () => 100)
  const even = forecast({ values, season: 12, horizon: 3 })
  expect(even).toMatchObject({
    outcome: 'forecast',
    points: [100, 100, 100].map(minor => ({
      minor,
      low80: minor,
      high80: minor,
      low95: minor,
      high95: minor,
    })),
    quality: { model: 'seasonal-naive', mase: undefined, errorMinor: 0 },
  })
  const sums = forecast({ values, season: 12, horizon: 3, isRunning: true })
  expect(sums).toMatchObject({
    points: [{ minor: 100 }, { minor: 200 }, { minor: 300 }],
  })
})

test('payments that are known are not guessed', () => {
  // 1,000 each quarter, and a rest that goes 7, 8, 9, 7 …
  const minors = Array.from({ length: 40 }, (_, at) =>
    at % 3 === 1 ? 1_000 : 0,
  )
  const values = minors.map((minor, at) => minor + 7 + ((at * 7) % 3))
  const due = Array.from({ length: 46 }, (_, at) => (at % 3 === 1 ? 1 : 0))
  const item = { minors, due }
  const said = forecast({ values, season: 5, horizon: 6, items: [item] })
  expect(said).toMatchObject({ quality: { usesItems: true } })
  if (said.outcome !== 'forecast') return
  said.points.forEach(({ minor }, at) => {
    const bill = (40 + at) % 3 === 1 ? 1_000 : 0
    expect(Math.abs(minor - bill - 8)).toBeLessThanOrEqual(1)
  })
})

test('intervals hold one another, whole and never below zero where nothing was', () => {
  const values = fc.array(fc.integer({ min: 0, max: 5_000_000 }), {
    minLength: 12,
    maxLength: 50,
  })
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      (all, horizon, isRunning) => {
        const said = forecast({ values: all, season: 12, horizon, isRunning })
        if (said.outcome !== 'forecast') return
        expect(said.points).toHaveLength(horizon)
        for (const { minor, low80, high80, low95, high95 } of said.points) {
          const order = [0, low95, low80, minor, high80, high95].filter(
            each => each !== undefined,
          )
          expect(order.every(Number.isSafeInteger)).toBe(true)
          expect(order).toEqual(order.toSorted((a, b) => a - b))
        }
        expect(
          forecast({ values: all, season: 12, horizon, isRunning }),
        ).toEqual(said)
      },
    ),
    { numRuns: 30 },
  )
})

test('what was known is not changed by what came later', () => {
  const random = seededRandom(3)
  const values = Array.from({ length: 40 }, () =>
    Math.round(1_000 + 100 * normal(random)),
  )
  const later = values.map((value, at) => (at < 30 ? value : value * 9))
  for (const model of ['usual', 'level', 'trend', 'season'] as const) {
    expect(outlook(model, later, 30, 12, 6).values).toEqual(
      outlook(model, values, 30, 12, 6).values,
    )
  }
})

test.each([
  { kind: 'groceries', known: 60, ahead: 12, isRunning: false },
  { kind: 'heating', known: 120, ahead: 12, isRunning: false },
  { kind: 'repairs', known: 60, ahead: 12, isRunning: false },
  { kind: 'bills', known: 60, ahead: 12, isRunning: false },
  { kind: 'groceries', known: 60, ahead: 12, isRunning: true },
] as const)(
  '$kind, $known months known: better than the season before, and as sure as it says',
  measured => {
    // Of 200 series each the figures are in docs/statistics.md.
    const { mase, naiveMase, held80, held95, given95 } = measureForecast(
      measured,
      60,
    )
    expect(mase).toBeLessThan(naiveMase)
    expect(held80).toBeGreaterThan(0.75)
    expect(held80).toBeLessThan(0.85)
    expect(held95).toBeGreaterThan(0.92)
    expect(held95).toBeLessThan(0.98)
    expect(given95).toBe(1)
  },
)
