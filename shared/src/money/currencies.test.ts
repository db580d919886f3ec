import { expect, test } from 'vitest'
import { currencyCodes, decimalsOf } from './currencies.ts'
import { formatMoney, formatParts } from './format-money.ts'

test.each([
  ['EUR', 2],
  ['HUF', 2],
  ['MGA', 2],
  ['MRU', 2],
  ['ISK', 0],
  ['JPY', 0],
  ['UGX', 0],
  ['UYI', 0],
  ['VND', 0],
  ['XOF', 0],
  ['BHD', 3],
  ['IQD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['UYW', 4],
  // Former ones.
  ['BGN', 2],
  ['BYR', 0],
  ['ITL', 0],
])('%s has %i digits after its mark', (code, digits) => {
  expect(decimalsOf(code)).toBe(digits)
})

test('the choice has what is current, each once and in order', () => {
  expect(currencyCodes).toEqual([...new Set(currencyCodes)].sort())
  expect(currencyCodes).toHaveLength(163)
  for (const code of 'SLE VED XCG ZWG STN MRU SSP'.split(' ')) {
    expect(currencyCodes).toContain(code)
  }
})

test.each('ANG BGN CUC HRK SLL STD VEF ZWL'.split(' '))(
  '%s is past and is offered no more',
  code => {
    expect(currencyCodes).not.toContain(code)
  },
)

test.each('XAU XAG XPT XPD XDR XTS XXX XBA XSU XUA XAD USN'.split(' '))(
  '%s is no money of a household',
  code => {
    expect(currencyCodes).not.toContain(code)
  },
)

test.each(['en', 'en-GB', 'en-US', 'pt', 'pt-BR', 'pt-PT'])(
  'in %s no two currencies are written with the same sign',
  locale => {
    const signs = currencyCodes.map(code =>
      formatParts(100, code, locale)
        .filter(({ part }) => part === 'currency')
        .map(({ text }) => text)
        .join(''),
    )
    expect(signs).toHaveLength(new Set(signs).size)
  },
)

test('a sign that only one currency has is the short one', () => {
  expect(formatMoney(1250, 'EUR', 'en')).toBe('€12.50')
  expect(formatMoney(1250, 'PLN', 'en')).toContain('zł')
  expect(formatMoney(1250, 'CAD', 'en')).toBe('CA$12.50')
  expect(formatMoney(1250, 'USD', 'en-US')).toBe('$12.50')
  expect(formatMoney(1250, 'USD', 'en-GB')).toBe('US$12.50')
})
