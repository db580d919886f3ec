import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { WorkProgress } from '../changes.ts'
import type { ExportAsk } from '../files.ts'
import type { Ledger } from '../ledger.ts'
import { tableWords } from './a-table.ts'
import {
  aTransaction,
  answerWhen,
  create,
  everything,
  inDollars,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** What goes out as a table says of itself what the ledger says of it. */
export function exportsContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('exports', () => {
    test('I11 rows sum to the totals of the filter, parts of split ones each by themselves', () =>
      using(async ledger => {
        const food = await named(ledger, 'category', 'Food')
        const home = await named(ledger, 'category', 'Home')
        const purse = await named(ledger, 'account', 'Purse')
        const bank = await named(ledger, 'account', 'Bank')
        await create(
          ledger,
          aTransaction({ minor: 1001, category: food }),
          aTransaction({ minor: -250, category: home }),
          inDollars({ minor: 777 }),
          aTransaction({ type: 'income', minor: 5000, notes: 'Bonus;=1' }),
          aTransaction({
            description: 'Market',
            minor: 999,
            notes: 'With Rui',
            splits: [
              { minor: 333, category: food, note: 'Fish' },
              { minor: 666, category: home },
            ],
          }),
          aTransaction({
            type: 'transfer',
            minor: 40,
            account: purse,
            toAccount: bank,
          }),
        )
        await answerWhen(ledger, everything, a => a.count === 6)
        for (const filter of [{}, { categories: [food] }, { text: 'rui' }]) {
          const { totals } = await answerWhen(
            ledger,
            { ...everything, filter },
            a => a.count > 0,
          )
          expect(sumsOf(await csvOf(ledger, filter))).toEqual(
            totals
              .map(({ currency, incomeMinor, expenseMinor }) => ({
                currency,
                incomeMinor,
                expenseMinor,
              }))
              .sort((a, b) => a.currency.localeCompare(b.currency)),
          )
        }
        const rows = await csvOf(ledger, { text: 'market' })
        expect(rows).toMatchObject([
          { Amount: '-3.33', 'Notes of the part': 'Fish', Notes: 'With Rui' },
          { Amount: '-6.66', Category: 'Home' },
        ])
        expect(new Set(rows.map(({ Id }) => Id)).size).toBe(1)
        const [moved] = await csvOf(ledger, { types: ['transfer'] })
        expect(moved).toMatchObject({
          Type: 'Transfer',
          Amount: '-0.40',
          Account: 'Purse',
          'To account': 'Bank',
          'Amount received': '0.40',
        })
        const [bonus] = await csvOf(ledger, { types: ['income'] })
        expect(bonus).toMatchObject({ Notes: "Bonus;'=1" })
      }))

    test('a workbook comes of the same rows', () =>
      using(async ledger => {
        await create(ledger, aTransaction())
        await answerWhen(ledger, everything, a => a.count === 1)
        const { signal } = new AbortController()
        const told: WorkProgress[] = []
        const book = await ledger.exportFile(
          { format: 'xlsx', filter: {}, words: tableWords },
          progress => told.push(progress),
          signal,
        )
        expect(await book?.blob.slice(0, 2).text()).toBe('PK')
        expect(book?.isPartial).toBe(false)
        expect(told.at(-1)).toMatchObject({ done: 1, all: 1 })
      }))

    test('I11 statements of accounts have each movement once for each account, whole and in order', () =>
      using(async ledger => {
        const food = await named(ledger, 'category', 'Food')
        const purse = await named(ledger, 'account', 'Purse')
        const bank = await named(ledger, 'account', 'Bank')
        await create(
          ledger,
          aTransaction({ minor: 500, account: purse, category: food }),
          aTransaction({
            description: 'Market',
            date: '2026-11-20',
            minor: 999,
            account: purse,
            splits: [
              { minor: 333, category: food, note: 'Fish' },
              { minor: 666 },
            ],
          }),
          aTransaction({
            type: 'transfer',
            description: 'Savings',
            date: '2026-11-21',
            minor: 40,
            account: purse,
            toAccount: bank,
          }),
          inDollars({ description: 'Taxi' }),
        )
        await answerWhen(ledger, everything, a => a.count === 4)
        const ofx = await textOf(ledger, askFor('ofx', {}))
        expect([...ofx.matchAll(/<TRNAMT>([^<]*)/g)].map(([, n]) => n)).toEqual(
          expect.arrayContaining(['-9.99', '-0.40', '-5.00', '0.40', '-10.00']),
        )
        expect(ofx).toMatch(/<BALAMT>-15.39</)
        expect(ofx.indexOf('-9.99')).toBeLessThan(ofx.indexOf('-5.00'))
        const some = await textOf(ledger, askFor('ofx', { categories: [food] }))
        expect(some).toContain('-9.99')
        expect(some).not.toContain('BALAMT')
        const qif = await textOf(ledger, askFor('qif', {}))
        expect(qif).toContain('SFood\nEFish\n$-3.33\nS\n$-6.66\n')
        expect(qif).toContain('L[Bank]')
        expect(qif).toContain('L[Purse]')
        expect(qif).toContain('NNo account USD')
      }))

    test('JSON has the docs of what the filter matches', () =>
      using(async ledger => {
        await create(
          ledger,
          aTransaction(),
          aTransaction({ description: 'Rent' }),
        )
        await answerWhen(ledger, everything, a => a.count === 2)
        const file = await ledger.exportFile(
          { format: 'json', filter: { text: 'rent' } },
          () => {},
          new AbortController().signal,
        )
        const { format, docs } = JSON.parse(
          (await file?.blob.text()) ?? '',
        ) as {
          format: string
          docs: { kind: string; description?: string }[]
        }
        expect(format).toBe('ourmoney')
        expect(docs.map(doc => doc.description ?? doc.kind)).toEqual([
          'ledger',
          'Rent',
        ])
      }))

    test.each(['csv', 'xlsx', 'ofx', 'qif', 'json'] as const)(
      'an export as %s can be stopped',
      format =>
        using(async ledger => {
          await create(ledger, aTransaction())
          await answerWhen(ledger, everything, a => a.count === 1)
          const stop = new AbortController()
          stop.abort()
          const file = ledger.exportFile(
            askFor(format, {}),
            () => {},
            stop.signal,
          )
          expect(await file).toBeUndefined()
        }),
    )
  })
}

async function named(
  ledger: Ledger,
  kind: 'category' | 'account',
  name: string,
): Promise<string> {
  const { ids } = await create(
    ledger,
    kind === 'category'
      ? { kind, name, type: 'expense' }
      : { kind, name, type: 'cash', currency: 'EUR' },
  )
  return ids[0] ?? ''
}

function askFor(
  format: ExportAsk['format'],
  filter: TransactionFilter,
): ExportAsk {
  const noAccount = 'No account'
  if (format === 'json') return { format, filter }
  if (format === 'ofx') return { format, filter, noAccount }
  if (format === 'qif') return { format, filter, noAccount, dateOrder: 'ymd' }
  if (format === 'xlsx') return { format, filter, words: tableWords }
  return {
    format: 'csv',
    filter,
    words: tableWords,
    csv: { delimiter: ',', decimalMark: '.', withBom: false },
  }
}

type Row = Readonly<Record<string, string>>

async function textOf(ledger: Ledger, ask: ExportAsk): Promise<string> {
  const { signal } = new AbortController()
  const file = await ledger.exportFile(ask, () => {}, signal)
  return (await file?.blob.text()) ?? ''
}

async function csvOf(
  ledger: Ledger,
  filter: TransactionFilter,
): Promise<readonly Row[]> {
  const text = await textOf(ledger, askFor('csv', filter))
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data
}

function sumsOf(rows: readonly Row[]) {
  const currencies = [...new Set(rows.map(row => row['Currency'] ?? ''))]
  const sum = (currency: string, type: string) =>
    rows
      .filter(row => row['Currency'] === currency && row['Type'] === type)
      .reduce((all, row) => all + Math.round(Number(row['Amount']) * 100), 0)
  return currencies.sort().map(currency => ({
    currency,
    incomeMinor: sum(currency, 'Income'),
    expenseMinor: 0 - sum(currency, 'Expense'),
  }))
}
