import fc from 'fast-check'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { TableWords } from '../files.ts'
import type { TableRow } from '../worker/files-out/table-rows.ts'

/** Heads of a table, for tests. */
export const tableWords: TableWords = {
  columns: {
    date: 'Date',
    type: 'Type',
    description: 'Description',
    amount: 'Amount',
    currency: 'Currency',
    account: 'Account',
    toAccount: 'To account',
    toAmount: 'Amount received',
    toCurrency: 'Currency received',
    category: 'Category',
    payee: 'Payee',
    member: 'Member',
    tags: 'Tags',
    notes: 'Notes',
    partNotes: 'Notes of the part',
    id: 'Id',
  },
  types: { expense: 'Expense', income: 'Income', transfer: 'Transfer' },
  transactions: 'Transactions',
  totals: 'Totals',
  income: 'Income',
  spent: 'Spent',
  count: 'Entries',
  all: 'Everything',
}

/** What tables, sheets and spreadsheets may stumble over. */
const sharp: readonly string[] = [
  ...'=-@+\'" ,;\t\r\n_<&>'.split(''),
  '_x0041_',
  '\u0000',
  '\u202E',
  '🍞',
]

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(...sharp),
    maxLength: 12,
  }),
)
const amount = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 })
const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF')

export const aTableRow: fc.Arbitrary<TableRow> = fc.record({
  id: fc.uuid(),
  date: fc.integer({ min: -25_000, max: 80_000 }).map(fromDayNumber),
  type: fc.constantFrom('expense', 'income', 'transfer'),
  description: text,
  minor: amount,
  currency,
  account: text,
  arrival: fc.option(fc.record({ account: text, minor: amount, currency }), {
    nil: undefined,
  }),
  category: text,
  payee: text,
  member: text,
  tags: fc.array(text, { maxLength: 2 }),
  notes: text,
  partNotes: text,
})

export async function* batchesOf(rows: readonly TableRow[], size = 3) {
  for (let at = 0; at < rows.length; at += size) {
    yield rows.slice(at, at + size)
  }
}
