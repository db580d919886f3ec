import { describe, expect, test } from 'vitest'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import {
  aTransaction,
  answerWhen,
  create,
  everything,
  recordOf,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** What was saved is stored whole or not at all, and shows. */
export function savingContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('saving', () => {
    test('what was saved shows in the list, with its totals', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction(),
          aTransaction({ minor: 1000, type: 'income' }),
        )
        expect(ids).toHaveLength(2)
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        expect(list.totals).toEqual([
          { currency: 'EUR', incomeMinor: 1000, expenseMinor: 120, count: 2 },
        ])
        expect(list.days).toMatchObject([
          {
            day: dayNumber('2026-11-22'),
            start: 0,
            count: 2,
            incomeMinor: 1000,
            expenseMinor: 120,
          },
        ])
      }))

    test.each([
      ['a family', '👩‍👩‍👧‍👦 dinner'],
      ['from right to left', 'שלום عشاء'],
      ['an override of direction', 'a\u202Egnp.exe'],
      ['a null', 'a\0b'],
      ['marks upon marks', `z${'\u0301'.repeat(100)}`],
      ['two forms of one letter', 'Ä A\u0308'],
    ])('R31 a text with %s stays as it was typed', (_, text) =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction({ description: text, notes: text, tags: [] }),
        )
        const { doc } = await recordOf(ledger, ids[0] ?? '')
        expect(doc).toMatchObject({ description: text, notes: text })
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]?.description).toBe(text)
      }),
    )

    test('a repair keeps everything that can be read', () =>
      using(async ledger => {
        await create(ledger, aTransaction())
        expect(await ledger.repair()).toEqual([])
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]?.description).toBe('Coffee')
      }))

    test('a bulk edit takes all that a filter matches, less the excepted', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction(),
          aTransaction(),
          aTransaction({ description: 'Rent' }),
        )
        const { act } = await ledger.save([
          {
            change: 'edit',
            target: { filter: { text: 'cof' }, except: [ids[0] ?? ''] },
            set: { date: '2026-01-01' },
          },
        ])
        const moved = { ...everything, filter: { period: '2026-01' } }
        const list = await answerWhen(ledger, moved, a => a.count === 1)
        expect(list.rows[0]?.id).toBe(ids[1])
        await ledger.undo(act)
        await answerWhen(ledger, moved, a => a.count === 0)
      }))

    test('nothing is written when one of several changes cannot be', () =>
      using(async ledger => {
        const bad = aTransaction({ minor: 1.5 })
        await expect(create(ledger, aTransaction(), bad)).rejects.toMatchObject(
          { code: 'invalid' },
        )
        await expect(
          ledger.save([
            { change: 'edit', target: { ids: ['txn_none'] }, set: {} },
          ]),
        ).rejects.toMatchObject({ code: 'not-found' })
        await create(ledger, aTransaction())
        const list = await answerWhen(ledger, everything, a => a.count > 0)
        expect(list.count).toBe(1)
      }))

    test('tags are put on and taken off many, whatever others they have', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction({ tags: ['a', 'b'] }),
          aTransaction(),
        )
        const tagged = (tag: string) => ({
          ...everything,
          filter: { tags: [tag] },
        })
        await ledger.save([
          { change: 'tag', target: { ids }, put: ['c'], take: ['a'] },
        ])
        const list = await answerWhen(ledger, tagged('c'), a => a.count === 2)
        expect(list.rows.map(row => row.tags)).toEqual(
          expect.arrayContaining([['b', 'c'], ['c']]),
        )
        await ledger.undo()
        await answerWhen(ledger, tagged('a'), a => a.count === 1)
      }))

    test('another category is for what is not split, or for all parts of what is; transfers have none', () =>
      using(async ledger => {
        const [food = ''] = (
          await create(ledger, {
            kind: 'category',
            name: 'Food',
            type: 'expense',
          })
        ).ids
        const splits = [{ minor: 100, note: 'Milk' }, { minor: 20 }]
        const { ids } = await create(
          ledger,
          aTransaction(),
          aTransaction({ splits }),
          aTransaction({ type: 'transfer' }),
        )
        const change = (parts: 'leave' | 'change') =>
          ledger.save([
            {
              change: 'recategorise',
              target: { filter: {}, except: [] },
              category: food,
              parts,
            },
          ])
        await answerWhen(ledger, everything, a => a.count === 3)
        expect((await change('leave')).ids).toEqual([ids[0]])
        expect((await change('change')).ids).toEqual([ids[1]])
        const { doc } = await recordOf(ledger, ids[1] ?? '')
        expect(doc).toMatchObject({
          splits: [
            { minor: 100, note: 'Milk', category: food },
            { minor: 20, category: food },
          ],
        })
        await ledger.undo()
        const back = await answerWhen(
          ledger,
          { ...everything, filter: { categories: ['none'] } },
          a => a.count === 2,
        )
        expect(new Set(back.rows.map(row => row.parts.length))).toEqual(
          new Set([0, 2]),
        )
      }))
  })
}
