import { describe, expect, test } from 'vitest'
import type { Mark } from '@ourmoney/shared/account/marks.ts'
import { answerWhen, everything } from './ledger.contract.ts'
import type { Ledger, NewDoc, TransactionsQuery } from './ledger.ts'

const day = '2026-11-22'
const balances = { view: 'balances', date: day } as const

type Opened = {
  readonly ledger: Ledger
  readonly purse: string
  readonly bank: string
}

const anAccount = (name: string, fields: object = {}): NewDoc => ({
  kind: 'account',
  name,
  type: 'bank',
  currency: 'EUR',
  ...fields,
})

const spent = (fields: object = {}): NewDoc => ({
  kind: 'transaction',
  type: 'expense',
  description: 'Coffee',
  minor: 120,
  currency: 'EUR',
  date: day,
  ...fields,
})

async function create(ledger: Ledger, ...docs: NewDoc[]) {
  const { ids } = await ledger.save(
    docs.map(doc => ({ change: 'create', doc })),
  )
  return ids
}

const listOf = (account: string): TransactionsQuery => ({
  ...everything,
  filter: { accounts: [account] },
  account,
})

/** What accounts hold, waited for. */
async function holds(ledger: Ledger, ...minors: readonly number[]) {
  const answer = await answerWhen(
    ledger,
    balances,
    a => String(a.accounts.map(each => each.minor)) === String(minors),
  )
  return answer
}

function mark(
  ledger: Ledger,
  account: string,
  ids: readonly string[],
  as: Mark,
) {
  return ledger.save([{ change: 'mark', target: { ids }, account, mark: as }])
}

function merge(ledger: Ledger, from: string, into: string) {
  const { signal } = new AbortController()
  return ledger.merge({ of: 'account', from, into }, () => {}, signal)
}

/** What every ledger does with accounts, the real one and the one in memory. */
export function accountsContract(
  name: string,
  open: () => Promise<Ledger>,
): void {
  const using = async (run: (opened: Opened) => Promise<void>) => {
    const ledger = await open()
    try {
      const [, bank = '', purse = ''] = await create(
        ledger,
        {
          kind: 'ledger',
          _id: 'ledger_main',
          name: 'Home',
          currency: 'EUR',
          timeZone: 'Europe/Lisbon',
          firstDay: 1,
        },
        anAccount('Bank', {
          order: 0,
          openingMinor: 100_000,
          openingDate: '2026-11-01',
        }),
        anAccount('Purse', { order: 1, type: 'cash' }),
      )
      await run({ ledger, purse, bank })
    } finally {
      await ledger.close()
    }
  }

  describe(name, () => {
    test('a transfer counts on both sides, and a balance is of its day', () =>
      using(async ({ ledger, purse, bank }) => {
        await create(
          ledger,
          spent({ account: purse }),
          spent({ account: bank, date: '2026-10-31', minor: 7 }),
          spent({ account: purse, date: '2026-11-23' }),
          spent({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
            date: '2026-11-20',
          }),
          spent(),
        )
        const now = await holds(ledger, 95_000, 4_880)
        expect(now).toMatchObject({
          base: 'EUR',
          totalMinor: 99_880,
          missing: [],
          without: 1,
          accounts: [{ count: 2 }, { count: 3, lastDate: '2026-11-23' }],
        })
        const before = await answerWhen(
          ledger,
          { view: 'balances', date: '2026-11-19' },
          () => true,
        )
        expect(before.accounts.map(each => each.minor)).toEqual([100_000, 0])
        const list = await answerWhen(
          ledger,
          listOf(purse),
          a => a.count === 3 && a.rows[0]?.side !== undefined,
        )
        expect(list.rows.map(row => row.side)).toEqual([
          { currency: 'EUR', minor: -120, balanceMinor: 4_760, mark: 'open' },
          { currency: 'EUR', minor: -120, balanceMinor: 4_880, mark: 'open' },
          { currency: 'EUR', minor: 5_000, balanceMinor: 5_000, mark: 'open' },
        ])
      }))

    test('a statement is ticked off side by side, and locked as one act', () =>
      using(async ({ ledger, purse, bank }) => {
        const [coffee = '', transfer = ''] = await create(
          ledger,
          spent({ account: bank }),
          spent({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
        )
        const query = { view: 'statement', account: bank, date: day } as const
        await mark(ledger, bank, [coffee, transfer], 'ticked')
        const ticked = await answerWhen(ledger, query, a => a.ticked === 2)
        expect(ticked).toEqual({ clearedMinor: 94_880, ticked: 2, open: 0 })
        const other = await answerWhen(
          ledger,
          { ...query, account: purse },
          a => a.open === 1,
        )
        expect(other).toMatchObject({ clearedMinor: 0, ticked: 0 })

        await answerWhen(
          ledger,
          {
            ...everything,
            filter: { accounts: [bank], marks: ['ticked'] },
          },
          a => a.count === 2,
        )
        const { act } = await ledger.save([
          {
            change: 'mark',
            target: {
              filter: { accounts: [bank], marks: ['ticked'], to: day },
              except: [],
            },
            account: bank,
            mark: 'locked',
          },
          {
            change: 'edit',
            target: { ids: [bank] },
            set: { statementMinor: 94_880, statementDate: day },
          },
        ])
        const locked = await answerWhen(ledger, query, a => a.ticked === 0)
        expect(locked).toEqual({ clearedMinor: 94_880, ticked: 0, open: 0 })
        const list = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.isLocked === true,
        )
        expect(list.rows.every(row => row.isLocked)).toBe(true)
        await ledger.undo(act)
        await answerWhen(ledger, query, a => a.ticked === 2)
      }))

    test('what is locked changes only when that is said, and is unlocked or stays', () =>
      using(async ({ ledger, bank }) => {
        const [coffee = '', tea = ''] = await create(
          ledger,
          spent({ account: bank }),
          spent({ account: bank }),
        )
        await mark(ledger, bank, [coffee], 'locked')
        const edit = { change: 'edit', target: { ids: [coffee, tea] } } as const
        const set = { minor: 130 }
        await expect(ledger.save([{ ...edit, set }])).rejects.toMatchObject({
          code: 'locked',
          detail: coffee,
        })
        await expect(
          ledger.save([{ change: 'remove', target: edit.target }]),
        ).rejects.toMatchObject({ code: 'locked' })
        // What changes nothing needs no permission.
        const unchanged = {
          ...edit,
          target: { ids: [coffee] },
          set: { minor: 120 },
        }
        expect((await ledger.save([unchanged])).ids).toEqual([])

        const skipped = await ledger.save([{ ...edit, set, locked: 'skip' }])
        expect(skipped.ids).toEqual([tea])
        await ledger.save([{ ...edit, set, locked: 'keep' }])
        const kept = await answerWhen(ledger, everything, a =>
          a.rows.every(row => row.minor === 130),
        )
        expect(kept.rows.filter(row => row.isLocked)).toHaveLength(1)
        await ledger.save([{ ...edit, set: { notes: 'n' }, locked: 'unlock' }])
        await answerWhen(ledger, everything, a =>
          a.rows.every(row => row.hasNotes && !row.isLocked),
        )
      }))

    test('undo leaves alone what was locked since', () =>
      using(async ({ ledger, bank }) => {
        const creation = await ledger.save([
          { change: 'create', doc: spent({ account: bank }) },
        ])
        const [coffee = ''] = creation.ids
        const edit = await ledger.save([
          { change: 'edit', target: { ids: [coffee] }, set: { minor: 130 } },
        ])
        const locking = await mark(ledger, bank, [coffee], 'locked')
        await ledger.undo(edit.act)
        await ledger.undo(creation.act)
        await ledger.undo(locking.act)
        const list = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.isLocked === false,
        )
        expect(list.rows[0]?.minor).toBe(130)
      }))

    test('an account takes over another with its opening, its transactions and its filters, and gives them back', () =>
      using(async ({ ledger, purse, bank }) => {
        const [coffee = '', transfer = ''] = await create(
          ledger,
          spent({ account: purse, ticked: [purse] }),
          spent({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
          spent({ account: purse, date: '2026-10-01', minor: 30 }),
          { kind: 'savedFilter', name: 'Purse', query: `accounts=${purse}` },
        )
        const found = await holds(ledger, 95_000, 4_850)
        const { act, ids, phase } = await merge(ledger, purse, bank)
        expect(phase).toBe('done')
        expect(ids).toContain(coffee)
        const merged = await holds(ledger, 99_850)
        expect(merged.totalMinor).toBe(found.totalMinor)
        const { rows } = await answerWhen(
          ledger,
          listOf(bank),
          a => a.count === 2 && a.rows[0]?.side !== undefined,
        )
        expect(rows[0]).toMatchObject({ id: coffee, side: { mark: 'ticked' } })
        expect(rows.some(row => row.id === transfer)).toBe(false)
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.merged[purse] === bank,
        )
        expect(lookups.accounts).toHaveLength(1)
        expect(lookups.savedFilters[0]?.query).toBe(`accounts=${bank}`)

        await ledger.undo(act)
        await holds(ledger, 95_000, 4_850)
        await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.accounts.length === 2,
        )
      }))

    test('what still names an account that was merged counts in the other', () =>
      using(async ({ ledger, purse, bank }) => {
        await merge(ledger, purse, bank)
        // As another device writes it that has not heard of the merge.
        await create(
          ledger,
          spent({ account: purse, ticked: [purse] }),
          spent({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
        )
        await holds(ledger, 99_880)
        const { rows } = await answerWhen(
          ledger,
          listOf(bank),
          a => a.count === 2 && a.rows[0]?.side !== undefined,
        )
        const sides = rows.map(row => String(row.side?.minor)).toSorted()
        expect(sides).toEqual(['-120', '0'])
        expect(rows.some(row => row.side?.mark === 'ticked')).toBe(true)
        // Merging again writes what is left, and no opening twice.
        await merge(ledger, purse, bank)
        await answerWhen(ledger, listOf(bank), a => a.count === 1)
        await holds(ledger, 99_880)
      }))

    test('a merge that is stopped leaves everything as it was', () =>
      using(async ({ ledger, purse, bank }) => {
        await create(
          ledger,
          ...Array.from({ length: 1_200 }, () => spent({ account: purse })),
        )
        await holds(ledger, 100_000, -144_000)
        const stop = new AbortController()
        const stopped = await ledger.merge(
          { of: 'account', from: purse, into: bank },
          () => stop.abort(),
          stop.signal,
        )
        expect(stopped).toMatchObject({ phase: 'cancelled', ids: [] })
        await holds(ledger, 100_000, -144_000)
        const acts = await answerWhen(ledger, { view: 'acts' }, () => true)
        expect(acts.undo).toMatchObject({ did: 'created', count: 1_200 })
      }))

    test('accounts of two currencies are not merged, nor one into itself', () =>
      using(async ({ ledger, purse, bank }) => {
        const [dollars = ''] = await create(
          ledger,
          anAccount('Dollars', { currency: 'USD' }),
        )
        for (const [from, into, code] of [
          [purse, dollars, 'invalid'],
          [bank, bank, 'invalid'],
          [bank, 'acc_none0', 'not-found'],
        ] as const) {
          await expect(merge(ledger, from, into)).rejects.toMatchObject({
            code,
          })
        }
      }))
  })
}
