import { expect, test } from 'vitest'
import { lookAt, readThrough, withoutRaw } from '../a-source.ts'
import { qifReader } from './qif-reader.ts'

const euro = { currency: 'EUR' }
const tea = {
  ...euro,
  row: 2,
  date: '2026-01-31',
  minor: -450,
  description: 'Tea',
}

test.each([
  ['a bank', '!Type:Bank\nD01/31/2026\nT-4.50\nPTea\n^\n', [tea]],
  [
    'small letters, blank lines, other ends of lines',
    '!type:CCard \r\n\r\nD31.01.2026\r\nT-4,50\r\nPTea\r\n^\r\n',
    [{ ...tea, row: 3 }],
  ],
  [
    'the amount twice, a payee and a memo, an address, a number',
    '!Type:Cash\nD31/01/2026\nU-1,234.50\nT-1,234.50\nN17\nPAna\nMTea\nARua 1\nAPorto\nCX\n^\n',
    [{ ...tea, minor: -123450, payee: 'Ana', notes: 'Rua 1\nPorto' }],
  ],
  [
    'a year behind an apostrophe, with blanks',
    "!Type:Bank\nD1/ 1'00\nT1\nPA\n^\nD12/31/99\nT2\nPB\n^\nD6/ 3' 5\nT3\nPC\n^\n",
    [
      { ...euro, row: 2, date: '2000-01-01', minor: 100, description: 'A' },
      { ...euro, row: 6, date: '1999-12-31', minor: 200, description: 'B' },
      { ...euro, row: 10, date: '2005-06-03', minor: 300, description: 'C' },
    ],
  ],
  [
    'categories, and a transfer',
    '!Type:Bank\nD01/31/2026\nT-4.50\nPTea\nLFood:Out\n^\nD01/31/2026\nT-5\nPSaved\nL[Savings]\n^\n',
    [
      { ...tea, category: 'Food:Out' },
      {
        ...euro,
        row: 7,
        date: '2026-01-31',
        minor: -500,
        description: 'Saved',
        transferTo: 'Savings',
      },
    ],
  ],
  [
    'parts',
    '!Type:Bank\nD01/31/2026\nT-4.50\nPTea\nL--Split--\nSFood\nECake\n$-3.00\nSGifts\n$-1.50\n^\n',
    [
      {
        ...tea,
        parts: [
          { minor: -300, category: 'Food', notes: 'Cake' },
          { minor: -150, category: 'Gifts' },
        ],
      },
    ],
  ],
  [
    'a part that is a transfer as a row of its own',
    '!Type:Bank\nD01/31/2026\nT-4.50\nPTea\nS[Savings]\nELater\n$-3.00\nSFood\n$-1.50\n^\n',
    [
      { ...tea, minor: -150, category: 'Food' },
      { ...tea, row: 5, minor: -300, notes: 'Later', transferTo: 'Savings' },
    ],
  ],
  [
    'categories and prices passed over',
    '!Type:Cat\nNFood\nDWhat we eat\nE\n^\n!Type:Prices\n"X",1.5,"1/1/26"\n^\n!Type:Bank\nD01/31/2026\nT-4.50\nPTea\n^\n',
    [{ ...tea, row: 10 }],
  ],
] as const)('reads %s', async (_, text, expected) => {
  expect(qifReader.isOne(text)).toBe(true)
  const read = await readThrough(qifReader, text)
  expect(read).toMatchObject({ issues: [], pending: 0 })
  expect(withoutRaw(read.rows)).toEqual(expected)
})

test('moves from account to account, and tells what was in one before', async () => {
  const text =
    '!Option:AutoSwitch\n!Account\nNUnused\nTBank\n^\n!Clear:AutoSwitch\n' +
    '!Account\nNChecking\nTBank\n$12.00\n/2/1/2026\n^\n!Type:Bank\n' +
    'D01/01/2026\nT100.00\nPOpening Balance\nL[Checking]\n^\nD01/31/2026\nT-4.50\nPTea\n^\n' +
    '!Account\nNCard\nTCCard\n^\n!Type:CCard\nD01/31/2026\nT-9\nPBook\n^\n'
  const look = await lookAt(qifReader, text)
  expect(look.accounts).toEqual([
    { key: 'Unused', name: 'Unused' },
    {
      key: 'Checking',
      name: 'Checking',
      opening: { minor: 10000, date: '2026-01-01' },
      closing: { minor: 1200, date: '2026-02-01' },
    },
    { key: 'Card', name: 'Card' },
  ])
  expect(
    look.rows.map(row => [row.row, row.account, row.description, row.minor]),
  ).toEqual([
    [19, 'Checking', 'Tea', -450],
    [28, 'Card', 'Book', -900],
  ])
  expect(look.choices).toMatchObject({ dateOrder: 'mdy', decimalMark: '.' })
})

test('a first record of an opening balance names the account', async () => {
  const text =
    '!Type:Bank\nD1/1/2026\nT100.00\nPOpening Balance\nL[Joint]\n^\nD1/31/2026\nT-4.50\nPTea\n^\n'
  const look = await lookAt(qifReader, text)
  expect(look.accounts).toEqual([
    {
      key: 'Joint',
      name: 'Joint',
      opening: { minor: 10000, date: '2026-01-01' },
    },
  ])
  expect(look.rows.map(row => row.account)).toEqual(['Joint'])
})

test.each([
  ['ymd', ['2026-01-02', '2026-02-01'], ['2026-01-02', '2026-02-01']],
  ['dmy', ['02/01/2026', '31/01/2026'], ['2026-01-02', '2026-01-31']],
  ['mdy', ['01/02/2026', '01/31/2026'], ['2026-01-02', '2026-01-31']],
  // What could be both ways is told by the order of the rows, or by the usual.
  [
    'dmy',
    ['01/02/2026', '02/02/2026', '01/03/2026'],
    ['2026-02-01', '2026-02-02', '2026-03-01'],
  ],
  ['dmy', ['01.02.26', '02.02.26'], ['2026-02-01', '2026-02-02']],
  ['mdy', ['01/02/26', '02/02/26'], ['2026-01-02', '2026-02-02']],
] as const)(
  'finds the order %s over the whole of %j',
  async (order, dates, days) => {
    const text = `!Type:Bank\n${dates.map(date => `D${date}\nT1\nPA\n^\n`).join('')}`
    const look = await lookAt(qifReader, text)
    expect(look.choices.dateOrder).toBe(order)
    expect(look.rows.map(row => row.date)).toEqual(days)
  },
)

test('a chosen order and mark are followed', async () => {
  const text = '!Type:Bank\nD01/02/2026\nT1.500\nPA\n^\n'
  const { rows } = await readThrough(qifReader, text, {
    dateOrder: 'dmy',
    decimalMark: ',',
    currency: 'JPY',
  })
  expect(rows).toMatchObject([
    { date: '2026-02-01', minor: 1500, currency: 'JPY' },
  ])
})

test('one bad record does not stop the file, and is told by its line', async () => {
  const text =
    '!Type:Bank\nDsoon\nT1\n^\nD01/31/2026\nTa lot\n^\nD01/31/2026\nPX\n^\n' +
    'D01/31/2026\nT5\nSA\n$2\nSB\n$2\n^\nD01/31/2026\nT-4.50\nPTea\n^\n' +
    '!Type:Invst\nD01/31/2026\nNBuy\nYShares\n^\n!Type:Bank\nD01/31/2026\nT3.0'
  const { rows, issues } = await readThrough(qifReader, text)
  expect(rows.map(({ row }) => row)).toEqual([18])
  expect(issues.map(({ row, code, found }) => [row, code, found])).toEqual([
    [2, 'not-a-date', 'soon'],
    [5, 'not-an-amount', 'a lot'],
    [8, 'no-amount', ''],
    [11, 'parts-do-not-sum', '5'],
    [23, 'not-a-record', 'D01/31/2026\nNBuy\nYShares'],
    [28, 'cut-short', 'D01/31/2026\nT3.0'],
  ])
})

test('keeps all that is said of a part, and tells of more parts than are kept', async () => {
  const long = 'n'.repeat(600)
  const start = '!Type:Bank\nD01/31/2026\nPTea\n'
  const one = `${start}T-4.50\nSFood\nE${long}\n$-3.00\nSGifts\n$-1.50\n^\n`
  const { rows } = await readThrough(qifReader, one)
  expect(rows[0]?.notes).toBe(long)
  expect(rows[0]?.parts).toMatchObject([
    { category: 'Food', notes: long.slice(0, 500) },
    { category: 'Gifts' },
  ])
  const parts = 'SFood\n$-1.00\n'.repeat(101)
  const many = await readThrough(qifReader, `${start}T-101\n${parts}^\n`)
  expect(many.issues).toMatchObject([{ row: 2, code: 'too-long' }])
})
