import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from './decimal-text.ts'
import { formatMoney, formatParts } from './format-money.ts'
import { parseAmount } from './parse-amount.ts'
import { splitMinor } from './split-money.ts'

test.each([
  ['12', 'en', 1200],
  ['1.234,50', 'pt', 123450],
  ['1.234,50', 'en', 123450],
  ['1,234.50', 'en', 123450],
  ['1,234.50', 'pt', 123450],
  ['1.234', 'pt', 123400],
  ['1.234', 'en', 123],
  ['1,234', 'en', 123400],
  ['1,234', 'pt', 123],
  ['12,5', 'en', 1250],
  ['0.005', 'en', 1],
  ['0.0049', 'en', 0],
  ['-0.005', 'en', -1],
  ['12,5+3*2', 'en', 1850],
  ['(7+8)/3', 'en', 500],
  ['10/3', 'en', 333],
  ['2*(3-(1+1))', 'en', 200],
  ['1 234,50', 'fr', 123450],
  ["1'234.50", 'de-CH', 123450],
  ['€ 12,50', 'pt', 1250],
  ['12,50 €', 'pt', 1250],
  ['.5', 'en', 50],
  ['5.', 'en', 500],
  ['−3', 'en', -300],
  ['١٢٫٥', 'ar', 1250],
  ['१२.५', 'hi', 1250],
  ['1.234.567,89', 'pt', 123456789],
  ['100 - 20', 'en', 8000],
])('reads %s in %s', (text, locale, minor) => {
  expect(parseAmount(text, { currency: 'EUR', locale })).toEqual({
    ok: true,
    value: minor,
  })
})

test.each([
  ['', { code: 'empty' }],
  ['  ', { code: 'empty' }],
  ['abc', { code: 'not-an-amount', at: 0 }],
  ['12x', { code: 'not-an-amount', at: 2 }],
  ['12+', { code: 'not-an-amount', at: 3 }],
  ['(12', { code: 'not-an-amount', at: 3 }],
  ['1.2.3', { code: 'not-an-amount', at: 0 }],
  ['1,23.456,7', { code: 'not-an-amount', at: 0 }],
  ['1/0', { code: 'division-by-zero' }],
  ['9'.repeat(20), { code: 'too-large' }],
  ['1e9', { code: 'not-an-amount', at: 1 }],
  ['NaN', { code: 'not-an-amount', at: 0 }],
  ['('.repeat(5000), { code: 'not-an-amount', at: 51 }],
])('R32 says what is wrong with %s', (text, issue) => {
  expect(parseAmount(text, { currency: 'EUR', locale: 'en' })).toEqual({
    ok: false,
    failure: issue,
  })
})

const minor = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })
const currency = fc.constantFrom('EUR', 'JPY', 'KWD')

test('R32 an amount that was written is read as the same minor units', () => {
  fc.assert(
    fc.property(
      minor,
      currency,
      fc.constantFrom('en', 'pt', 'de', 'fr', 'de-CH', 'hi', 'en-IN'),
      (amount, code, locale) => {
        const text = formatMoney(amount, code, locale, { bare: true })
        const read = parseAmount(text, { currency: code, locale })
        const isAmbiguous = code === 'KWD' && Math.abs(amount) < 1_000_000
        if (isAmbiguous) return
        // Indian groups of two are not groups of three.
        if (/IN|hi/.test(locale) && Math.abs(amount) > 9_999_999) return
        expect(read).toEqual({ ok: true, value: amount === 0 ? 0 : amount })
      },
    ),
  )
})

test('the typed sum of amounts is the sum of their minor units', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000_000), { minLength: 1 }), amounts => {
      const text = amounts.map(each => decimalText(each, 'EUR')).join('+')
      const sum = amounts.reduce((total, each) => total + each, 0)
      expect(parseAmount(text, { currency: 'EUR', locale: 'en' })).toEqual({
        ok: true,
        value: sum,
      })
    }),
  )
})

test('R32 amounts up to the last safe integer are written exactly', () => {
  expect(decimalText(Number.MAX_SAFE_INTEGER, 'EUR')).toBe('90071992547409.91')
  expect(formatMoney(Number.MAX_SAFE_INTEGER, 'EUR', 'en')).toBe(
    '€90,071,992,547,409.91',
  )
  expect(formatMoney(-5, 'JPY', 'en')).toBe('-¥5')
})

test('parts keep the minor digits apart', () => {
  expect(formatParts(-123450, 'EUR', 'en')).toEqual([
    { part: 'sign', text: '-' },
    { part: 'currency', text: '€' },
    { part: 'major', text: '1' },
    { part: 'major', text: ',' },
    { part: 'major', text: '234' },
    { part: 'minor', text: '.' },
    { part: 'minor', text: '50' },
  ])
})

test('a split never loses or invents a minor unit', () => {
  const weights = fc
    .array(fc.nat(1000), { minLength: 1, maxLength: 20 })
    .filter(parts => parts.some(part => part > 0))
  fc.assert(
    fc.property(minor, weights, (whole, parts) => {
      const shares = splitMinor(whole, parts)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole)
    }),
  )
  expect(splitMinor(1000, [1, 1, 1])).toEqual([334, 333, 333])
})
