import { describe, expect, test } from 'vitest'
import {
  aTransaction,
  answerWhen,
  create,
  everything,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'
import { twoCategories } from './two-categories.ts'

/** Names are looked up whole, with how often they are used. */
export function namesContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('names', () => {
    test('what is in use is not removed', () =>
      using(async ledger => {
        const [category = ''] = (
          await create(ledger, {
            kind: 'category',
            name: 'Food',
            type: 'expense',
          })
        ).ids
        await create(ledger, aTransaction({ category }))
        await answerWhen(ledger, everything, a => a.count === 1)
        await expect(
          ledger.save([{ change: 'remove', target: { ids: [category] } }]),
        ).rejects.toMatchObject({ code: 'in-use', detail: category })
      }))

    test('what a payee, a parent or a thing to buy refers to is not removed either', () =>
      using(async ledger => {
        const [category = '', parent = ''] = (
          await create(
            ledger,
            { kind: 'category', name: 'Food', type: 'expense' },
            { kind: 'category', name: 'Home', type: 'expense' },
          )
        ).ids
        await create(
          ledger,
          { kind: 'payee', name: 'Lidl', category },
          { kind: 'category', name: 'Rent', type: 'expense', parent },
        )
        await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.categories.length === 3,
        )
        for (const id of [category, parent]) {
          await expect(
            ledger.save([{ change: 'remove', target: { ids: [id] } }]),
          ).rejects.toMatchObject({ code: 'in-use' })
        }
      }))

    test('lookups have the small docs; months have sums by category', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          { kind: 'category', name: 'Food', type: 'expense' },
          { kind: 'member', name: 'Ann' },
        )
        await create(ledger, aTransaction({ category: ids[0], tags: ['work'] }))
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => !a.isEmpty && a.members.length === 1,
        )
        expect(lookups).toMatchObject({
          ledger: { name: 'Home' },
          categories: [{ name: 'Food' }],
          tags: ['work'],
          years: ['2026'],
        })
        const { months } = await answerWhen(
          ledger,
          { view: 'months', until: '2026-11', count: 2 },
          a => (a.months[1]?.totals.length ?? 0) > 0,
        )
        expect(months).toMatchObject([
          { month: '2026-10', totals: [] },
          {
            month: '2026-11',
            byCategory: [{ category: ids[0], expenseMinor: 120 }],
          },
        ])
      }))

    test('names tell how often they are used, and how much a merge would change', () =>
      using(async ledger => {
        const { from, into } = await twoCategories(ledger)
        const [payee = ''] = (
          await create(ledger, { kind: 'payee', name: 'Aldi' })
        ).ids
        await create(
          ledger,
          aTransaction({ payee, tags: ['a', 'b'] }),
          aTransaction({ tags: ['b'] }),
        )
        const names = await answerWhen(
          ledger,
          { view: 'names' },
          a => a.tags.length === 2,
        )
        expect(names).toEqual({
          uses: { [from]: 2, [into]: 1, [payee]: 1 },
          tags: [
            { tag: 'a', count: 1 },
            { tag: 'b', count: 2 },
          ],
        })
        for (const [of, name, count] of [
          ['category', from, 8],
          ['payee', payee, 2],
          ['tag', 'b', 2],
        ] as const) {
          const query = { view: 'mergeSize', of, from: name } as const
          await answerWhen(ledger, query, a => a.count === count)
        }
      }))
  })
}
