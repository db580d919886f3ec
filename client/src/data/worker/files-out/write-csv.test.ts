import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import type { CsvChoices } from '../../files.ts'
import { aTableRow, batchesOf, tableWords } from '../../contract/a-table.ts'
import { collect } from './collect.ts'
import { asItWas } from '@ourmoney/shared/statement/harmless.ts'
import type { TableRow } from './table-rows.ts'
import { writeCsv } from './write-csv.ts'

const plain: CsvChoices = {
  delimiter: ',',
  decimalMark: '.',
  withBom: false,
}

const choices = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  decimalMark: fc.constantFrom('.', ','),
  withBom: fc.boolean(),
})

async function bytesOf(rows: readonly TableRow[], csv = plain) {
  const blob = await collect(
    writeCsv(batchesOf(rows), tableWords, csv),
    'text/csv',
  )
  return new Uint8Array(await blob.arrayBuffer())
}

/** Cells by the heads of their columns. */
function read(bytes: Uint8Array, { delimiter }: CsvChoices) {
  const text = new TextDecoder().decode(bytes)
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\r\n',
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  const [heads = [], ...rows] = data
  return rows.map(
    row =>
      new Map(heads.map((head, at) => [head, asItWas(row[at] ?? '')] as const)),
  )
}

test('I11 every cell reads back as it went out, with any delimiter and mark', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aTableRow), choices, async (rows, csv) => {
      const found = read(await bytesOf(rows, csv), csv)
      const number = (minor: number, currency: string) =>
        decimalText(minor, currency).replace('.', csv.decimalMark)
      expect(found.map(row => [...row.values()])).toEqual(
        rows.map(row => [
          row.date,
          tableWords.types[row.type],
          row.description,
          number(row.minor, row.currency),
          row.currency,
          row.account,
          row.arrival?.account ?? '',
          row.arrival ? number(row.arrival.minor, row.arrival.currency) : '',
          row.arrival?.currency ?? '',
          row.category,
          row.payee,
          row.member,
          row.tags.join(', '),
          row.notes,
          row.partNotes,
          row.id,
        ]),
      )
    }),
  )
})

test('I1 negative amounts stay numbers beside texts that would be formulas', async () => {
  const [row] = fc.sample(aTableRow, { numRuns: 1, seed: 1 })
  if (row === undefined) throw new Error('No row')
  const hostile = {
    ...row,
    description: "=cmd|' /C calc'!A0",
    minor: -4210,
    currency: 'EUR',
    payee: '-42.10',
  }
  const text = new TextDecoder().decode(await bytesOf([hostile]))
  expect(text).toContain(`'=cmd|' /C calc'!A0,-42.10,EUR`)
  expect(text).toContain("'-42.10")
})

test('begins with the mark of UTF-8 only when it was asked for, and ends its lines as RFC 4180 says', async () => {
  const mark = [0xef, 0xbb, 0xbf]
  const marked = await bytesOf([], { ...plain, withBom: true })
  expect([...marked.subarray(0, 3)]).toEqual(mark)
  const bare = await bytesOf([])
  expect([...bare.subarray(0, 3)]).not.toEqual(mark)
  expect([...bare.subarray(-2)]).toEqual([13, 10])
})
