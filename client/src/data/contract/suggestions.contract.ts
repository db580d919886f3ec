import { describe, expect, test } from 'vitest'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import {
  aTransaction,
  answerWhen,
  create,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** What is written down often is offered again. */
export function suggestionsContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('suggestions', () => {
    test('a description suggests how it was recorded last', () =>
      using(async ledger => {
        const [category = ''] = (
          await create(ledger, {
            kind: 'category',
            name: 'Food',
            type: 'expense',
          })
        ).ids
        await create(ledger, aTransaction({ category }))
        await answerWhen(
          ledger,
          { view: 'suggestion', description: 'COFFEE', type: 'expense' },
          a => a.category === category && a.descriptions[0] === 'Coffee',
        )
      }))

    test('each description tells its last category and account by type', () =>
      using(async ledger => {
        const [category = '', account = ''] = (
          await create(
            ledger,
            { kind: 'category', name: 'Food', type: 'expense' },
            { kind: 'account', name: 'Purse', type: 'cash', currency: 'EUR' },
          )
        ).ids
        const last = { category, account }
        await create(
          ledger,
          aTransaction({ date: '2026-11-21' }),
          aTransaction(last),
          aTransaction({
            type: 'income',
            date: '2026-11-20',
          }),
        )
        const { uses } = await answerWhen(
          ledger,
          { view: 'lastUses', descriptions: ['COFFEE ', 'nothing', ''] },
          a => a.uses.length === 2,
        )
        expect(uses).toEqual([
          { type: 'expense', description: 'Coffee', category, account },
          { type: 'income', description: 'Coffee' },
        ])
      }))

    test('what is written down at this time of day is usual', () =>
      using(async ledger => {
        const now = new Date()
        const minute = now.getUTCHours() * 60 + now.getUTCMinutes()
        const today = now.toISOString().slice(0, 10)
        const dates = [1, 2, 3, 4].map(back => addDays(today, -back))
        await create(ledger, ...dates.map(date => aTransaction({ date })), {
          kind: 'template',
          name: 'Lunch',
          draft: { minor: 950 },
        })
        const query = { description: '', type: 'expense' } as const
        const { usual } = await answerWhen(
          ledger,
          { view: 'suggestion', ...query, moment: { date: today, minute } },
          a => a.usual.length > 0,
        )
        expect(usual).toMatchObject([{ description: 'Coffee', minor: 120 }])
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.templates.length > 0,
        )
        expect(lookups.templates).toMatchObject([{ name: 'Lunch' }])
      }))

    test('a description suggests the payee that it had last', () =>
      using(async ledger => {
        const [payee = ''] = (
          await create(ledger, { kind: 'payee', name: 'Aldi' })
        ).ids
        await create(ledger, aTransaction({ payee }))
        await answerWhen(
          ledger,
          { view: 'suggestion', description: 'coffee', type: 'expense' },
          a => a.payee === payee,
        )
      }))
  })
}
