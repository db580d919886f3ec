import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctionOf } from './correction.ts'
import { movedIn } from './moved.ts'

const account = { _id: 'acc_bank', currency: 'EUR' }
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 })

test('with its correction an account has what its statement says', () => {
  fc.assert(
    fc.property(amount, amount, (minor, clearedMinor) => {
      const compared = { date: '2026-11-22', minor, clearedMinor }
      const correction = correctionOf(account, compared)
      const moved =
        correction === undefined
          ? 0
          : (movedIn(correction, account, 'EUR') ?? 0)
      expect(clearedMinor + moved).toBe(minor)
    }),
  )
})

test('it is of the day of the statement, in the account, and ticked', () => {
  expect(
    correctionOf(account, {
      date: '2026-11-22',
      minor: 1_000,
      clearedMinor: 1_320,
    }),
  ).toEqual({
    type: 'expense',
    minor: 320,
    currency: 'EUR',
    date: '2026-11-22',
    account: 'acc_bank',
    ticked: ['acc_bank'],
  })
})
