import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRate, rateDigits } from './rate-text.ts'
import { readRate } from './read-rate.ts'

test.each([
  ['0.92', 'en', 'USD', 'EUR', 920_000],
  ['0,92', 'pt', 'USD', 'EUR', 920_000],
  ['1.0832', 'pt', 'EUR', 'USD', 1_083_200],
  ['27,000', 'en', 'EUR', 'VND', 27_000_000_000],
  ['٠٫٩٢', 'ar', 'USD', 'EUR', 920_000],
  [' 2 ', 'en', 'USD', 'EUR', 2_000_000],
])('reads %s in %s', (text, locale, base, quote, ratePpm) => {
  expect(readRate(text, base, quote, locale)).toEqual({
    ok: true,
    value: { base, quote, ratePpm },
  })
})

test('a number too small for millionths is turned round', () => {
  expect(readRate('0.0000334', 'VND', 'EUR', 'en')).toEqual({
    ok: true,
    value: { base: 'EUR', quote: 'VND', ratePpm: 29_940_119_760 },
  })
})

test.each([
  ['', 'empty'],
  ['0', 'zero'],
  ['0,00', 'zero'],
  ['-1', 'not-a-rate'],
  ['abc', 'not-a-rate'],
  ['1.2.3', 'not-a-rate'],
  ['1 EUR', 'not-a-rate'],
  ['Infinity', 'not-a-rate'],
  ['1e3', 'not-a-rate'],
  ['9'.repeat(30), 'too-large'],
])('refuses %s: %s', (text, code) => {
  expect(readRate(text, 'USD', 'EUR', 'en')).toEqual({
    ok: false,
    failure: code,
  })
})

test('a currency has no rate with itself', () => {
  expect(readRate('1', 'EUR', 'EUR', 'en')).toMatchObject({
    failure: 'same-currency',
  })
})

test.each([
  [920_000, 'en', '0.920'],
  [1_083_245, 'en', '1.08325'],
  [29_940_119_760, 'en', '29,940.1'],
  [163_210_000, 'pt', '163,21'],
])('%i millionths in %s read %s', (parts, locale, text) => {
  expect(formatRate(parts, locale)).toBe(text)
})

test('a rate that is opened to be edited and saved is the same rate', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999_999_999 }),
      fc.constantFrom('en', 'pt', 'de-CH'),
      (ratePpm, locale) => {
        const text = rateDigits(ratePpm, locale)
        expect(readRate(text, 'EUR', 'USD', locale)).toEqual({
          ok: true,
          value: { base: 'EUR', quote: 'USD', ratePpm },
        })
      },
    ),
  )
})
