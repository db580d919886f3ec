import { expect, test } from 'vitest'
import { payeeBeside } from './row-looks.ts'

const names = { payee: () => 'Café Central' }

test.each([
  ['Lunch', 'Café Central'],
  ['Central', 'Café Central'],
  ['', 'Café Central'],
  ['Café Central', undefined],
  ['CARD 4432 CAFE CENTRAL LISBOA', undefined],
])('beside “%s” a row says %s', (description, expected) => {
  const row = { description, payee: 'pay_cafe' }
  expect(payeeBeside(row, names)).toBe(expected)
})

test('says nothing of a payee that there is not, or is not known', () => {
  expect(payeeBeside({ description: 'Lunch' }, names)).toBeUndefined()
  expect(
    payeeBeside(
      { description: 'Lunch', payee: 'pay_gone' },
      { payee: () => undefined },
    ),
  ).toBeUndefined()
})
