import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { ReportTable } from './content.ts'
import { asCsv, asTabs, tableTextIn } from './table-text.ts'

const table: ReportTable = {
  caption: 'x',
  currency: 'EUR',
  columns: [
    { id: 'name', name: 'Name', kind: 'text' },
    { id: 'date', name: 'Date', kind: 'date' },
    { id: 'count', name: 'Times', kind: 'count' },
    { id: 'share', name: 'Share', kind: 'share' },
    { id: 'minor', name: 'From', kind: 'money', group: '80 % sure' },
    { id: 'change', name: 'Change', kind: 'change' },
  ],
  rows: [
    {
      id: '1',
      cells: ['Fish; "fresh"\tor not', '2026-11-22', 3, 1_234, 123_456, -5],
      children: [{ id: '1-1', cells: ['=1+1', undefined, 0, 0, 0, 0] }],
    },
  ],
  sum: { id: 'sum', cells: ['All', undefined, 3, 10_000, 123_456, -5] },
}
const english = tableTextIn('en-IE')
const portuguese = tableTextIn('pt-PT')

test('as a file: every row, those below too, in the numbers of the place, and nothing a spreadsheet would run', () => {
  const rows = (csv: string, delimiter: string) =>
    Papa.parse<string[]>(csv.replace('\uFEFF', ''), { delimiter }).data
  expect(rows(asCsv(table, english), ',')).toEqual([
    [
      'Name',
      'Date',
      'Times',
      'Share (%)',
      '80 % sure, From (EUR)',
      'Change (EUR)',
    ],
    ['Fish; "fresh"\tor not', '2026-11-22', '3', '12.34', '1234.56', '-0.05'],
    ["'=1+1", '', '0', '0.00', '0.00', '0.00'],
    ['All', '', '3', '100.00', '1234.56', '-0.05'],
    [''],
  ])
  const [, first] = rows(asCsv(table, portuguese), ';')
  expect(first?.slice(3)).toEqual(['12,34', '1234,56', '-0,05'])
})

test('for the clipboard: one line for each row, whatever is in its cells', () => {
  const lines = asTabs(table, english).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toBe(
    'Fish; "fresh" or not\t2026-11-22\t3\t12.34\t1234.56\t-0.05',
  )
})

test('rows in currencies of their own have as many decimals as those, and no currency stands above', () => {
  const mixed = {
    ...table,
    sum: undefined,
    rows: [
      { id: '1', cells: ['Yen', undefined, 1, 0, 1_500, 7], currency: 'JPY' },
      { id: '2', cells: ['Dinar', undefined, 1, 0, 1_500, 7], currency: 'KWD' },
    ],
  }
  const [head, yen, dinar] = asTabs(mixed, english)
    .split('\n')
    .map(line => line.split('\t').slice(4))
  expect(head).toEqual(['80 % sure, From', 'Change'])
  expect(yen).toEqual(['1500', '7'])
  expect(dinar).toEqual(['1.500', '0.007'])
})
