import { expect, test } from 'vitest'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
} from './contract/a-ledger.ts'
import {
  anAccount,
  usingAccounts,
  type Household,
} from './contract/two-accounts.ts'
import type { Ledger } from './ledger.ts'
import { openMemoryLedger } from './memory-ledger.ts'
import type { StatementAsk } from './statements.ts'

const using = usingAccounts(() => Promise.resolve(openMemoryLedger()))
const never = new AbortController().signal

/** One of each that a household has. */
async function fill({ ledger, purse, bank }: Household): Promise<void> {
  const { ids } = await create(
    ledger,
    { kind: 'category', name: 'Home', type: 'expense' },
    { kind: 'category', name: 'Salary', type: 'income' },
    { kind: 'payee', name: 'Landlord' },
    { kind: 'member', name: 'Rui' },
    anAccount('Tokyo', { currency: 'JPY' }),
  )
  const [home = '', salary = '', landlord = '', rui = '', tokyo = ''] = ids
  const { ids: below } = await create(ledger, {
    kind: 'category',
    name: 'Rent',
    type: 'expense',
    parent: home,
  })
  const [rent = ''] = below
  const from = { account: bank }
  await create(
    ledger,
    aTransaction({
      ...from,
      description: 'Rent',
      category: rent,
      payee: landlord,
      member: rui,
      tags: ['flat', 'may'],
      notes: 'Two\nlines',
    }),
    aTransaction({
      ...from,
      description: 'Refund',
      minor: -250,
      category: rent,
    }),
    aTransaction({
      ...from,
      description: 'Pay',
      type: 'income',
      category: salary,
    }),
    aTransaction({
      ...from,
      description: 'Paid back',
      type: 'income',
      minor: -70,
    }),
    aTransaction({
      ...from,
      description: 'Market',
      minor: 999,
      splits: [{ minor: 333, category: rent, note: 'Fish' }, { minor: 666 }],
    }),
    aTransaction({
      ...from,
      description: 'Cash',
      type: 'transfer',
      toAccount: purse,
    }),
    aTransaction({
      ...from,
      description: 'Yen',
      type: 'transfer',
      toAccount: tokyo,
      toMinor: 19_000,
    }),
    aTransaction({ description: 'Found' }),
    aTransaction({ ...from, description: 'Coffee' }),
    aTransaction({ ...from, description: 'Coffee' }),
  )
  await answerWhen(ledger, everything, a => a.count === 10)
}

async function exported(ledger: Ledger): Promise<Blob> {
  const file = await ledger.exportFile(
    { format: 'json', filter: {} },
    () => {},
    never,
  )
  if (file === undefined) throw new Error('Not exported')
  return file.blob
}

async function look(ledger: Ledger, file: Blob) {
  const looked = await ledger.lookAtStatement(file, 'o.json', {}, {}, never)
  if (looked?.ok !== true) throw new Error(JSON.stringify(looked))
  return looked.value
}

async function review(
  ledger: Ledger,
  file: Blob,
  places?: StatementAsk['accounts'],
) {
  const { choices, known } = await look(ledger, file)
  const accounts = places ?? known
  const read = await ledger.reviewStatement(
    { file, name: 'o.json', choices, accounts },
    () => {},
    never,
  )
  if (read?.ok !== true) throw new Error(JSON.stringify(read))
  return read.value
}

test('I11 our own export is known to the ledger that it came from, whatever moved since', () =>
  using(async household => {
    const { ledger } = household
    await fill(household)
    const file = await exported(ledger)
    const looked = await look(ledger, file)
    expect(looked.format).toBe('ourmoney')
    expect(Object.values(looked.known)).toEqual(
      expect.arrayContaining([household.bank, household.purse]),
    )
    const { rows } = await answerWhen(ledger, everything, a => a.count === 10)
    const rentId = rows.find(row => row.description === 'Rent')?.id ?? ''
    await ledger.save([
      {
        change: 'edit',
        target: { ids: [rentId] },
        set: { date: '2025-01-01', minor: 1 },
      },
    ])
    const { states, taken } = await review(ledger, file)
    expect(states).toMatchObject({
      known: 10,
      new: 0,
      transfer: 0,
      unreadable: 0,
    })
    expect(taken).toBe(0)
  }))

test('what was deleted since is told, and comes back when it is asked for', () =>
  using(async household => {
    const { ledger } = household
    await fill(household)
    const file = await exported(ledger)
    await ledger.save([
      { change: 'remove', target: { filter: { text: 'coffee' }, except: [] } },
    ])
    await answerWhen(ledger, everything, a => a.count === 8)
    const { states, taken } = await review(ledger, file)
    expect(states).toMatchObject({ known: 8, 'deleted-before': 2 })
    expect(taken).toBe(0)
  }))

test('I11 what another ledger exported comes in as it was, and once', () =>
  using(async from => {
    await fill(from)
    const file = await exported(from.ledger)
    await using(async ({ ledger }) => {
      await create(ledger, anAccount('Tokyo', { currency: 'JPY' }))
      const first = await review(ledger, file)
      expect(first.states).toMatchObject({ new: 8, transfer: 2, unreadable: 0 })
      await ledger.bringIn(first.id, () => {}, never)
      await answerWhen(ledger, everything, a => a.count === 10)
      expect(await saidOf(ledger)).toEqual(await saidOf(from.ledger))
      const again = await review(ledger, file)
      expect(again.states).toMatchObject({ known: 10 })
      expect(again.taken).toBe(0)
    })
  }))

/** All that is said of transactions, with names for ids. */
async function saidOf(ledger: Ledger) {
  const lookups = await answerWhen(ledger, { view: 'lookups' }, () => true)
  const all = [
    ...lookups.accounts,
    ...lookups.categories,
    ...lookups.payees,
    ...lookups.members,
  ]
  const names = new Map(all.map(({ _id, name }) => [_id, name]))
  const nameOf = (id: string | undefined) =>
    id === undefined ? undefined : names.get(id)
  const { rows } = await answerWhen(ledger, everything, a => a.count === 10)
  const said = await Promise.all(
    rows.map(async row => {
      const { doc } = await answerWhen(
        ledger,
        { view: 'record', id: row.id },
        a => a.doc !== undefined,
      )
      if (doc?.kind !== 'transaction') throw new Error(row.id)
      const { type, description, minor, currency, date, toMinor, tags, notes } =
        doc
      return {
        type,
        description,
        minor,
        currency,
        date,
        toMinor,
        tags,
        notes,
        account: nameOf(doc.account),
        toAccount: nameOf(doc.toAccount),
        category: nameOf(doc.category),
        payee: nameOf(doc.payee),
        member: nameOf(doc.member),
        splits: doc.splits?.map(part => [
          part.minor,
          nameOf(part.category),
          part.note,
        ]),
      }
    }),
  )
  return said.toSorted((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  )
}

test('transactions in no account need none', () =>
  using(async from => {
    await create(from.ledger, aTransaction())
    await answerWhen(from.ledger, everything, a => a.count === 1)
    const file = await exported(from.ledger)
    await using(async ({ ledger }) => {
      expect((await look(ledger, file)).accounts).toEqual([])
      const read = await review(ledger, file)
      await ledger.bringIn(read.id, () => {}, never)
      const { rows } = await answerWhen(ledger, everything, a => a.count === 1)
      expect(rows[0]).toMatchObject({
        description: 'Coffee',
        account: undefined,
      })
    })
  }))

const coffee = {
  _id: 'txn_0001',
  kind: 'transaction',
  v: 1,
  type: 'expense',
  description: 'Coffee',
  minor: 120,
  currency: 'EUR',
  date: '2026-11-22',
}

test('I7 a record that is none is told, and the others are not held up', () =>
  using(async ({ ledger }) => {
    const docs = [
      coffee,
      { ...coffee, _id: 'txn_0002', minor: 1.5 },
      { ...coffee, _id: 'acc_0003' },
      { ...coffee, _id: 'txn_0004', v: 99 },
      { ...coffee, _id: 'txn_0005', type: 'transfer' },
      { ...coffee, _id: 7 },
      'text',
      null,
      { _id: 'bud_0001', kind: 'budget', v: 1 },
      { ...coffee, _id: 'txn_0006', _deleted: true },
      { ...coffee, _id: 'txn_0007', payee: 'pay_gone', category: 'cat_gone' },
    ]
    const text = JSON.stringify({ format: 'ourmoney', version: 1, docs })
    const poisoned = text.replace(
      '"docs":[',
      `"docs":[{"__proto__":{"minor":1},"_id":"txn_0008","kind":"transaction","v":1},`,
    )
    const { rows, issues } = await look(ledger, new Blob([poisoned]))
    expect(rows.map(({ row }) => row)).toEqual([2, 12])
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [1, 'not-a-record'],
      [3, 'not-a-record'],
      [4, 'not-a-record'],
      [5, 'made-by-newer'],
      [6, 'not-a-record'],
      [7, 'not-a-record'],
      [8, 'not-a-record'],
      [9, 'not-a-record'],
    ])
    expect({}).not.toHaveProperty('minor')
  }))

test.each([undefined, 'seven dry lemons'])(
  'a backup with the password %s is told as one',
  password =>
    using(async ({ ledger }) => {
      const backup = await ledger.backUp(password, () => {}, never)
      const file = backup?.blob ?? new Blob()
      const looked = await ledger.lookAtStatement(file, 'b.csv', {}, {}, never)
      expect(looked).toMatchObject({
        ok: false,
        failure: { code: 'is-backup' },
      })
      const rescue = await ledger.rescue('everything', () => {}, never)
      const other = await ledger.lookAtStatement(
        rescue?.blob ?? new Blob(),
        'r.json',
        {},
        {},
        never,
      )
      expect(other).toMatchObject({ ok: false, failure: { code: 'is-backup' } })
    }),
)
