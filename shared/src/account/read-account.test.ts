import { expect, test } from 'vitest'
import { readAccount } from './read-account.ts'

const draft = {
  name: ' Bank ',
  type: 'bank',
  currency: 'EUR',
  opening: '1.200,50',
  openingDate: '2026-11-01',
}

test('what was typed becomes an account', () => {
  expect(readAccount(draft, 'pt-PT')).toEqual({
    ok: true,
    value: {
      name: 'Bank',
      type: 'bank',
      currency: 'EUR',
      openingMinor: 120_050,
      openingDate: '2026-11-01',
    },
  })
})

test('without an opening balance there is no day of one', () => {
  expect(readAccount({ ...draft, opening: ' ' }, 'pt-PT')).toMatchObject({
    value: { openingMinor: undefined, openingDate: undefined },
  })
})

test('a loan begins below zero', () => {
  const loan = { ...draft, type: 'loan', opening: '-90000' }
  expect(readAccount(loan, 'pt-PT')).toMatchObject({
    value: { type: 'loan', openingMinor: -9_000_000 },
  })
})

test('says all that is wrong at once', () => {
  const wrong = { ...draft, name: ' ', opening: 'much', openingDate: '' }
  expect(readAccount(wrong, 'en')).toEqual({
    ok: false,
    failure: [
      { field: 'name', code: 'no-name' },
      { field: 'opening', code: 'not-an-amount' },
      { field: 'openingDate', code: 'no-date' },
    ],
  })
  expect(readAccount({ ...wrong, opening: '' }, 'en')).toEqual({
    ok: false,
    failure: [{ field: 'name', code: 'no-name' }],
  })
})
