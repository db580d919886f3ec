import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { batchesOf, tableWords } from '../../../contract/a-table.ts'
import { aLine } from '../../files-out/a-statement.ts'
import { collect } from '../../files-out/collect.ts'
import type { TableRow } from '../../files-out/table-rows.ts'
import { writeCsv } from '../../files-out/write-csv.ts'
import { writeXlsx } from '../../files-out/write-xlsx.ts'
import { readWhole, withoutRaw } from '../read-whole.ts'

const currency = fc.constantFrom('EUR', 'JPY', 'KWD')
const minor = fc.integer({ min: -999_999_999, max: 999_999_999 })
const account = fc.constantFrom('Bank', 'Purse')
const name = aLine(20).map(text => `n${text}`)

/** As people have them; whatever a spreadsheet would take for a formula among them. */
const row: fc.Arbitrary<TableRow> = fc.record({
  id: fc.stringMatching(/^txn_[0-9a-f]{32}$/),
  date: fc.integer({ min: 10_000, max: 30_000 }).map(fromDayNumber),
  type: fc.constantFrom('expense', 'income', 'transfer'),
  description: fc.oneof(
    aLine(40),
    aLine(40).map(text => `=${text}`),
    aLine(40).map(text => `'+${text}`),
  ),
  minor,
  currency,
  account,
  arrival: fc.option(
    fc.record({ account: fc.constant('Savings'), minor, currency }),
    { nil: undefined },
  ),
  category: fc.constantFrom('', 'Home:Rent', 'Food'),
  payee: fc.oneof(fc.constant(''), name),
  member: fc.constantFrom('', 'Ana', 'Rui'),
  tags: fc.constantFrom([], ['one'], ['one', 'two']),
  notes: fc.oneof(fc.constant(''), name),
  partNotes: fc.constant(''),
})
/** What comes back of an expense comes in. */
const table = fc.uniqueArray(
  row.map(each => ({
    ...each,
    minor: each.type === 'transfer' ? -Math.abs(each.minor) + 0 : each.minor,
  })),
  { minLength: 1, maxLength: 12, selector: each => each.id },
)

test('I11 a table of ours in CSV is read as it went out', async () => {
  const choices = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    decimalMark: fc.constantFrom('.' as const, ',' as const),
    withBom: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(table, choices, async (rows, csv) => {
      const text = writeCsv(batchesOf(rows), tableWords, csv)
      const file = await collect(text, 'text/csv')
      const read = await readWhole(file, {
        choices: { dateOrder: 'ymd', decimalMark: csv.decimalMark },
      })
      expect(withoutRaw(read.rows)).toEqual(rows.map(asRead))
    }),
    { numRuns: 60 },
  )
})

test('I11 a workbook of ours is read as it went out', async () => {
  await fc.assert(
    fc.asyncProperty(table, async rows => {
      const file = await writeXlsx(batchesOf(rows), tableWords)
      const read = await readWhole(file)
      expect(withoutRaw(read.rows)).toEqual(rows.map(asRead))
    }),
    { numRuns: 30 },
  )
})

test('of a split transaction each part is known as one', async () => {
  const part: TableRow = {
    id: 'txn_01jd3zq2m8r4x7',
    date: '2026-11-22',
    type: 'expense',
    description: 'Market',
    minor: -250,
    currency: 'EUR',
    account: 'Bank',
    arrival: undefined,
    category: 'Food',
    payee: '',
    member: '',
    tags: [],
    notes: '',
    partNotes: '',
  }
  const rows = [part, part, { ...part, minor: 100 }]
  const file = await collect(
    writeCsv(batchesOf(rows), tableWords, {
      delimiter: ',',
      decimalMark: '.',
      withBom: false,
    }),
    'text/csv',
  )
  const read = await readWhole(file)
  expect(read.rows.map(({ bankId, minor }) => [bankId, minor])).toEqual([
    [part.id, -250],
    [`${part.id} #2`, -250],
    [part.id, 100],
  ])
})

function asRead(each: TableRow, index: number): Record<string, unknown> {
  const { payee, notes, category, member, tags, arrival } = each
  return {
    row: index + 2,
    date: each.date,
    minor: each.minor,
    currency: each.currency,
    description: each.description,
    account: each.account,
    bankId: each.id,
    ...(payee !== '' && { payee }),
    ...(notes !== '' && { notes }),
    ...(category !== '' && { category }),
    ...(member !== '' && { member }),
    ...(tags.length > 0 && { tags }),
    ...(arrival !== undefined && { transferTo: arrival.account }),
  }
}
