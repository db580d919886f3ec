import { describe, expect, test } from 'vitest'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import type {
  AnswerOf,
  ImportProgress,
  Ledger,
  MergeProgress,
  NewDoc,
  RatesChoice,
  TransactionsQuery,
  View,
  ViewQuery,
} from './ledger.ts'

const ledgerDoc: NewDoc = {
  kind: 'ledger',
  _id: 'ledger_main',
  name: 'Home',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  firstDay: 1,
}

const aTransaction = (fields: Partial<NewDoc> = {}): NewDoc =>
  ({
    kind: 'transaction',
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-22',
    ...fields,
  }) as NewDoc

export const everything: TransactionsQuery = {
  view: 'transactions',
  filter: {},
  order: { by: 'date', descending: true },
  from: 0,
  to: 100,
}

/** The view's answer once it fits; fails by the test's time limit. */
export async function answerWhen<Query extends ViewQuery>(
  ledger: Ledger,
  query: Query,
  fits: (answer: AnswerOf<Query>) => boolean,
): Promise<AnswerOf<Query>> {
  const view: View<AnswerOf<Query>> = ledger.openView(query)
  try {
    return await new Promise(resolve => {
      const look = () => {
        const answer = view.latest()
        if (answer !== undefined && fits(answer)) resolve(answer)
      }
      view.subscribe(look)
      look()
    })
  } finally {
    view.close()
  }
}

const theRate = { base: 'USD', quote: 'EUR', ratePpm: 920_000 }

const aRate = (fields: object = {}): NewDoc => ({
  kind: 'rate',
  ...theRate,
  date: '2026-11-20',
  ...fields,
})

const inDollars = (fields: Partial<NewDoc> = {}) =>
  aTransaction({ minor: 1000, currency: 'USD', ...fields } as Partial<NewDoc>)

const ratesFile = new Blob([
  'Date,USD,GBP,\n2026-11-20,1.0832,0.8512,\n2026-11-19,1.0840,0.8500,\n',
])

function importRates(ledger: Ledger, choice: RatesChoice) {
  const { signal } = new AbortController()
  return ledger.importRates(ratesFile, choice, () => {}, signal)
}

function edit(ledger: Ledger, id: string, set: Record<string, unknown>) {
  return ledger.save([{ change: 'edit', target: { ids: [id] }, set }])
}

function recordOf(ledger: Ledger, id: string) {
  return answerWhen(
    ledger,
    { view: 'record', id },
    answer => answer.doc !== undefined,
  )
}

function create(ledger: Ledger, ...docs: NewDoc[]) {
  return ledger.save(docs.map(doc => ({ change: 'create', doc })))
}

/** Money that leaves one account, and the same that comes into another two days later. */
async function makeTwoSides(ledger: Ledger) {
  const accounts = await create(
    ledger,
    { kind: 'account', name: 'Bank', type: 'bank', currency: 'EUR' },
    { kind: 'account', name: 'Purse', type: 'cash', currency: 'EUR' },
  )
  const [bank = '', purse = ''] = accounts.ids
  const sides = await create(
    ledger,
    aTransaction({
      description: 'Cash machine',
      minor: 6000,
      account: bank,
    } as Partial<NewDoc>),
    aTransaction({
      type: 'income',
      description: 'From the bank',
      minor: 6000,
      date: '2026-11-24',
      account: purse,
    } as Partial<NewDoc>),
  )
  const [out = '', into = ''] = sides.ids
  return { out, into, accounts: [bank, purse] as const }
}

/** What every ledger does, the real one and the one in memory. */
export function ledgerContract(
  name: string,
  open: () => Promise<Ledger>,
): void {
  const using = async (run: (ledger: Ledger) => Promise<void>) => {
    const ledger = await open()
    try {
      await create(ledger, ledgerDoc)
      await run(ledger)
    } finally {
      await ledger.close()
    }
  }

  describe(name, () => {
    test('what was saved shows in the list, with its totals', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction(),
          aTransaction({ minor: 1000, type: 'income' } as Partial<NewDoc>),
        )
        expect(ids).toHaveLength(2)
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        expect(list.totals).toEqual([
          { currency: 'EUR', incomeMinor: 1000, expenseMinor: 120, count: 2 },
        ])
        expect(list.days).toMatchObject([
          {
            date: '2026-11-22',
            start: 0,
            count: 2,
            incomeMinor: 1000,
            expenseMinor: 120,
          },
        ])
      }))

    test('a repair keeps everything that can be read', () =>
      using(async ledger => {
        await create(ledger, aTransaction())
        expect(await ledger.repair()).toEqual([])
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]?.description).toBe('Coffee')
      }))

    test('an edit keeps the other fields and is undone by a new edit', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const { act } = await ledger.save([
          {
            change: 'edit',
            target: { ids: [id] },
            set: { description: 'Tea', notes: 'hot' },
          },
        ])
        const edited = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.description === 'Tea',
        )
        expect(edited.rows[0]).toMatchObject({ minor: 120, hasNotes: true })
        await ledger.undo(act)
        await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.description === 'Coffee',
        )
        const record = await answerWhen(
          ledger,
          { view: 'record', id },
          a => a.doc?.log?.length === 2,
        )
        expect(record.doc).not.toHaveProperty('notes')
      }))

    test('a removal is undone, and redone', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const removal = await ledger.save([
          { change: 'remove', target: { ids: [id] } },
        ])
        await answerWhen(ledger, everything, a => a.count === 0)
        await ledger.undo(removal.act)
        await answerWhen(ledger, everything, a => a.count === 1)
        expect(await ledger.undo(removal.act)).toBeUndefined()
        expect((await ledger.redo())?.act).toBe(removal.act)
        await answerWhen(ledger, everything, a => a.count === 0)
        expect(await ledger.redo()).toBeUndefined()
      }))

    test('undo goes back act by act, redo forth, and a new act ends redo', () =>
      using(async ledger => {
        const description = async (text: string) => {
          const { rows } = await answerWhen(
            ledger,
            everything,
            a => a.rows[0]?.description === text,
          )
          expect(rows).toHaveLength(1)
        }
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const rename = (text: string) =>
          ledger.save([
            {
              change: 'edit',
              target: { ids: [id] },
              set: { description: text },
            },
          ])
        await rename('Tea')
        await rename('Milk')
        await ledger.undo()
        await description('Tea')
        await ledger.undo()
        await description('Coffee')
        const acts = await answerWhen(
          ledger,
          { view: 'acts' },
          a => a.redo !== undefined,
        )
        expect(acts).toMatchObject({
          undo: { did: 'created', kind: 'transaction', count: 1 },
          redo: { did: 'edited', kind: 'transaction', count: 1 },
        })
        await ledger.redo()
        await description('Tea')
        await ledger.redo()
        await description('Milk')
        await ledger.undo()
        await rename('Water')
        expect(await ledger.redo()).toBeUndefined()
        await Promise.all([ledger.undo(), ledger.undo()])
        await description('Coffee')
      }))

    test('undo leaves alone what was changed since', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const edit = (set: Record<string, unknown>) =>
          ledger.save([{ change: 'edit', target: { ids: [id] }, set }])
        const first = await edit({ description: 'Tea', date: '2026-11-01' })
        await edit({ description: 'Milk' })
        await ledger.undo(first.act)
        const { rows } = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.date === '2026-11-22',
        )
        expect(rows[0]?.description).toBe('Milk')
      }))

    test('a bulk edit takes all that a filter matches, less the excepted', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction(),
          aTransaction(),
          aTransaction({ description: 'Rent' } as Partial<NewDoc>),
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
        const bad = aTransaction({ minor: 1.5 } as Partial<NewDoc>)
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

    test('what is in use is not removed', () =>
      using(async ledger => {
        const [category = ''] = (
          await create(ledger, {
            kind: 'category',
            name: 'Food',
            type: 'expense',
          })
        ).ids
        await create(ledger, aTransaction({ category } as Partial<NewDoc>))
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

    test('a merged category is the other one everywhere, as one act that undo takes back', () =>
      using(async ledger => {
        const { from, into, ids } = await twoCategories(ledger)
        const told: MergeProgress[] = []
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
        await create(ledger, aTransaction(late as Partial<NewDoc>))
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

    test('names tell how often they are used, and how much a merge would change', () =>
      using(async ledger => {
        const { from, into } = await twoCategories(ledger)
        const [payee = ''] = (
          await create(ledger, { kind: 'payee', name: 'Aldi' })
        ).ids
        await create(
          ledger,
          aTransaction({ payee, tags: ['a', 'b'] } as Partial<NewDoc>),
          aTransaction({ tags: ['b'] } as Partial<NewDoc>),
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

    test('tags are put on and taken off many, whatever others they have', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          aTransaction({ tags: ['a', 'b'] } as Partial<NewDoc>),
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

    test('a description suggests the payee that it had last', () =>
      using(async ledger => {
        const [payee = ''] = (
          await create(ledger, { kind: 'payee', name: 'Aldi' })
        ).ids
        await create(ledger, aTransaction({ payee } as Partial<NewDoc>))
        await answerWhen(
          ledger,
          { view: 'suggestion', description: 'coffee', type: 'expense' },
          a => a.payee === payee,
        )
      }))

    test('a tag becomes another word, and two become one', () =>
      using(async ledger => {
        await create(
          ledger,
          aTransaction({ tags: ['trip', 'work'] } as Partial<NewDoc>),
          aTransaction({ tags: ['job', 'work'] } as Partial<NewDoc>),
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

    test('a cancelled merge leaves a whole book, and goes on when asked again', () =>
      using(async ledger => {
        const { from, into } = await twoCategories(ledger)
        await create(
          ledger,
          ...Array.from({ length: 1_200 }, () =>
            aTransaction({ category: from } as Partial<NewDoc>),
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

    test('lookups have the small docs; months have sums by category', () =>
      using(async ledger => {
        const { ids } = await create(
          ledger,
          { kind: 'category', name: 'Food', type: 'expense' },
          { kind: 'member', name: 'Ann' },
        )
        await create(
          ledger,
          aTransaction({ category: ids[0], tags: ['work'] } as Partial<NewDoc>),
        )
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.count === 1 && a.members.length === 1,
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
          inDollars({ splits } as Partial<NewDoc>),
          aTransaction({ category: food } as Partial<NewDoc>),
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

    test('two become one transfer and come apart again, each as one act', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        const pairs = { view: 'pairs', most: 5 } as const
        const { pairs: found } = await answerWhen(
          ledger,
          pairs,
          a => a.count === 1,
        )
        expect(found[0]).toMatchObject({ out: { id: out }, into: { id: into } })

        const { act } = await ledger.save([
          { change: 'join', ids: [into, out] },
        ])
        const joined = await answerWhen(ledger, everything, a => a.count === 1)
        expect(joined.rows[0]).toMatchObject({ id: out, type: 'transfer' })
        expect(joined.base).toMatchObject({ incomeMinor: 0, expenseMinor: 0 })
        await answerWhen(ledger, pairs, a => a.count === 0)
        const acts = await answerWhen(
          ledger,
          { view: 'acts' },
          a => a.undo?.act === act,
        )
        expect(acts.undo?.did).toBe('joined')

        await ledger.undo()
        const apart = await answerWhen(ledger, everything, a => a.count === 2)
        expect(apart.rows.map(({ type }) => type).toSorted()).toEqual([
          'expense',
          'income',
        ])
        await ledger.redo()
        await answerWhen(ledger, everything, a => a.count === 1)

        await ledger.save([{ change: 'separate', id: out }])
        const again = await answerWhen(ledger, everything, a => a.count === 2)
        expect(again.rows.find(({ id }) => id === into)).toMatchObject({
          type: 'income',
          description: 'From the bank',
        })
        await ledger.undo()
        const last = await answerWhen(ledger, everything, a => a.count === 1)
        expect(last.rows[0]?.type).toBe('transfer')
      }))

    test('a transfer that never was two comes apart, and undo makes it one again', () =>
      using(async ledger => {
        const { accounts } = await makeTwoSides(ledger)
        const [account, toAccount] = accounts
        const [id = ''] = (
          await create(
            ledger,
            aTransaction({
              type: 'transfer',
              description: 'Savings',
              minor: 500,
              account,
              toAccount,
            } as Partial<NewDoc>),
          )
        ).ids
        const list = { ...everything, filter: { text: 'savings' } }
        await ledger.save([{ change: 'separate', id }])
        const { rows } = await answerWhen(ledger, list, a => a.count === 2)
        const sides = rows.map(row => `${row.type} ${row.account} ${row.minor}`)
        expect(sides.toSorted()).toEqual([
          `expense ${account} 500`,
          `income ${toAccount} 500`,
        ])
        await ledger.undo()
        const after = await answerWhen(ledger, list, a => a.count === 1)
        expect(after.rows[0]).toMatchObject({ type: 'transfer', toAccount })
      }))

    test('a transfer between currencies tells what leaves and what arrives', () =>
      using(async ledger => {
        const { accounts } = await makeTwoSides(ledger)
        const [account, toAccount] = accounts
        const moved = { type: 'transfer', account, toAccount, toMinor: 16_200 }
        await create(ledger, aTransaction(moved as Partial<NewDoc>))
        const { rows } = await answerWhen(
          ledger,
          { ...everything, filter: { types: ['transfer'] } },
          a => a.count === 1,
        )
        expect(rows[0]).toMatchObject({ minor: 120, toMinor: 16_200 })
      }))

    test('a transfer that was changed since stays whole when its joining is undone', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        const { act } = await ledger.save([
          { change: 'join', ids: [out, into] },
        ])
        await edit(ledger, out, { minor: 700 })
        await ledger.undo(act)
        const { doc } = await recordOf(ledger, out)
        expect(doc).toMatchObject({ type: 'transfer', minor: 700 })
        const list = await answerWhen(ledger, everything, a => a.count > 0)
        expect(list.count).toBe(1)
      }))

    test('what does not fit is not joined, and nothing is written', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        await edit(ledger, into, { minor: 5 })
        await expect(
          ledger.save([{ change: 'join', ids: [out, into] }]),
        ).rejects.toMatchObject({ code: 'invalid', detail: 'amounts-differ' })
        await expect(
          ledger.save([{ change: 'separate', id: out }]),
        ).rejects.toMatchObject({ code: 'invalid' })
        await expect(
          ledger.save([{ change: 'join', ids: [out, 'txn_none'] }]),
        ).rejects.toMatchObject({ code: 'not-found' })
      }))

    test('a pair that is kept apart is not offered again, until that is undone', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        const pairs = { view: 'pairs', of: into, most: 5 } as const
        await answerWhen(ledger, pairs, a => a.count === 1)
        await ledger.save([{ change: 'keep-apart', ids: [out, into] }])
        await answerWhen(ledger, pairs, a => a.count === 0)
        await ledger.undo()
        await answerWhen(ledger, pairs, a => a.count === 1)
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
          aTransaction({ splits } as Partial<NewDoc>),
          aTransaction({ type: 'transfer' } as Partial<NewDoc>),
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

    test('I6 a file of rates twice brings nothing twice; what was done since stays', () =>
      using(async ledger => {
        const looked = await ledger.lookAtRates(ratesFile)
        expect(looked).toMatchObject({
          ok: true,
          value: {
            days: ['2026-11-19', '2026-11-20'],
            currencies: [
              { currency: 'GBP', count: 2 },
              { currency: 'USD', count: 2 },
            ],
          },
        })
        const all = { currencies: ['USD', 'GBP'], from: '', to: '9' }
        const first = await importRates(ledger, all)
        expect(first).toMatchObject({
          phase: 'done',
          days: 2,
          added: 4,
          missing: 0,
          unreadable: 0,
        })
        const pair = { one: 'USD', other: 'EUR' }
        const query = { view: 'rates', until: undefined, most: 9 } as const
        const dollars = { ...query, ...pair }
        const stored = await answerWhen(ledger, dollars, a => a.count === 2)
        expect(stored.rates.map(({ ratePpm }) => ratePpm)).toEqual([
          1_083_200, 1_084_000,
        ])
        const [newest, older] = stored.rates.map(({ id }) => id)
        await edit(ledger, newest ?? '', { ratePpm: 5 })
        await ledger.save([
          { change: 'remove', target: { ids: [older ?? ''] } },
        ])
        expect(await importRates(ledger, all)).toMatchObject({
          added: 0,
          known: 3,
          deletedBefore: 1,
        })
        const kept = await answerWhen(ledger, dollars, a => a.count === 1)
        expect(kept.rates[0]?.ratePpm).toBe(5)
      }))

    test('of a file of rates only the choice comes in', () =>
      using(async ledger => {
        const choice = {
          currencies: ['GBP'],
          from: '2026-11-20',
          to: '2026-11-30',
        }
        expect(await importRates(ledger, choice)).toMatchObject({
          days: 1,
          added: 1,
        })
        const query = { view: 'currencies', today: '2026-11-22' } as const
        const { pairs } = await answerWhen(
          ledger,
          query,
          a => a.pairs.length > 0,
        )
        expect(pairs).toMatchObject([{ latest: { quote: 'GBP' }, count: 1 }])
      }))

    test('I4 a file that is no file of rates is refused by what is wrong with it', () =>
      using(async ledger => {
        const cut = new Blob(['Date,USD,\n2026-11-20,1.0'])
        expect(await ledger.lookAtRates(cut)).toEqual({
          ok: false,
          failure: {
            code: 'cut-short',
            line: 2,
            found: '2026-11-20,1.0',
          },
        })
      }))

    test('a description suggests how it was recorded last', () =>
      using(async ledger => {
        const [category = ''] = (
          await create(ledger, {
            kind: 'category',
            name: 'Food',
            type: 'expense',
          })
        ).ids
        await create(ledger, aTransaction({ category } as Partial<NewDoc>))
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
        const last = { category, account } as Partial<NewDoc>
        await create(
          ledger,
          aTransaction({ date: '2026-11-21' } as Partial<NewDoc>),
          aTransaction(last),
          aTransaction({
            type: 'income',
            date: '2026-11-20',
          } as Partial<NewDoc>),
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
        await create(
          ledger,
          ...dates.map(date => aTransaction({ date } as Partial<NewDoc>)),
          { kind: 'template', name: 'Lunch', draft: { minor: 950 } },
        )
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

    test('I6 the same file twice brings nothing twice', () =>
      using(async ledger => {
        const first = await importText(ledger, JSON.stringify(earlierRecords))
        expect(first).toMatchObject({
          phase: 'done',
          read: 6,
          added: 3,
          known: 0,
          skipped: 1,
          unreadable: 2,
          unreadableRows: [
            { row: 5, code: 'not-an-amount', found: 'free' },
            { row: 6, code: 'unknown-type', found: 'gift' },
          ],
        })
        await answerWhen(ledger, everything, a => a.count === 3)
        const again = await importText(ledger, JSON.stringify(earlierRecords))
        expect(again).toMatchObject({ added: 0, known: 3 })
      }))

    test('I6 an import respects what was done since: edits, deletes, other content', () =>
      using(async ledger => {
        await importText(ledger, JSON.stringify(earlierRecords))
        const list = await answerWhen(ledger, everything, a => a.count === 3)
        const idOf = (description: string) =>
          list.rows.find(row => row.description === description)?.id ?? ''
        await ledger.save([
          { change: 'remove', target: { ids: [idOf('Metro')] } },
          {
            change: 'edit',
            target: { ids: [idOf('Pão')] },
            set: { description: 'Bread' },
          },
        ])
        const changed = earlierRecords.map(record =>
          record.description === 'Salário' ? { ...record, price: 1 } : record,
        )
        const again = await importText(ledger, JSON.stringify(changed))
        expect(again).toMatchObject({
          added: 0,
          known: 1,
          changed: 1,
          deletedBefore: 1,
          changedRows: [{ row: 3, words: 'Salário' }],
        })
      }))

    test.each([
      ['{"a":1}', '{"a":1}'],
      ['hello', 'hello'],
      ['[{"x":1}]', 'x'],
      ['[1,2]', '1'],
      ['[{"price":1},', 'before its list does'],
      ['', ''],
    ])('I4 the file %s is no export, and says what it is', (text, found) =>
      using(async ledger => {
        const reading = importText(ledger, text)
        await expect(reading).rejects.toMatchObject({
          code: 'not-an-export',
          detail: expect.stringContaining(found) as string,
        })
      }),
    )

    test('an import can be cancelled and taken up again', () =>
      using(async ledger => {
        const many = Array.from({ length: 4_500 }, (_, index) => ({
          ...earlierRecords[0],
          id: `record-${index}`,
        }))
        const stop = new AbortController()
        const file = new Blob([JSON.stringify(many)])
        const cancelled = await ledger.importEarlier(
          file,
          'f.json',
          () => stop.abort(),
          stop.signal,
        )
        expect(cancelled.phase).toBe('cancelled')
        expect(cancelled.added).toBeLessThan(4_500)
        const rest = await importText(ledger, JSON.stringify(many))
        expect(rest.added + cancelled.added).toBe(4_500)
      }))

    test('export gives back what the filter matches', () =>
      using(async ledger => {
        await create(
          ledger,
          aTransaction(),
          aTransaction({ description: 'Rent' } as Partial<NewDoc>),
        )
        await answerWhen(ledger, everything, a => a.count === 2)
        const file = await ledger.exportJson({ text: 'rent' })
        const { format, docs } = JSON.parse(await file.text()) as {
          format: string
          docs: { kind: string; description?: string }[]
        }
        expect(format).toBe('ourmoney')
        expect(docs.map(doc => doc.description ?? doc.kind)).toEqual([
          'ledger',
          'Rent',
        ])
      }))
  })
}

type Merging = {
  readonly from: string
  readonly into: string
  readonly income: string
}

/** Food and Groceries, with all that may refer to a category, and the transactions. */
async function twoCategories(ledger: Ledger) {
  const [from = '', into = ''] = (
    await create(
      ledger,
      { kind: 'category', name: 'Food', type: 'expense', order: 2 },
      { kind: 'category', name: 'Groceries', type: 'expense', order: 1 },
    )
  ).ids
  const splits = [{ minor: 100, category: from }, { minor: 20 }]
  const { ids } = await create(
    ledger,
    aTransaction({ category: from } as Partial<NewDoc>),
    aTransaction({ splits } as Partial<NewDoc>),
    aTransaction({ category: into } as Partial<NewDoc>),
    { kind: 'category', name: 'Bakery', type: 'expense', parent: from },
    { kind: 'payee', name: 'Lidl', category: from },
    { kind: 'shoppingItem', name: 'Bread', category: from },
    { kind: 'savedFilter', name: 'Food', query: `categories=${from}` },
    { kind: 'template', name: 'Lunch', draft: { category: from } },
  )
  await answerWhen(ledger, everything, a => a.count === 3)
  return { from, into, ids }
}

function mergeCategories(
  ledger: Ledger,
  from: string,
  into: string,
  told: MergeProgress[] = [],
) {
  const { signal } = new AbortController()
  const merge = { of: 'category', from, into } as const
  return ledger.merge(merge, progress => told.push(progress), signal)
}

function importText(ledger: Ledger, text: string): Promise<ImportProgress> {
  const file = new Blob([text])
  return ledger.importEarlier(
    file,
    'myTransactions_20261122.json',
    () => {},
    new AbortController().signal,
  )
}

const earlierRecords = [
  {
    id: 'a1',
    description: 'Pão',
    type: 'outcome',
    category: 'casa',
    price: 1.1,
    owner: 'rui',
    createdAt: '2026-11-22T10:00:00.000Z',
  },
  {
    id: 17,
    description: 'Metro',
    type: 'outcome',
    category: 'CASA',
    price: '2.2',
    createdAt: '2026-11-21 10:00:00',
  },
  {
    id: 'a3',
    description: 'Salário',
    type: 'income',
    category: 'salario',
    price: 1000,
    createdAt: '20-11-2026',
  },
  {
    id: 'a4',
    description: 'Gone',
    type: 'outcome',
    price: 1,
    createdAt: '20-11-2026',
    status: 'deleted',
  },
  {
    id: 'a5',
    description: 'Gift',
    type: 'outcome',
    price: 'free',
    createdAt: '20-11-2026',
  },
  {
    id: 'a6',
    description: 'Gift',
    type: 'gift',
    price: 1,
    createdAt: '20-11-2026',
  },
]
