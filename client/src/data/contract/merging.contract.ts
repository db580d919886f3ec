import { describe, expect, test } from 'vitest'
import type { WorkProgress } from '../changes.ts'
import type { Ledger } from '../ledger.ts'
import {
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  recordOf,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'
import { twoCategories } from './two-categories.ts'

/** One name becomes another wherever it stands. */
export function mergingContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('merging', () => {
    test('a merged category is the other one everywhere, as one act that undo takes back', () =>
      using(async ledger => {
        const { from, into, ids } = await twoCategories(ledger)
        const told: WorkProgress[] = []
        const merged = await mergeCategories(ledger, from, into, told)
        expect(merged).toMatchObject({ phase: 'done', done: 8, all: 8 })
        expect(told.at(-1)).toMatchObject({ phase: 'done' })
        const uses = { ...everything, filter: { categories: [into] } }
        await answerWhen(ledger, uses, a => a.count === 3)
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.merged[from] === into,
        )
        expect(lookups.categories.map(each => each.name)).toEqual([
          'Groceries',
          'Bakery',
        ])
        expect(lookups.categories[1]).toMatchObject({ parent: into })
        expect(lookups.payees[0]).toMatchObject({ category: into })
        expect(lookups.savedFilters[0]?.query).toBe(`categories=${into}`)
        expect(lookups.templates[0]?.draft).toEqual({ category: into })
        expect((await recordOf(ledger, ids[1] ?? '')).doc).toMatchObject({
          splits: [{ category: into }, { minor: 20 }],
        })

        expect(await ledger.undo()).toMatchObject({
          act: merged.act,
          did: 'merged',
          count: 8,
        })
        await answerWhen(ledger, uses, a => a.count === 1)
        const back = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.categories.length === 3,
        )
        expect(back.payees[0]).toMatchObject({ category: from })
        await ledger.redo()
        await answerWhen(ledger, uses, a => a.count === 3)
      }))

    test('undoing a merge leaves alone what was changed since', () =>
      using(async ledger => {
        const { from, into, ids } = await twoCategories(ledger)
        const { act } = await mergeCategories(ledger, from, into)
        await edit(ledger, ids[0] ?? '', { category: undefined })
        await ledger.undo(act)
        const left = { ...everything, filter: { categories: [from] } }
        await answerWhen(ledger, left, a => a.count === 1)
        expect((await recordOf(ledger, ids[0] ?? '')).doc).not.toHaveProperty(
          'category',
        )
      }))

    test('what still refers to a merged category stands under the other one', () =>
      using(async ledger => {
        const { from, into } = await twoCategories(ledger)
        await mergeCategories(ledger, from, into)
        // As another device writes it that has not heard of the merge.
        const late = { category: from, description: 'Late' }
        await create(ledger, aTransaction(late))
        const uses = { ...everything, filter: { categories: [from] } }
        const list = await answerWhen(ledger, uses, a => a.count === 4)
        expect(list.rows.map(row => row.category ?? into)).toEqual(
          Array(4).fill(into),
        )
        const { months } = await answerWhen(
          ledger,
          { view: 'months', until: '2026-11', count: 1 },
          a => a.months[0]?.totals[0]?.count === 4,
        )
        expect(months[0]?.byCategory.map(each => each.category)).not.toContain(
          from,
        )
      }))

    test('a cancelled merge leaves a whole book, and goes on when asked again', () =>
      using(async ledger => {
        const { from, into } = await twoCategories(ledger)
        await create(
          ledger,
          ...Array.from({ length: 1_200 }, () =>
            aTransaction({ category: from }),
          ),
        )
        const stop = new AbortController()
        const cancelled = await ledger.merge(
          { of: 'category', from, into },
          () => stop.abort(),
          stop.signal,
        )
        expect(cancelled).toMatchObject({ phase: 'cancelled', done: 1_000 })
        const uses = { ...everything, filter: { categories: [from] } }
        const half = await answerWhen(ledger, uses, a => a.count < 1_202)
        expect(half.count).toBeGreaterThan(100)
        await ledger.undo(cancelled.act)
        await answerWhen(ledger, uses, a => a.count === 1_202)
        await mergeCategories(ledger, from, into)
        const all = { ...everything, filter: { categories: [into] } }
        await answerWhen(ledger, all, a => a.count === 1_203)
      }))

    test.each([
      ['itself', (ids: Merging) => [ids.from, ids.from]],
      ['one for income', (ids: Merging) => [ids.from, ids.income]],
      ['nothing', (ids: Merging) => [ids.from, 'cat_nothing']],
    ])('a category does not merge into %s', (_, pick) =>
      using(async ledger => {
        const categories = await twoCategories(ledger)
        const [income = ''] = (
          await create(ledger, {
            kind: 'category',
            name: 'Salary',
            type: 'income',
          })
        ).ids
        const [from = '', into = ''] = pick({ ...categories, income })
        await expect(mergeCategories(ledger, from, into)).rejects.toMatchObject(
          { name: 'LedgerError' },
        )
      }),
    )

    test('a tag becomes another word, and two become one', () =>
      using(async ledger => {
        await create(
          ledger,
          aTransaction({ tags: ['trip', 'work'] }),
          aTransaction({ tags: ['job', 'work'] }),
          { kind: 'savedFilter', name: 'Work', query: 'text=a&tags=work,trip' },
        )
        await answerWhen(ledger, everything, a => a.count === 2)
        const { signal } = new AbortController()
        const merge = { of: 'tag', from: 'work', into: 'job' } as const
        const { done, act } = await ledger.merge(merge, () => {}, signal)
        expect(done).toBe(3)
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => !a.tags.includes('work'),
        )
        expect(lookups.tags).toEqual(['job', 'trip'])
        expect(lookups.savedFilters[0]?.query).toBe('text=a&tags=job%2Ctrip')
        await ledger.undo(act)
        await answerWhen(
          ledger,
          { ...everything, filter: { tags: ['work'] } },
          a => a.count === 2,
        )
      }))
  })
}

type Merging = {
  readonly from: string
  readonly into: string
  readonly income: string
}

function mergeCategories(
  ledger: Ledger,
  from: string,
  into: string,
  told: WorkProgress[] = [],
) {
  const { signal } = new AbortController()
  const merge = { of: 'category', from, into } as const
  return ledger.merge(merge, progress => told.push(progress), signal)
}
