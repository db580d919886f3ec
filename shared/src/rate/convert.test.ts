import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalsOf } from '../money/currencies.ts'
import { closestRate } from './closest-rate.ts'
import { convertMinor, convertParts, factorOf } from './convert.ts'
import type { Rate } from './rate.ts'

const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CLF', 'VND')
const minor = fc.integer({ min: -100_000_000, max: 100_000_000 })
const ratePpm = fc.oneof(
  fc.integer({ min: 1, max: 2_000_000 }),
  fc.integer({ min: 1, max: 100_000_000_000 }),
)
const pair = fc.uniqueArray(currency, { minLength: 2, maxLength: 2 })
const rate: fc.Arbitrary<Rate> = fc
  .tuple(pair, ratePpm)
  .map(([[base = '', quote = ''], parts]) => ({ base, quote, ratePpm: parts }))

test.each([
  [1000, 'USD', 'EUR', 920_000, 920],
  [1, 'USD', 'EUR', 500_000, 1],
  [-1, 'USD', 'EUR', 500_000, -1],
  [1, 'USD', 'EUR', 499_999, 0],
  [1050, 'EUR', 'JPY', 163_210_000, 1714],
  [100, 'EUR', 'KWD', 330_500, 331],
  [0, 'EUR', 'USD', 1_080_000, 0],
])(
  '%i of %s in %s at %i millionths is %i',
  (amount, from, to, parts, other) => {
    const forward = { base: from, quote: to, ratePpm: parts }
    expect(convertMinor(amount, from, to, [forward])).toBe(other)
  },
)

test('a rate leads in both directions', () => {
  const euro = { base: 'EUR', quote: 'VND', ratePpm: 29_940_119_760 }
  expect(convertMinor(100_000, 'VND', 'EUR', [euro])).toBe(334)
  expect(convertMinor(334, 'EUR', 'VND', [euro])).toBe(100_000)
})

test('over a common currency, and rounded only once', () => {
  const chain = [
    { base: 'EUR', quote: 'USD', ratePpm: 1_083_200 },
    { base: 'EUR', quote: 'GBP', ratePpm: 851_230 },
  ]
  // 10.00 / 1.0832 × 0.85123 = 7.8584…; by whole cents on the way it were 785.7.
  expect(convertMinor(1000, 'USD', 'GBP', chain)).toBe(786)
})

test.each([
  ['a rate of others', [{ base: 'GBP', quote: 'USD', ratePpm: 1 }]],
  ['half a way', [{ base: 'USD', quote: 'GBP', ratePpm: 1_000_000 }]],
  ['no rate', []],
])('%s leads nowhere', (_, chain) => {
  expect(convertMinor(1000, 'USD', 'EUR', chain)).toBeUndefined()
})

test('an amount beyond all amounts is none', () => {
  const huge = { base: 'EUR', quote: 'USD', ratePpm: 999_999_999_999_999 }
  expect(convertMinor(1_000_000_00, 'EUR', 'USD', [huge])).toBeUndefined()
  expect(convertMinor(-1_000_000_00, 'EUR', 'USD', [huge])).toBeUndefined()
})

test('there and back gives the amount again where the other unit is no larger', () => {
  fc.assert(
    fc.property(rate, minor, (given, amount) => {
      const { base, quote } = given
      const there = convertMinor(amount, base, quote, [given])
      fc.pre(there !== undefined)
      // Of `quote`'s smallest units in one of `base`'s, in millionths.
      const fineness =
        given.ratePpm * 10 ** (decimalsOf(quote) - decimalsOf(base))
      const back = convertMinor(there, quote, base, [given])
      if (fineness >= 1_000_000) expect(back).toBe(amount)
    }),
    { numRuns: 500 },
  )
})

test('there and back is never further off than half a unit there, and half a unit here', () => {
  fc.assert(
    fc.property(rate, minor, (given, amount) => {
      const { base, quote } = given
      const there = convertMinor(amount, base, quote, [given])
      const unit = convertMinor(1, quote, base, [given])
      fc.pre(there !== undefined && unit !== undefined)
      const back = convertMinor(there, quote, base, [given])
      fc.pre(back !== undefined)
      // One unit there is at most `unit` + 1/2 here, and half of it and the last rounding may be lost.
      expect(2 * Math.abs(back - amount)).toBeLessThanOrEqual(unit + 2)
    }),
    { numRuns: 500 },
  )
})

test('a refund is the payment with the other sign, and more never becomes less', () => {
  fc.assert(
    fc.property(rate, minor, fc.nat(1000), (given, amount, more) => {
      const { base, quote } = given
      const of = (each: number) => convertMinor(each, base, quote, [given])
      const [here, more_, refund] = [of(amount), of(amount + more), of(-amount)]
      fc.pre(here !== undefined && more_ !== undefined)
      expect(refund === undefined ? undefined : -refund + 0).toBe(here + 0)
      expect(more_).toBeGreaterThanOrEqual(here)
    }),
  )
})

test('a chain is its one rate multiplied out, whichever way its rates are written', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(currency, { minLength: 3, maxLength: 3 }),
      ratePpm,
      ratePpm,
      fc.boolean(),
      fc.boolean(),
      minor,
      (
        [a = '', b = '', c = ''],
        first,
        second,
        isTurned,
        isTurnedToo,
        amount,
      ) => {
        const chain = [
          turned({ base: a, quote: b, ratePpm: first }, isTurned),
          turned({ base: b, quote: c, ratePpm: second }, isTurnedToo),
        ]
        const factor = factorOf(a, c, chain)
        const under = (factor?.under ?? 1n) * 10n ** BigInt(decimalsOf(a)) * 2n
        const over =
          BigInt(Math.abs(amount)) *
            (factor?.over ?? 1n) *
            10n ** BigInt(decimalsOf(c)) *
            2n +
          under / 2n
        const expected = Number(over / under) * Math.sign(amount)
        fc.pre(Math.abs(expected) < 1e15)
        expect(convertMinor(amount, a, c, chain)).toBe(expected + 0)
      },
    ),
  )
})

test('parts of an amount are together what it is, and each is right to a unit', () => {
  fc.assert(
    fc.property(
      rate,
      fc.array(fc.integer({ min: -10_000, max: 10_000 }), { maxLength: 20 }),
      (given, parts) => {
        const { base, quote } = given
        const shares = convertParts(parts, base, quote, [given])
        fc.pre(shares !== undefined)
        const sum = (list: readonly number[]) =>
          list.reduce((total, each) => total + each, 0)
        expect(sum(shares)).toBe(convertMinor(sum(parts), base, quote, [given]))
        shares.forEach((share, index) => {
          const alone = convertMinor(parts[index] ?? 0, base, quote, [given])
          expect(Math.abs(share - (alone ?? 0))).toBeLessThanOrEqual(1)
        })
      },
    ),
  )
})

test('the closest rate has seven digits that count, and is exact where six decimals are', () => {
  const number = fc.bigInt({ min: 1n, max: 10n ** 12n })
  fc.assert(
    fc.property(number, number, (over, under) => {
      const found = closestRate('EUR', 'USD', { over, under })
      fc.pre(found !== undefined)
      const { over: foundOver, under: foundUnder } = factorOf('EUR', 'USD', [
        found,
      ]) ?? { over: 0n, under: 1n }
      const difference = over * foundUnder - foundOver * under
      const size = difference < 0n ? -difference : difference
      expect(size * 1_000_000n <= over * foundUnder).toBe(true)
      if ((over * 1_000_000n) % under === 0n) expect(size).toBe(0n)
      else expect(found.ratePpm).toBeGreaterThanOrEqual(1_000_000)
    }),
    { numRuns: 500 },
  )
})

test('nothing is worth zero or less', () => {
  expect(closestRate('EUR', 'USD', { over: 0n, under: 1n })).toBeUndefined()
  expect(closestRate('EUR', 'USD', { over: -1n, under: 1n })).toBeUndefined()
})

function turned({ base, quote, ratePpm }: Rate, isTurned: boolean): Rate {
  return isTurned
    ? { base: quote, quote: base, ratePpm }
    : { base, quote, ratePpm }
}
