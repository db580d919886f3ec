import { describe, expect, test } from 'vitest'
import type { TransactionsQuery } from '../views/transactions.ts'
import {
  aRate,
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  inDollars,
  recordOf,
  theRate,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** Sums go by parts, and in the ledger’s currency by the rate of each day. */
export function sumsContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('sums', () => {
    test('a split transaction counts by its parts, in every sum and search', () =>
      using(async ledger => {
        const [food = '', fun = ''] = (
          await create(
            ledger,
            { kind: 'category', name: 'Food', type: 'expense' },
            { kind: 'category', name: 'Fun', type: 'expense' },
          )
        ).ids
        await create(ledger, aRate())
        const splits = [
          { minor: 333, category: food, note: 'Cheese' },
          { minor: 333, category: fun },
          { minor: 334 },
        ]
        await create(
          ledger,
          inDollars({ splits }),
          aTransaction({ category: food }),
        )
        const ofFood = { ...everything, filter: { categories: [food] } }
        const list = await answerWhen(ledger, ofFood, a => a.count === 2)
        expect(list.totals).toMatchObject([
          { currency: 'EUR', expenseMinor: 120 },
          { currency: 'USD', expenseMinor: 333 },
        ])
        expect(list.base.expenseMinor).toBe(120 + 306)
        expect(list.days[0]?.expenseMinor).toBe(120 + 306)
        const split = list.rows.find(row => row.parts.length > 0)
        expect(split).toMatchObject({ minor: 1000, countedMinor: 333 })
        expect(split?.parts[0]).toEqual({ minor: 333, category: food })

        const { months } = await answerWhen(
          ledger,
          { view: 'months', until: '2026-11', count: 1 },
          a => a.months[0]?.baseByCategory.length === 3,
        )
        const spent = months[0]?.baseByCategory ?? []
        expect(spent.reduce((sum, each) => sum + each.expenseMinor, 0)).toBe(
          120 + 920,
        )
        const cheese = { ...everything, filter: { text: 'cheese' } }
        const found = await answerWhen(ledger, cheese, a => a.count === 1)
        expect(found.totals[0]?.expenseMinor).toBe(1000)
        expect(found.rows[0]).not.toHaveProperty('countedMinor')
      }))

    test('a payment abroad keeps the rate of its day, and totals count it', () =>
      using(async ledger => {
        await create(ledger, aRate(), aRate({ date: '2026-11-10', ratePpm: 1 }))
        const [id = ''] = (await create(ledger, inDollars())).ids
        const { doc } = await recordOf(ledger, id)
        expect(doc).toMatchObject({
          rate: { ...theRate, date: '2026-11-20' },
        })
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({ baseMinor: 920, lacksRate: false })
        expect(list.base).toEqual({
          currency: 'EUR',
          incomeMinor: 0,
          expenseMinor: 920,
          count: 1,
          missing: [],
        })
        expect(list.totals).toMatchObject([
          { currency: 'USD', expenseMinor: 1000 },
        ])

        // Another day is another rate; another word is none.
        await edit(ledger, id, { date: '2026-11-11' })
        expect((await recordOf(ledger, id)).doc).toMatchObject({
          rate: { ratePpm: 1 },
        })
        await edit(ledger, id, { date: '2026-12-24' })
        expect((await recordOf(ledger, id)).doc).not.toHaveProperty('rate')
        await edit(ledger, id, { date: '2026-11-20', currency: 'EUR' })
        expect((await recordOf(ledger, id)).doc).not.toHaveProperty('rate')
      }))

    test('what has no rate is left out and found; rates that come later are filled in as one act', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          inDollars(),
          inDollars(),
          inDollars({ date: '2001-01-01' }),
          aTransaction(),
        )
        const lacking: TransactionsQuery = {
          ...everything,
          filter: { currencies: ['USD'], rate: 'missing' },
        }
        const before = await answerWhen(ledger, everything, a => a.count === 4)
        expect(before.base).toMatchObject({
          expenseMinor: 120,
          missing: [{ currency: 'USD', count: 3 }],
        })
        await answerWhen(ledger, lacking, a => a.count === 3)

        await create(ledger, aRate())
        const query = { view: 'currencies', today: '2026-11-22' } as const
        await answerWhen(ledger, query, a => a.fillable === 2)
        const receipt = await ledger.save([
          { change: 'fill-rates', target: { filter: {}, except: [] } },
        ])
        expect(receipt.ids.toSorted()).toEqual(ids.slice(0, 2).toSorted())
        const after = await answerWhen(
          ledger,
          everything,
          a => a.base.missing[0]?.count === 1,
        )
        expect(after.base.expenseMinor).toBe(120 + 920 + 920)
        await ledger.undo(receipt.act)
        await answerWhen(ledger, lacking, a => a.count === 3)
      }))

    test('another currency of the ledger converts what has a rate to it, and marks the rest', () =>
      using(async ledger => {
        await create(ledger, aRate())
        await create(ledger, inDollars(), aTransaction())
        await answerWhen(
          ledger,
          everything,
          a => a.base.expenseMinor === 120 + 920,
        )
        const { act } = await ledger.save([
          {
            change: 'edit',
            target: { ids: ['ledger_main'] },
            set: { currency: 'USD' },
          },
        ])
        const marked = await answerWhen(
          ledger,
          everything,
          a => a.base.currency === 'USD',
        )
        expect(marked.base).toMatchObject({
          expenseMinor: 1000,
          missing: [{ currency: 'EUR', count: 1 }],
        })
        await ledger.undo(act)
        await answerWhen(
          ledger,
          everything,
          a => a.base.expenseMinor === 120 + 920,
        )
      }))
  })
}
