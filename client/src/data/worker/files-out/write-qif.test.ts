import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOrders } from '@ourmoney/shared/statement/statement.ts'
import { readThrough, withoutRaw } from '../statements/a-source.ts'
import { qifReader } from '../statements/qif/qif-reader.ts'
import { aLine, aMovement, aStatement, textOf } from './a-statement.ts'
import type { OutMovement, OutStatement } from './out-statement.ts'
import { writeQif } from './write-qif.ts'

const account = {
  key: 'k',
  name: 'Day to day',
  type: 'bank',
  currency: 'EUR',
} as const

test('writes what other programs read', async () => {
  const statement: OutStatement = {
    account,
    from: '2026-01-05',
    until: '2026-01-06',
    rows: [
      {
        id: 't1',
        date: '2026-01-31',
        minor: -450,
        currency: 'EUR',
        description: 'Tea',
        payee: 'Ana',
        category: 'Food',
        notes: 'two\nlines',
      },
      {
        id: 't2',
        date: '2026-01-31',
        minor: -450,
        currency: 'EUR',
        description: 'Shop',
        parts: [
          { minor: -300, category: 'Food', notes: 'Cake' },
          { minor: -150 },
        ],
      },
      {
        id: 't3',
        date: '2026-01-31',
        minor: -450,
        currency: 'EUR',
        description: 'Saved',
        transferTo: 'Savings',
      },
    ],
  }
  expect(await textOf(writeQif([statement], 'mdy'))).toBe(
    '!Account\nNDay to day\nTBank\n^\n!Type:Bank\n' +
      'D01/31/2026\nT-4.50\nPAna\nMTea\nLFood\nAtwo\nAlines\n^\n' +
      'D01/31/2026\nT-4.50\nPShop\nSFood\nECake\n$-3.00\nS\n$-1.50\n^\n' +
      'D01/31/2026\nT-4.50\nPSaved\nL[Savings]\n^\n',
  )
})

const name = aLine(30).filter(text => !/^\[|^-+split/i.test(text))
const part = fc.record({
  minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  category: fc.option(name, { nil: undefined }),
  notes: fc.option(name, { nil: undefined }),
})

/** As the format can tell it: split, moved or neither. */
const movement = fc.oneof(
  aMovement({
    category: fc.option(name, { nil: undefined }),
    transferTo: fc.constant(undefined),
  }),
  aMovement({ category: fc.constant(undefined), transferTo: name }),
  fc
    .tuple(
      aMovement({
        category: fc.constant(undefined),
        transferTo: fc.constant(undefined),
      }),
      fc.array(part, { minLength: 2, maxLength: 4 }),
    )
    .map(([whole, parts]): OutMovement => ({
      ...whole,
      minor: parts.reduce((sum, { minor }) => sum + minor, 0),
      parts,
    })),
)

test('I11 out and in again is the same, whatever is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      aStatement(movement),
      fc.constantFrom(...dateOrders),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      async ({ account, ...statement }, dateOrder, currency) => {
        const rows = statement.rows.map(row => ({
          ...row,
          currency,
          ...(row.transferTo === account.name && { transferTo: 'Other' }),
        }))
        const text = await textOf(
          writeQif([{ ...statement, account, rows }], dateOrder),
        )
        const read = await readThrough(qifReader, text, { dateOrder, currency })
        expect(read).toMatchObject({ issues: [], pending: 0 })
        expect(
          withoutRaw(read.rows).map(row => ({ ...row, row: undefined })),
        ).toEqual(
          rows.map(row => ({ ...row, id: undefined, account: account.name })),
        )
      },
    ),
    { numRuns: 200 },
  )
})
