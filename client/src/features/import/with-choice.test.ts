import { expect, test } from 'vitest'
import { withChoice, withRole } from './with-choice.ts'

const choices = {
  encoding: 'utf-8',
  delimiter: ';',
  headerRow: 1,
  columns: ['date', 'description', 'amount', 'ignore'],
  dateOrder: 'dmy',
  decimalMark: ',',
  withPending: true,
} as const

test('what hangs on a choice is found out anew, and the rest stays', () => {
  expect(withChoice(choices, { delimiter: ',' })).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    withPending: true,
  })
  expect(withChoice(choices, { headerRow: 4 })).toEqual({
    encoding: 'utf-8',
    delimiter: ';',
    headerRow: 4,
    withPending: true,
  })
  expect(withChoice(choices, { dateOrder: 'mdy' })).toEqual({
    ...choices,
    dateOrder: 'mdy',
  })
})

test('a role that there is once moves, and only its own format is asked anew', () => {
  expect(withRole(choices, 3, 'date')).toEqual({
    ...choices,
    columns: ['ignore', 'description', 'amount', 'date'],
    dateOrder: undefined,
  })
})

test('what somebody chose is no guess any more, and the rest stays one', () => {
  const guessed = ['dateOrder', 'outWords'] as const
  const words = ['D']
  const before = { ...choices, outWords: words, guessed }
  expect(withChoice(before, { currency: 'USD' }).guessed).toEqual(guessed)
  expect(withChoice(before, { dateOrder: 'mdy' }).guessed).toEqual(['outWords'])
  expect(withRole(before, 3, 'date').guessed).toEqual(['outWords'])
  expect(withRole(before, 3, 'direction')).toMatchObject({
    outWords: undefined,
    guessed: ['dateOrder'],
  })
})

test('several columns may be the description', () => {
  expect(withRole(choices, 3, 'description')).toEqual({
    ...choices,
    columns: ['date', 'description', 'amount', 'description'],
  })
})
