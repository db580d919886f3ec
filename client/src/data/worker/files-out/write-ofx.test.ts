import fc from 'fast-check'
import { parseSync } from 'ofx-js'
import { expect, test } from 'vitest'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { lookAt, readThrough, withoutRaw } from '../statements/a-source.ts'
import { ofxReader } from '../statements/ofx/ofx-reader.ts'
import { aMovement, aStatement, textOf } from './a-statement.ts'
import type { OutStatement } from './out-statement.ts'
import { writeOfx } from './write-ofx.ts'

const at = new Date('2026-11-26T19:00:00Z')

const household: readonly OutStatement[] = [
  {
    account: {
      key: 'PT50-1',
      name: 'Day to day',
      type: 'bank',
      currency: 'EUR',
    },
    from: '2026-01-05',
    until: '2026-01-06',
    rows: [
      {
        id: 't1',
        date: '2026-01-05',
        minor: -1234,
        currency: 'EUR',
        description: 'Bread & <butter> for a very long week',
        category: 'Food:Home',
        notes: 'two\nlines',
      },
      {
        id: 't2',
        date: '2026-01-06',
        minor: 150,
        currency: 'JPY',
        description: 'Given back',
        payee: 'Ana',
      },
    ],
    closing: { minor: 100, date: '2026-01-31' },
  },
  {
    account: { key: '4111', name: 'Card', type: 'card', currency: 'EUR' },
    from: '2026-01-07',
    until: '2026-01-07',
    rows: [
      {
        id: 't3',
        date: '2026-01-07',
        minor: 5000,
        currency: 'EUR',
        description: 'Card paid',
        transferTo: 'PT50-1',
      },
    ],
  },
]

test('I11 what was written is read back in full', async () => {
  const text = await textOf(writeOfx(household, at))
  expect(ofxReader.isOne(text)).toBe(true)
  const { rows, issues } = await readThrough(ofxReader, text)
  expect(issues).toEqual([])
  expect(withoutRaw(rows)).toEqual([
    {
      row: 1,
      date: '2026-01-05',
      minor: -1234,
      currency: 'EUR',
      description: 'Bread & <butter> for a very long week',
      category: 'Food:Home',
      notes: 'two\nlines',
      bankId: 't1',
      account: 'PT50-1',
    },
    {
      row: 2,
      date: '2026-01-06',
      minor: 150,
      currency: 'JPY',
      description: 'Given back',
      payee: 'Ana',
      bankId: 't2',
      account: 'PT50-1',
    },
    {
      row: 3,
      date: '2026-01-07',
      minor: 5000,
      currency: 'EUR',
      description: 'Card paid',
      bankId: 't3',
      account: '4111',
      transferTo: 'PT50-1',
    },
  ])
  const { accounts } = await lookAt(ofxReader, text)
  expect(accounts[0]?.closing).toEqual({ minor: 100, date: '2026-01-31' })
})

test('another reader of OFX finds the same in it', async () => {
  const text = await textOf(writeOfx(household, at))
  const { OFX: ofx } = parseSync(text)
  const bank = ofx['BANKMSGSRSV1'].STMTTRNRS.STMTRS
  const card = ofx['CREDITCARDMSGSRSV1'].CCSTMTTRNRS.CCSTMTRS
  expect(bank.BANKACCTFROM).toMatchObject({
    ACCTID: 'PT50-1',
    ACCTTYPE: 'CHECKING',
  })
  expect(bank.LEDGERBAL).toEqual({ BALAMT: '1.00', DTASOF: '20260131' })
  expect(bank.BANKTRANLIST.STMTTRN).toMatchObject([
    {
      TRNTYPE: 'DEBIT',
      DTPOSTED: '20260105',
      TRNAMT: '-12.34',
      FITID: 't1',
      NAME: 'Bread & <butter> for a very long',
      EXTDNAME: 'Bread & <butter> for a very long week',
    },
    {
      TRNTYPE: 'CREDIT',
      TRNAMT: '150',
      NAME: 'Ana',
      MEMO: 'Given back',
      CURRENCY: { CURSYM: 'JPY' },
    },
  ])
  expect(card.BANKTRANLIST.STMTTRN).toMatchObject({
    TRNTYPE: 'XFER',
    TRNAMT: '50.00',
    BANKACCTTO: { ACCTID: 'PT50-1' },
  })
})

test('another reader finds every movement, whatever is written', async () => {
  const only = aMovement({ transferTo: fc.constant(undefined) })
  await fc.assert(
    fc.asyncProperty(aStatement(only), async statement => {
      const { OFX: ofx } = parseSync(await textOf(writeOfx([statement], at)))
      const list =
        ofx['CREDITCARDMSGSRSV1']?.CCSTMTTRNRS.CCSTMTRS.BANKTRANLIST ??
        ofx['BANKMSGSRSV1'].STMTTRNRS.STMTRS.BANKTRANLIST
      const found: readonly Readonly<Record<string, unknown>>[] = [
        list.STMTTRN ?? [],
      ].flat()
      expect(
        found.map(({ FITID, TRNAMT, DTPOSTED }) => [FITID, TRNAMT, DTPOSTED]),
      ).toEqual(
        statement.rows.map(({ id, minor, currency, date }) => [
          id,
          decimalText(minor, currency),
          date.replaceAll('-', ''),
        ]),
      )
    }),
  )
})

test('I11 out and in again is the same, whatever is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(aStatement(aMovement({})), {
        minLength: 1,
        maxLength: 3,
        selector: ({ account }) => account.key,
      }),
      async statements => {
        const text = await textOf(writeOfx(statements, at))
        const read = await readThrough(ofxReader, text)
        expect(read.failure).toBeUndefined()
        expect(read.issues).toEqual([])
        expect(withoutRaw(read.rows)).toEqual(
          statements
            .flatMap(({ account, rows }) =>
              rows.map(({ id, ...row }) => ({
                ...row,
                bankId: id,
                account: account.key,
              })),
            )
            .map((row, index) => ({ ...row, row: index + 1 })),
        )
      },
    ),
    { numRuns: 200 },
  )
})
