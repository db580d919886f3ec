import { expect, test } from 'vitest'
import { lookAt, readThrough, withoutRaw } from '../a-source.ts'
import { ofxReader } from './ofx-reader.ts'

const sgmlHeader =
  'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n'
const signOn =
  '<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260110<LANGUAGE>ENG<FI><ORG>Riverbank<FID>77</FI></SONRS></SIGNONMSGSRSV1>'

function bankFile(transactions: string, currency = 'EUR'): string {
  return (
    `${sgmlHeader}<OFX>${signOn}<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>${currency}` +
    '<BANKACCTFROM><BANKID>0007<ACCTID>55 66-77<ACCTTYPE>CHECKING</BANKACCTFROM>' +
    `<BANKTRANLIST><DTSTART>20260101<DTEND>20260131${transactions}</BANKTRANLIST>` +
    '<LEDGERBAL><BALAMT>100.50<DTASOF>20260131120000</LEDGERBAL>' +
    '<AVAILBAL><BALAMT>90.00<DTASOF>20260131120000</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>'
  )
}

function aTransaction(fields: string): string {
  return `<STMTTRN>${fields}</STMTTRN>`
}

const plain = '<TRNTYPE>DEBIT<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<MEMO>Bus'
const plainRow = {
  row: 1,
  date: '2026-01-05',
  minor: -100,
  currency: 'EUR',
  description: 'Bus',
  bankId: 'A1',
  account: '5566-77',
}

test.each([
  ['one line, unclosed tags', bankFile(aTransaction(plain)), plainRow],
  [
    'blank lines before the header',
    `\n\n\n\n${bankFile(aTransaction(plain))}`,
    plainRow,
  ],
  [
    'a line for each tag',
    bankFile(aTransaction(plain)).replaceAll('<', '\r\n<'),
    plainRow,
  ],
  [
    'closed and empty tags',
    bankFile(
      aTransaction(
        '<TRNTYPE>Debit</TRNTYPE><DTPOSTED>20260105</DTPOSTED><TRNAMT>-1.00</TRNAMT><FITID></FITID><NAME></NAME><CHECKNUM/><MEMO>Bus</MEMO>',
      ),
    ),
    { ...plainRow, bankId: undefined },
  ],
  [
    'a list whose transactions are not closed',
    bankFile(`<STMTTRN>${plain}`),
    plainRow,
  ],
  [
    'escaped twice, and a lone ampersand',
    bankFile(
      aTransaction(
        '<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<NAME>Q &amp;lt;POWER&amp;gt;<MEMO>B &amp; C & D &#233;',
      ),
    ),
    { ...plainRow, description: 'B & C & D é', payee: 'Q <POWER>' },
  ],
  [
    'a name of digits only',
    bankFile(
      aTransaction(
        '<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<NAME>000000000<MEMO>Water',
      ),
    ),
    { ...plainRow, description: 'Water' },
  ],
  [
    'a name alone',
    bankFile(
      aTransaction('<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<NAME>Bakery'),
    ),
    { ...plainRow, description: 'Bakery' },
  ],
  [
    'a payee with an address',
    bankFile(
      aTransaction(
        '<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<PAYEE><NAME>Bakery<ADDR1>Rua 1<CITY>Porto</PAYEE><MEMO>Bread',
      ),
    ),
    { ...plainRow, description: 'Bread', payee: 'Bakery' },
  ],
  [
    'a date with a time and a zone',
    bankFile(
      aTransaction(
        '<DTPOSTED>20260105235959.999[-5:EST]<TRNAMT>-1.00<FITID>A1<MEMO>Bus',
      ),
    ),
    plainRow,
  ],
  [
    'a transaction in another currency',
    bankFile(
      aTransaction(
        '<DTPOSTED>20260105<TRNAMT>-150<FITID>A1<MEMO>Bus<CURRENCY><CURRATE>160.1<CURSYM>JPY</CURRENCY>',
      ),
    ),
    { ...plainRow, minor: -150, currency: 'JPY' },
  ],
  [
    'an amount that was another currency before',
    bankFile(
      aTransaction(
        '<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<MEMO>Bus<ORIGCURRENCY><CURRATE>0.9<CURSYM>USD</ORIGCURRENCY>',
      ),
    ),
    plainRow,
  ],
  [
    'no currency of the account',
    bankFile(aTransaction(plain), ''),
    { ...plainRow, currency: 'EUR' },
  ],
  [
    'a decimal comma',
    bankFile(
      aTransaction('<DTPOSTED>20260105<TRNAMT>-1.234,50<FITID>A1<MEMO>Bus'),
    ).replace('100.50', '100,50'),
    { ...plainRow, minor: -123450 },
  ],
  [
    'a transfer',
    bankFile(
      aTransaction(
        '<TRNTYPE>XFER<DTPOSTED>20260105<TRNAMT>-1.00<FITID>A1<BANKACCTTO><BANKID>0007<ACCTID>99<ACCTTYPE>SAVINGS</BANKACCTTO><MEMO>Bus',
      ),
    ),
    { ...plainRow, transferTo: '99' },
  ],
] as const)('reads %s', async (_, text, expected) => {
  const read = await readThrough(ofxReader, text)
  expect(read).toMatchObject({ issues: [], pending: 0 })
  expect(read.failure).toBeUndefined()
  expect(withoutRaw(read.rows)).toEqual([expected])
})

test('reads a card in XML, and SGML under the header of XML', async () => {
  const header =
    '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="203"?>\n'
  const sgml =
    '<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>AUD\n<CCACCTFROM><ACCTID>4111</CCACCTFROM>\n' +
    '<BANKTRANLIST><STMTTRN><DTPOSTED>20260105000000\n<TRNAMT>-5.50\n<FITID>X\n<MEMO>Tea\n</STMTTRN></BANKTRANLIST>' +
    '</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>\n'
  const xml = sgml.replace(
    /<(CURDEF|ACCTID|DTPOSTED|TRNAMT|FITID|MEMO)>([^<\n]*)\n?/g,
    '<$1>$2</$1>',
  )
  for (const text of [header + sgml, header + xml]) {
    expect(ofxReader.isOne(text)).toBe(true)
    expect(withoutRaw((await readThrough(ofxReader, text)).rows)).toEqual([
      {
        row: 1,
        date: '2026-01-05',
        minor: -550,
        currency: 'AUD',
        description: 'Tea',
        bankId: 'X',
        account: '4111',
      },
    ])
  }
})

test('finds several accounts, the ledger balance and who made the file', async () => {
  const first = bankFile(aTransaction(plain)).replace('</OFX>', '')
  const second = bankFile(aTransaction(plain))
    .slice(sgmlHeader.length + '<OFX>'.length)
    .replace('55 66-77', '88')
    .replace('CHECKING', 'SAVINGS')
  const look = await lookAt(ofxReader, first + second)
  expect(look.accounts).toEqual([
    {
      key: '5566-77',
      name: '55 66-77',
      currency: 'EUR',
      closing: { minor: 10050, date: '2026-01-31' },
    },
    {
      key: '88 SAVINGS',
      name: '88',
      currency: 'EUR',
      closing: { minor: 10050, date: '2026-01-31' },
    },
  ])
  expect(look.rows.map(row => row.account)).toEqual(['5566-77', '88 SAVINGS'])
  expect(look.rows.map(row => row.bankId)).toEqual(['A1', 'A1'])
  expect(look.choices.decimalMark).toBe('.')
  expect(look.signature).toBe('ofx 0007 Riverbank')
})

test('keeps apart what a bank gives one id, and passes over ids that are none', async () => {
  const text = bankFile(
    ['A1', 'A1', 'A1', '0', 'NONREF']
      .map((id, index) =>
        aTransaction(
          `<DTPOSTED>20260105<TRNAMT>-${index < 2 ? 1 : 2}.00<FITID>${id}<MEMO>Bus`,
        ),
      )
      .join(''),
  )
  const { rows } = await readThrough(ofxReader, text)
  expect(rows.map(row => row.bankId)).toEqual([
    'A1',
    'A1 #2',
    'A1',
    undefined,
    undefined,
  ])
})

test('one bad transaction does not stop the file, and is told by its number', async () => {
  const text = bankFile(
    [
      plain,
      '<DTPOSTED>20261305<TRNAMT>1<FITID>B',
      '<DTPOSTED>20260105<TRNAMT>one<FITID>C',
      '<DTPOSTED>20260105<FITID>D',
      '<DTPOSTED>20260105<TRNAMT>1<CURRENCY><CURSYM>E1</CURRENCY>',
      `<DTPOSTED>20260105<TRNAMT>1<MEMO>${'x'.repeat(5_000)}`,
      '<DTPOSTED>20260105<TRNAMT>1.005<FITID>F',
      plain,
    ]
      .map(aTransaction)
      .join(''),
  )
  const { rows, issues } = await readThrough(ofxReader, text)
  expect(rows.map(({ row }) => row)).toEqual([1, 8])
  expect(issues.map(({ row, code, found }) => [row, code, found])).toEqual([
    [2, 'not-a-date', '20261305'],
    [3, 'not-an-amount', 'one'],
    [4, 'no-amount', ''],
    [5, 'not-a-currency', 'E1'],
    [6, 'too-long', ''],
    [7, 'not-an-amount', '1.005'],
  ])
  expect(issues[0]?.raw).toBe(
    '<STMTTRN><DTPOSTED>20261305<TRNAMT>1<FITID>B</STMTTRN>',
  )
})

test('leaves out what is not booked yet unless it is wanted', async () => {
  const text = bankFile(
    `${aTransaction(plain)}</BANKTRANLIST><BANKTRANLISTP>` +
      '<STMTTRNP><DTTRAN>20260131<TRNAMT>-7.00<FITID>P<NAME>Hotel</STMTTRNP></BANKTRANLISTP><BANKTRANLIST>',
  )
  const left = await readThrough(ofxReader, text)
  expect([left.rows.length, left.pending]).toEqual([1, 1])
  const all = await readThrough(ofxReader, text, { withPending: true })
  expect(all.rows[1]).toMatchObject({ date: '2026-01-31', minor: -700 })
})

test('turns all amounts where that is chosen', async () => {
  const text = bankFile(aTransaction(plain))
  const { rows } = await readThrough(ofxReader, text, { isTurned: true })
  expect(rows[0]?.minor).toBe(100)
})

test('I3 refuses a document type and entities', async () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><OFX>&b;</OFX>'
  const { failure } = await readThrough(ofxReader, bomb)
  expect(failure).toMatchObject({ code: 'has-markup', line: 1 })
})

test('I3 a tag within itself a hundred thousand times is neither deep nor slow', async () => {
  const { failure } = await readThrough(
    ofxReader,
    `<OFX>${'<PAYEE><A>'.repeat(100_000)}`,
    {},
    64 * 1024,
  )
  expect(failure?.code).toBe('cut-short')
})

test('says that an answer without a statement is none', async () => {
  const text = `${sgmlHeader}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></SIGNONMSGSRSV1></OFX>`
  const { failure } = await readThrough(ofxReader, text)
  expect(failure).toEqual({
    code: 'not-a-statement',
    line: 1,
    found: 'Signon invalid',
  })
})

test('I4 refuses more accounts than any household has', async () => {
  const statements = Array.from(
    { length: 600 },
    (_, at) => `<STMTRS><BANKACCTFROM><ACCTID>${at}</BANKACCTFROM></STMTRS>`,
  )
  const text = `OFXHEADER:100\n\n<OFX>${statements.join('')}</OFX>`
  await expect(lookAt(ofxReader, text)).rejects.toThrow('too-many-accounts')
})
