import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalsOf } from '@ourmoney/shared/money/currencies.ts'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { createMarkVotes } from './decimal-mark.ts'
import {
  minorOf,
  readMinor,
  readPlainMinor,
  type DecimalMark,
} from './read-minor.ts'

const cells: readonly (readonly [
  string,
  DecimalMark,
  string,
  number,
  object,
])[] = [
  ['12.50', '.', 'EUR', 1_250, {}],
  ['+12.5', '.', 'EUR', 1_250, {}],
  ['.50', '.', 'EUR', 50, {}],
  ['12,', ',', 'EUR', 1_200, {}],
  ['-0,00', ',', 'EUR', 0, {}],
  ['1.234.567,89', ',', 'EUR', 123_456_789, {}],
  ['1 234 567,89', ',', 'EUR', 123_456_789, {}],
  ['1\u202f234,5', ',', 'EUR', 123_450, {}],
  ["1'234.50", '.', 'CHF', 123_450, {}],
  ['1’234.50', '.', 'CHF', 123_450, {}],
  ['12,34,567.00', '.', 'INR', 123_456_700, {}],
  ['12,-', ',', 'EUR', 1_200, {}],
  ['12.–', '.', 'CHF', 1_200, {}],
  ['12,50-', ',', 'EUR', -1_250, {}],
  ['12,50 −', ',', 'EUR', -1_250, {}],
  ['−12,50', ',', 'EUR', -1_250, {}],
  ['(12.50)', '.', 'EUR', -1_250, {}],
  ['(US$12.50)', '.', 'EUR', -1_250, { currency: 'USD' }],
  ['$-12.50', '.', 'USD', -1_250, {}],
  ['-€ 12.50', '.', 'EUR', -1_250, { currency: 'EUR' }],
  ['12,50 zł', ',', 'PLN', 1_250, { currency: 'PLN' }],
  ['R$ 1.234,50', ',', 'BRL', 123_450, { currency: 'BRL' }],
  ['1300 JPY', '.', 'EUR', 1_300, { currency: 'JPY' }],
  ['1,300円', '.', 'EUR', 1_300, { currency: 'JPY' }],
  ['12.50 DR', '.', 'EUR', 1_250, { isOut: true }],
  ['12.50CR', '.', 'EUR', 1_250, { isOut: false }],
  ['12,50 S', ',', 'EUR', 1_250, { isOut: true }],
  ['12,50 H', ',', 'EUR', 1_250, { isOut: false }],
  ['1.234', '.', 'KWD', 1_234, {}],
  ['1.234', ',', 'EUR', 123_400, {}],
  ['12.3400', '.', 'EUR', 1_234, {}],
  ['1300.00', '.', 'JPY', 1_300, {}],
  ['١٢٫٥٠', ',', 'EUR', 1_250, {}],
  ['１２．５０', '.', 'EUR', 1_250, {}],
]

test.each(cells)(
  '%s with %s in %s is %d',
  (cell, mark, currency, minor, more) => {
    expect(readMinor(cell, mark, currency)).toMatchObject({ minor, ...more })
  },
)

test.each([
  ['', '.'],
  ['one', '.'],
  ['-', '.'],
  ['12.50', ','],
  ['1,23,4', '.'],
  ['1.2.3', '.'],
  ['12 Bananas', '.'],
  ['--12', '.'],
  ['12-13', '.'],
  ['(12', '.'],
  ['2026-01-02', '.'],
  ['9999999999999999999', '.'],
  ['12.345', '.'],
  ['0,001', ','],
] as const)('%j is no amount where %s is the mark', (cell, mark) => {
  expect(readMinor(cell, mark, 'EUR')).toBeUndefined()
})

test.each([
  ['-0.30000000000000004', -30],
  ['1.2E+3', 120_000],
  ['5e-2', 5],
  ['1e300', undefined],
  ['12.345', undefined],
  ['1e-3', undefined],
  ['99.999999999999986', 10_000],
  ['0.0999999999999999986', 10],
  ['123456789012345', undefined],
  ['1234567890123.4500001', 123_456_789_012_345],
  ['12,5', undefined],
] as const)('a sheet’s %s is %s', (number, minor) => {
  expect(readPlainMinor(number, 'EUR')?.minor).toBe(minor)
})

const anyMinor = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
const style = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
  mark: fc.constantFrom<DecimalMark>('.', ','),
  group: fc.constantFrom('', 'other', ' ', "'", '’', '\u00a0', '\u2009'),
  sign: fc.constantFrom('before', 'behind', 'parentheses', 'true minus'),
  pad: fc.constantFrom('', ' ', '\t'),
})

test('whatever way an amount is written, it is read as the same', () => {
  fc.assert(
    fc.property(
      anyMinor,
      style,
      (minor, { currency, mark, group, sign, pad }) => {
        const [whole = '', fraction] = decimalText(
          Math.abs(minor),
          currency,
        ).split('.')
        const between = group === 'other' ? (mark === '.' ? ',' : '.') : group
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between)
        const text =
          fraction === undefined ? grouped : grouped + mark + fraction
        const signed = minor < 0 ? withSign(text, sign) : text
        expect(readMinor(pad + signed + pad, mark, currency)?.minor).toBe(minor)
      },
    ),
  )
})

test('nothing is rounded: an amount is exactly what stands there, or none', () => {
  fc.assert(
    fc.property(
      fc.nat(999_999),
      fc.stringMatching(/^\d{0,6}$/),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (whole, fraction, currency) => {
        const places = decimalsOf(currency)
        const rest = fraction.slice(places).replace(/0+$/, '')
        const digits = `${whole}${fraction.slice(0, places).padEnd(places, '0')}`
        const exact = rest === '' ? Number(digits) : undefined
        const text = fraction === '' ? `${whole}` : `${whole}.${fraction}`
        expect(readMinor(text, '.', currency)?.minor).toBe(exact)
        expect(minorOf(text, currency, '.')).toBe(exact)
        expect(readPlainMinor(text, currency)?.minor).toBe(exact)
      },
    ),
  )
})

test('one amount with cents decides the mark of its column', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<DecimalMark>('.', ','),
      fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1 }),
      (mark, minors) => {
        const other = mark === '.' ? ',' : '.'
        const votes = createMarkVotes()
        for (const minor of [...minors, 150]) {
          const [whole = '', cents] = decimalText(minor, 'EUR').split('.')
          votes.add(
            `${whole.replace(/\B(?=(\d{3})+$)/g, other)}${mark}${cents}`,
            'EUR',
          )
        }
        expect(votes.mark()).toBe(mark)
      },
    ),
  )
})

function withSign(text: string, sign: string): string {
  if (sign === 'parentheses') return `(${text})`
  if (sign === 'behind') return `${text}-`
  return sign === 'before' ? `-${text}` : `\u2212${text}`
}
