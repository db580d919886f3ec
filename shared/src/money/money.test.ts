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
  ['1 234,50', 'pt', 123450],
  ['1\u00a0234\u00a0567,50', 'fr', 123456750],
  ['1\u202f234,5', 'fr', 123450],
  ['12,34,567.50', 'en-IN', 123456750],
  ['१२,३४,५६७.५०', 'hi', 123456750],
  ['٠٫١٢٥', 'ar', 13],
  ['١٢٬٣٤٥٫٥', 'ar', 1234550],
  ['𝟙𝟚,𝟝', 'pt', 1250],
  ['€12.50', 'en', 1250],
  ['-€12.50', 'en', -1250],
  ['EUR 12.50', 'en', 1250],
  ['12.50 eur', 'en', 1250],
  ['12,50€ + 3€', 'pt', 1550],
  ['--5', 'en', 500],
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
  ['12 50', { code: 'not-an-amount', at: 3 }],
  ['12 5000', { code: 'not-an-amount', at: 3 }],
  ['1234 567', { code: 'not-an-amount', at: 0 }],
  ['1.5 000', { code: 'not-an-amount', at: 0 }],
  ['1,2345.00', { code: 'not-an-amount', at: 0 }],
  ['123,45,678', { code: 'not-an-amount', at: 0 }],
  ['12:50', { code: 'not-an-amount', at: 2 }],
  ['$12', { code: 'not-an-amount', at: 0 }],
  ['12 USD', { code: 'not-an-amount', at: 3 }],
  ['R$ 12,50', { code: 'not-an-amount', at: 0 }],
  ['12 EUR 50', { code: 'not-an-amount', at: 7 }],
  ['-'.repeat(100_000), { code: 'not-an-amount', at: 21 }],
  [`${'-'.repeat(100_000)}5`, { code: 'not-an-amount', at: 21 }],
  ['(-'.repeat(100_000), { code: 'not-an-amount', at: 101 }],
  ['9*'.repeat(50_000) + '9', { code: 'too-large' }],
  ['NaN', { code: 'not-an-amount', at: 0 }],
  ['('.repeat(5000), { code: 'not-an-amount', at: 51 }],
])('R32 says what is wrong with %s', (text, issue) => {
  expect(parseAmount(text, { currency: 'EUR', locale: 'en' })).toEqual({
    ok: false,
    failure: issue,
  })
})

test.each([
  ['R$ 12,50', 'BRL', 'pt-BR', 1250],
  ['12.50 USD', 'USD', 'en', 1250],
  ['$12.50', 'USD', 'de', 1250],
  ['$12.50', 'AUD', 'en', 1250],
  ['A$12.50', 'AUD', 'en', 1250],
  ['¥1,250', 'JPY', 'en', 1250],
  ['12,50 kr.', 'DKK', 'da', 1250],
  ['kr 12,50', 'NOK', 'nb', 1250],
  ['12,50 Kč', 'CZK', 'cs', 1250],
  ['CHF 1’234.50', 'CHF', 'de-CH', 123450],
  ['₹12,34,567.50', 'INR', 'en-IN', 123456750],
])('reads %s as %s in %s', (text, currency, locale, minor) => {
  expect(parseAmount(text, { currency, locale })).toEqual({
    ok: true,
    value: minor,
  })
})

const minor = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })
const locales =
  'en pt pt-BR de de-CH de-AT fr fr-CH es it nl pl sv nb da fi cs ru tr hi ' +
  'en-IN mr bn ar-EG ar-AE fa he ja zh ko th my'

test('R32 an amount that was written is read as the same minor units', () => {
  fc.assert(
    fc.property(
      minor,
      fc.constantFrom('EUR', 'USD', 'BRL', 'JPY', 'KWD', 'INR', 'CHF', 'DKK'),
      fc.constantFrom(...locales.split(' ')),
      fc.boolean(),
      (amount, currency, locale, bare) => {
        const text = formatMoney(amount, currency, locale, { bare })
        const read = parseAmount(text, { currency, locale })
        expect(read).toEqual({ ok: true, value: amount })
      },
    ),
    { numRuns: 1000 },
  )
})

test('a hundred thousand amounts are read at once', () => {
  const start = performance.now()
  for (let each = 0; each < 100_000; each++) {
    parseAmount(`${each % 1000}.${each % 900}`, {
      currency: 'EUR',
      locale: 'pt',
    })
  }
  expect(performance.now() - start).toBeLessThan(5_000)
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
      const total = parts.reduce((sum, part) => sum + part, 0)
      shares.forEach((share, at) => {
        const exact = (whole * (parts[at] ?? 0)) / total
        expect(Math.abs(share - exact)).toBeLessThan(1)
        if (parts[at] === 0) expect(share).toBe(0)
      })
    }),
  )
})

test.each([
  [1000, [1, 1, 1], [334, 333, 333]],
  [1000, [3333, 6667], [333, 667]],
  [-1000, [1, 2], [-333, -667]],
  [1, [0, 1, 1], [0, 1, 0]],
  [0, [2, 1], [0, 0]],
])('splits %i by %j into %j', (whole, weights, shares) => {
  expect(splitMinor(whole, weights)).toEqual(shares)
})
