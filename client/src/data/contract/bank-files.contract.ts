import { describe, expect, test } from 'vitest'
import { profileFields } from '@ourmoney/shared/statement/profile.ts'
import {
  answerWhen,
  aTransaction,
  create,
  edit,
  everything,
  recordOf,
  type OpenLedger,
} from './a-ledger.ts'
import {
  bringIn,
  bringInFile,
  fileOf,
  lookAt,
  reviewOf,
  rowsOf,
  undoBatch,
} from './a-statement.ts'
import { usingAccounts } from './two-accounts.ts'

/** Files of banks are compared with the ledger, brought in once, and taken back. */
export function bankFilesContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('bank files', () => {
    test('a file is looked at, reviewed and brought in', () =>
      using(async ({ ledger, bank }) => {
        const looked = await lookAt(ledger, fileOf({ rows: [{}] }))
        expect(looked).toMatchObject({ known: {} })

        const review = await reviewOf(
          ledger,
          {
            rows: [
              { description: 'Salary', minor: 150_000, notes: 'November' },
              { description: 'Bakery', payee: 'Padaria', tags: ['home'] },
            ],
            pending: 2,
          },
          bank,
        )
        expect(review).toMatchObject({
          states: { new: 2 },
          taken: 2,
          pending: 2,
          broughtInBefore: false,
          sums: [{ account: bank, currency: 'EUR', in: 150_000, out: 120 }],
        })
        expect(await rowsOf(ledger, review)).toMatchObject([
          { row: 1, state: 'new', isTaken: true, account: bank },
          { row: 2, fields: { payee: 'Padaria', tags: ['home'] } },
        ])
        expect(await bringIn(ledger, review)).toMatchObject({
          phase: 'done',
          done: 2,
          all: 2,
        })
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        const byName = new Map(list.rows.map(row => [row.description, row]))
        expect(byName.get('Salary')).toMatchObject({
          type: 'income',
          minor: 150_000,
          account: bank,
          hasNotes: true,
        })
        expect(byName.get('Bakery')).toMatchObject({
          type: 'expense',
          minor: 120,
          tags: ['home'],
        })
        const { payees } = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.payees.length === 1,
        )
        expect(payees[0]).toMatchObject({ name: 'Padaria' })
        expect(byName.get('Bakery')?.payee).toBe(payees[0]?._id)
      }))

    test('I6 three equal coffees stay three, and the same file again brings none', () =>
      using(async ({ ledger, bank }) => {
        await bringInFile(ledger, { rows: [{}, {}] }, bank)
        const more = { rows: [{}, { description: ' COFFEE ' }, {}] }
        const review = await reviewOf(ledger, more, bank)
        expect(review.states).toMatchObject({ known: 2, new: 1 })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 3)
        const again = await reviewOf(ledger, more, bank)
        expect(again).toMatchObject({
          broughtInBefore: true,
          taken: 0,
          states: { known: 3, new: 0 },
        })
      }))

    test('I6 the bank’s own name of a movement counts before its words, within an account', () =>
      using(async ({ ledger, bank, purse }) => {
        await bringInFile(ledger, { rows: [{ bankId: '7' }] }, bank)
        const later = {
          rows: [
            { bankId: '7', description: 'Café Central', date: '2026-11-21' },
            { bankId: '8' },
          ],
        }
        const review = await reviewOf(ledger, later, bank)
        const rows = await rowsOf(ledger, review)
        expect(rows.map(({ state }) => state)).toEqual(['known', 'new'])
        const other = await reviewOf(ledger, later, purse)
        expect(other.states).toMatchObject({ known: 0 })
      }))

    test('I6 a name that the bank gives to several movements merges none of them', () =>
      using(async ({ ledger, bank }) => {
        const file = {
          rows: [
            { bankId: '0', description: 'Bakery' },
            { bankId: '0', description: 'Kiosk' },
            { bankId: '0', minor: -7 },
          ],
        }
        await bringInFile(ledger, file, bank)
        await answerWhen(ledger, everything, a => a.count === 3)
        const again = await reviewOf(ledger, file, bank)
        expect(again.states).toMatchObject({ known: 3 })
        const nextYear = { rows: [{ bankId: '0', date: '2027-11-20' }] }
        const next = await reviewOf(ledger, nextYear, bank)
        expect(next.states).toMatchObject({ new: 1 })
      }))

    test('what was edited since is known, and what was deleted comes back only when asked', () =>
      using(async ({ ledger, bank }) => {
        const file = { rows: [{ description: 'Bakery' }, {}] }
        await bringInFile(ledger, file, bank)
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        const [first, second] = list.rows.map(({ id }) => id)
        await edit(ledger, first ?? '', { minor: 5, date: '2026-11-01' })
        await ledger.save([
          { change: 'remove', target: { ids: [second ?? ''] } },
        ])
        await answerWhen(ledger, everything, a => a.count === 1)
        const review = await reviewOf(ledger, file, bank)
        expect(review).toMatchObject({
          states: { known: 1, 'deleted-before': 1 },
          taken: 0,
        })
        const [deleted] = (
          await ledger.reviewRows(review.id, 'deleted-before', 0, 10)
        ).rows
        await ledger.changeReview(review.id, [deleted?.row ?? 0], {
          isTaken: true,
        })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 2)
      }))

    test('what was entered by hand is proposed, left out, and linked when that is said', () =>
      using(async ({ ledger, bank }) => {
        const { ids } = await create(
          ledger,
          aTransaction({ account: bank, date: '2026-11-18' }),
        )
        await answerWhen(ledger, everything, a => a.count === 1)
        const file = { rows: [{ description: 'CAFE CENTRAL 12' }, {}] }
        const review = await reviewOf(ledger, file, bank)
        const [near] = await rowsOf(ledger, review)
        expect(near).toMatchObject({
          state: 'near',
          isTaken: false,
          isMatched: false,
          other: { id: ids[0], description: 'Coffee', minor: -120 },
        })
        const counts = await ledger.changeReview(review.id, [1], {
          isMatched: true,
        })
        expect(counts).toMatchObject({ taken: 2, sums: [{ out: 120 }] })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 2)
        const again = await reviewOf(ledger, file, bank)
        expect(again.states).toMatchObject({ known: 2, near: 0 })
      }))

    test('a near match that is taken is a movement of its own', () =>
      using(async ({ ledger, bank }) => {
        await create(ledger, aTransaction({ account: bank }))
        await answerWhen(ledger, everything, a => a.count === 1)
        const review = await reviewOf(ledger, { rows: [{}] }, bank)
        expect(review.states.near).toBe(1)
        await ledger.changeReview(review.id, [1], { isTaken: true })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 2)
      }))

    test('a row is changed in the review, and its first version stays the file’s', () =>
      using(async ({ ledger, bank }) => {
        const {
          ids: [food = ''],
        } = await create(ledger, {
          kind: 'category',
          name: 'Food',
          type: 'expense',
        })
        const file = { rows: [{}] }
        const review = await reviewOf(ledger, file, bank)
        await ledger.changeReview(review.id, [1], {
          description: 'Espresso',
          category: food,
        })
        await bringIn(ledger, review)
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({
          description: 'Espresso',
          category: food,
        })
        const { doc } = await recordOf(ledger, list.rows[0]?.id ?? '')
        expect(doc?.log?.[0]?.was).toMatchObject({ description: 'Coffee' })
        expect(doc).not.toHaveProperty('createdAt')
        const again = await reviewOf(ledger, file, bank)
        expect(again.states.known).toBe(1)
      }))

    test('what cannot be read says why, is mended by hand, and is known the next time', () =>
      using(async ({ ledger, bank }) => {
        const issue = {
          row: 1,
          code: 'not-a-date',
          found: '31-02',
          raw: '31-02;Tea;1',
        } as const
        const file = { rows: [{ row: 2 }], issues: [issue] }
        const review = await reviewOf(ledger, file, bank)
        const [broken] = await rowsOf(ledger, review)
        expect(broken).toMatchObject({ row: 1, state: 'unreadable', issue })
        await ledger.changeReview(review.id, [1], {
          date: '2026-11-03',
          minor: -100,
          description: 'Tea',
        })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 2)
        const again = await reviewOf(ledger, file, bank)
        expect(again.states).toMatchObject({ known: 2, unreadable: 0 })
        await expect(
          ledger.changeReview(again.id, [1], { date: '2026-02-31' }),
        ).rejects.toMatchObject({ code: 'invalid' })
      }))

    test('categories that the file names and the ledger lacks are made once', () =>
      using(async ({ ledger, bank }) => {
        const review = await reviewOf(
          ledger,
          {
            rows: [
              { category: 'Home:Rent', minor: -50_000 },
              { category: 'home: rent', minor: -7 },
              {
                minor: -300,
                parts: [
                  { minor: -100, category: 'Home' },
                  { minor: -200, category: 'Food', notes: 'bread' },
                ],
              },
            ],
          },
          bank,
        )
        const [rent] = await rowsOf(ledger, review)
        expect(rent?.newCategory).toBe('Home:Rent')
        await bringIn(ledger, review)
        const { categories } = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.categories.length > 2,
        )
        const named = new Map(categories.map(each => [each.name, each]))
        expect(named.get('Rent')?.parent).toBe(named.get('Home')?._id)
        const list = await answerWhen(ledger, everything, a => a.count === 3)
        const split = list.rows.find(({ minor }) => minor === 300)
        expect(split?.parts).toMatchObject([
          { category: named.get('Home')?._id, minor: 100 },
          { category: named.get('Food')?._id, minor: 200 },
        ])
      }))

    test('the balances of a file say what its rows miss', () =>
      using(async ({ ledger, bank }) => {
        const date = '2026-11-20'
        const account = {
          key: 'PT50',
          name: 'Giro',
          opening: { minor: 1_000, date },
          closing: { minor: 700, date },
        }
        const rows = [{ account: 'PT50' }, { account: 'PT50' }]
        const review = await reviewOf(
          ledger,
          { rows, accounts: [account] },
          { PT50: bank },
        )
        expect(review.sums).toMatchObject([{ account: bank, missing: -60 }])
        const newestFirst = [{ balance: 760 }, { balance: 880 }]
        const whole = await reviewOf(ledger, { rows: newestFirst }, bank)
        expect(whole.sums).toMatchObject([{ missing: 0 }])
      }))

    test('a way to read such files is remembered with its accounts', () =>
      using(async ({ ledger, bank }) => {
        const look = () => lookAt(ledger, fileOf({ rows: [{}] }))
        const found = await look()
        await create(ledger, {
          kind: 'importProfile',
          ...profileFields(
            'My bank',
            { ...found, choices: { delimiter: '|', dateOrder: 'mdy' } },
            { '': bank },
          ),
        })
        const again = await look()
        expect(again).toMatchObject({
          profile: { name: 'My bank' },
          // What its columns mean is remembered, not where they stood.
          choices: { delimiter: ';', dateOrder: 'mdy' },
          known: { '': bank },
        })
      }))

    test('I11 a row of our own table is the transaction that it came from', () =>
      using(async ({ ledger, bank }) => {
        const { ids } = await create(ledger, aTransaction({ account: bank }))
        await answerWhen(ledger, everything, a => a.count === 1)
        const rows = [{ bankId: ids[0], date: '2026-11-22' }]
        const review = await reviewOf(ledger, { rows }, bank)
        expect(review.states).toMatchObject({ known: 1 })
      }))

    test('I11 parts of our own table are the one that they came from, also if equal', () =>
      using(async ({ ledger, bank }) => {
        const { ids } = await create(
          ledger,
          aTransaction({
            account: bank,
            splits: [{ minor: 60 }, { minor: 60 }],
          }),
        )
        await answerWhen(ledger, everything, a => a.count === 1)
        const rows = [
          { bankId: ids[0], minor: -60 },
          { bankId: `${ids[0]} #2`, minor: -60 },
        ]
        const review = await reviewOf(ledger, { rows }, bank)
        expect(review).toMatchObject({ taken: 0, states: { known: 2 } })

        await ledger.save([{ change: 'remove', target: { ids } }])
        await answerWhen(ledger, everything, a => a.count === 0)
        const again = await reviewOf(ledger, { rows }, bank)
        expect(again.states).toMatchObject({ 'deleted-before': 1, known: 1 })
        await ledger.changeReview(again.id, [1], { isTaken: true })
        await bringIn(ledger, again)
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({ id: ids[0], minor: 120 })
        expect(list.rows[0]?.parts).toHaveLength(2)
      }))

    test('I11 a row of our own table is that transaction on any day, and as a transfer', () =>
      using(async ({ ledger, bank, purse }) => {
        const { ids } = await create(
          ledger,
          aTransaction({ account: bank }),
          aTransaction({
            type: 'transfer',
            account: bank,
            toAccount: purse,
          }),
        )
        await edit(ledger, ids[0] ?? '', { date: '2026-08-01' })
        await answerWhen(ledger, everything, a =>
          a.rows.some(({ date }) => date === '2026-08-01'),
        )
        const rows = [
          { bankId: ids[0], date: '2026-08-01' },
          { bankId: ids[1], transferTo: 'Purse' },
        ]
        const review = await reviewOf(ledger, { rows }, bank)
        expect(review).toMatchObject({ taken: 0, states: { known: 2 } })
      }))

    test('a cancel keeps what was written, and the same review brings the rest', () =>
      using(async ({ ledger, bank }) => {
        const rows = Array.from({ length: 2_500 }, (_, at) => ({
          description: `Shop ${at}`,
        }))
        const review = await reviewOf(ledger, { rows }, bank)
        const stop = new AbortController()
        const cut = await ledger.bringIn(
          review.id,
          () => stop.abort(),
          stop.signal,
        )
        expect(cut).toMatchObject({ phase: 'cancelled', done: 2_000 })
        await answerWhen(ledger, everything, a => a.count === 2_000)
        const again = await reviewOf(ledger, { rows }, bank)
        expect(again.states).toMatchObject({ known: 2_000, new: 500 })
        await bringIn(ledger, again)
        await answerWhen(ledger, everything, a => a.count === 2_500)
      }))

    test('a batch is taken back as one act, but for what was edited since', () =>
      using(async ({ ledger, bank }) => {
        const file = { rows: [{ description: 'Bakery' }, {}, {}] }
        const review = await reviewOf(ledger, file, bank)
        await ledger.changeReview(review.id, [2], { notes: 'fixed' })
        const { batch } = await bringIn(ledger, review)
        const list = await answerWhen(ledger, everything, a => a.count === 3)
        const bakery = list.rows.find(row => row.description === 'Bakery')
        await edit(ledger, bakery?.id ?? '', { notes: 'mine' })
        const undone = await undoBatch(ledger, batch)
        expect(undone).toMatchObject({
          phase: 'done',
          done: 2,
          kept: [{ id: bakery?.id, words: 'Bakery' }],
        })
        await answerWhen(ledger, everything, a => a.count === 1)
        const again = await reviewOf(ledger, file, bank)
        expect(again.states).toMatchObject({ known: 1, 'deleted-before': 2 })
        await ledger.undo()
        await answerWhen(ledger, everything, a => a.count === 3)
      }))

    test('a batch comes in and is taken back as often as somebody likes', () =>
      using(async ({ ledger, bank }) => {
        const file = { rows: [{ description: 'Bakery' }, {}] }
        const { batch } = await bringInFile(ledger, file, bank)
        await answerWhen(ledger, everything, a => a.count === 2)
        for (const times of [1, 2]) {
          const undone = await undoBatch(ledger, batch)
          expect(undone, `${times}`).toMatchObject({ done: 2, kept: [] })
          await answerWhen(ledger, everything, a => a.count === 0)
          const again = await reviewOf(ledger, file, bank)
          expect(again.states).toMatchObject({ 'deleted-before': 2 })
          await ledger.changeReview(again.id, [1, 2], { isTaken: true })
          expect(await bringIn(ledger, again)).toMatchObject({ added: 2 })
          await answerWhen(ledger, everything, a => a.count === 2)
        }
        // What somebody has made of it since the second time stays.
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        const [first, second] = list.rows.map(({ id }) => id)
        await edit(ledger, first ?? '', { notes: 'mine' })
        await edit(ledger, second ?? '', { notes: 'not mine' })
        await ledger.undo()
        await answerWhen(
          ledger,
          everything,
          a => a.rows.filter(row => row.hasNotes).length === 1,
        )
        const undone = await undoBatch(ledger, batch)
        expect(undone).toMatchObject({ done: 1, kept: [{ id: first }] })
      }))

    test('a review that was dropped is not found', () =>
      using(async ({ ledger, bank }) => {
        const review = await reviewOf(ledger, { rows: [{}] }, bank)
        await ledger.dropReview(review.id)
        await expect(
          ledger.reviewRows(review.id, undefined, 0, 1),
        ).rejects.toMatchObject({ code: 'not-found' })
      }))
  })
}
