import { expect, test } from 'vitest'
import { lookAt, readThrough, withoutRaw } from '../a-source.ts'
import { mt940Reader } from './mt940-reader.ts'

function aStatement(
  movements: string,
  { account = 'DE02100500000054540402', currency = 'EUR' } = {},
): string {
  return (
    `:20:STARTUMS\r\n:25:${account}\r\n:28C:00001/001\r\n:60F:C251231${currency}100,00\r\n` +
    `${movements}:62F:C260131${currency}90,00\r\n:64:C260131${currency}80,00\r\n-\r\n`
  )
}

const bus = {
  row: 5,
  date: '2026-01-05',
  minor: -1000,
  currency: 'EUR',
  description: 'Bus',
  account: 'DE02100500000054540402',
}

test.each([
  [
    'plain words over two lines',
    ':61:2601050105D10,00NMSCNONREF\r\n:86:Bus to\r\nwork\r\n',
    { ...bus, description: 'Bus to work' },
  ],
  [
    'a plain word broken where the line is full',
    `:61:2601050105D10,00NMSCNONREF\r\n:86:${'a '.repeat(32)}b\r\nc\r\n`,
    { ...bus, description: `${'a '.repeat(32)}bc` },
  ],
  [
    'a zero-padded amount without decimals, and no booking day',
    ':61:260105D000000000010,NMSCNONREF\r\n:86:Bus\r\n',
    bus,
  ],
  [
    'a booking in the year before',
    ':61:2601021231D10,00NMSCNONREF\r\n:86:Bus\r\n',
    { ...bus, date: '2025-12-31' },
  ],
  [
    'a booking in the year after',
    ':61:2512310102D10,00NMSCNONREF\r\n:86:Bus\r\n',
    { ...bus, date: '2026-01-02' },
  ],
  [
    'a letter of the currency behind the mark',
    ':61:2601050105DR10,00NMSCNONREF\r\n:86:Bus\r\n',
    bus,
  ],
  [
    'what came in',
    ':61:2601050105CR10,00NTRFNONREF\r\n:86:Bus\r\n',
    { ...bus, minor: 1000 },
  ],
  [
    'a credit taken back',
    ':61:2601050105RC10,00NTRFNONREF\r\n:86:Bus\r\n',
    bus,
  ],
  [
    'a debit taken back',
    ':61:2601050105RDR10,00NTRFNONREF\r\n:86:Bus\r\n',
    { ...bus, minor: 1000 },
  ],
  [
    "the customer's and the bank's references, and a line of its own",
    ':61:2601050105D10,00NTRFINV 7//0012345\r\nNL71ABNA0987654321\r\n:86:Bus\r\n',
    {
      ...bus,
      notes: 'INV 7\nNL71ABNA0987654321',
      bankId: '0012345 2026-01-05',
    },
  ],
  [
    'no words at all',
    ':61:2601050105D10,00NTRFINV 7\r\n',
    { ...bus, description: 'INV 7', notes: 'INV 7' },
  ],
  [
    'German fields, with words and a key broken across lines and fields',
    ':61:2601050105DR10,00NTRFNONREF//9\r\n' +
      ':86:177?00ONLINE-UEBERWEISUNG?109310?20EREF+R-2026-000000000000001?21\r\n' +
      'SVWZ+Miete im Januar fuer W?22ohnung im zweiten Stock lin?23ks\r\n' +
      '?30BELADEBEXXX?31DE02120300000000202051?32Hausverwaltung Sonnenschein?33\r\n' +
      ' und Soehne?34997\r\n',
    {
      ...bus,
      description: 'Miete im Januar fuer Wohnung im zweiten Stock links',
      payee: 'Hausverwaltung Sonnenschein und Soehne',
      notes:
        'ONLINE-UEBERWEISUNG\nR-2026-000000000000001\nDE02120300000000202051',
      bankId: '9 2026-01-05',
    },
  ],
  [
    'German fields without keys',
    ':61:2601050105D10,00NMSCNONREF\r\n:86:005?00LASTSCHRIFT?20Strom 2026?21Vertrag 12?32Stadtwerke\r\n',
    {
      ...bus,
      description: 'Strom 2026 Vertrag 12',
      payee: 'Stadtwerke',
      notes: 'LASTSCHRIFT',
    },
  ],
  [
    'a collective entry without words',
    ':61:2601050105D10,00NMSCNONREF\r\n:86:079?00SAMMLER?109800\r\n',
    { ...bus, description: 'SAMMLER' },
  ],
  [
    'a question mark that begins no field',
    ':61:2601050105D10,00NMSCNONREF\r\n:86:005?20Wann? Jetzt?32Ana\r\n',
    { ...bus, description: 'Wann? Jetzt', payee: 'Ana' },
  ],
  [
    'keys without fields',
    ':61:2601050105D10,00NMSCNONREF\r\n:86:EREF+E7 SVWZ+Bus\r\n',
    { ...bus, notes: 'E7' },
  ],
  [
    'plain words that begin with a number',
    ':61:2601050105D10,00NMSCNONREF\r\n:86:#12 Bus\r\n',
    { ...bus, description: '#12 Bus' },
  ],
  [
    'Rabobank',
    ':61:260105D000000000010,00N102EREF\r\nNL91ABNA0417164300\r\n' +
      ':86:/EREF/05-01-2026 12:00 0030/BENM//NAME/FIETSEN EN ZO\r\nON BV/REMI/Invoice 7/8/ISDT/2026-01-04\r\n',
    {
      ...bus,
      description: 'Invoice 7/8',
      payee: 'FIETSEN EN ZOON BV',
      notes: '05-01-2026 12:00 0030\nNL91ABNA0417164300',
    },
  ],
  [
    'ING',
    ':61:2601050105D10,00NTRFEREF//0000000000100501\r\n/TRCD/00108/\r\n' +
      ':86:/EREF/EV1//CNTP/NL32INGB0000012345/INGBNL2A/WEBWINKEL ZUID///REMI/\r\nUSTD//Order 55/\r\n',
    {
      ...bus,
      description: 'Order 55',
      payee: 'WEBWINKEL ZUID',
      notes: 'EV1\nNL32INGB0000012345\n/TRCD/00108/',
      bankId: '0000000000100501 2026-01-05',
    },
  ],
  [
    'mBank',
    ':61:2601050105D10,00S944NONREF\r\n' +
      ':86:944 Przelew krajowy; na rach.: 61109010140000071219812874; dla: Jan\r\n' +
      ' Nowak; tyt.: Czynsz; styczen; TNR: 123456789.000001\r\n',
    {
      ...bus,
      description: 'Czynsz; styczen',
      payee: 'Jan Nowak',
      notes: 'Przelew krajowy\n61109010140000071219812874',
      bankId: '123456789.000001 2026-01-05',
    },
  ],
  [
    'Polish fields',
    ':61:2601050105D10,00S020NONREF\r\n:86:020~00PRZELEW~20Czynsz~32Jan Nowak~3861109010140000071219812874\r\n',
    {
      ...bus,
      description: 'Czynsz',
      payee: 'Jan Nowak',
      notes: 'PRZELEW\n61109010140000071219812874',
    },
  ],
])('reads %s', async (_, movements, expected) => {
  const text = aStatement(movements)
  expect(mt940Reader.isOne(text)).toBe(true)
  const read = await readThrough(mt940Reader, text)
  expect(read).toMatchObject({ issues: [], pending: 0 })
  expect(read.failure).toBeUndefined()
  expect(withoutRaw(read.rows)).toEqual([expected])
})

test('finds several statements in what stands around messages, and joins the pages of an account', async () => {
  const plain = ':61:2601050105D10,00NMSCNONREF\r\n:86:Bus\r\n'
  const first = aStatement(plain, { account: '/NL71RABO0123456789 EUR' })
  const next = first
    .replace(':60F:C251231EUR100', ':60M:C260131EUR90')
    .replace(':62F:C260131EUR90', ':62M:C260228EUR80')
  const other = aStatement(plain, {
    account: '12/34',
    currency: 'JPY',
  }).replaceAll(',00', ',')
  const text =
    `:940:\r\n${first}${next}` +
    `{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n${other.replace('-\r\n', '-}\r\n')}`
  for (const whole of [text, text.slice(text.indexOf('{1:'))]) {
    expect(mt940Reader.isOne(whole)).toBe(true)
  }
  const look = await lookAt(mt940Reader, text)
  expect(look.accounts).toEqual([
    {
      key: 'NL71RABO0123456789',
      name: 'NL71RABO0123456789',
      currency: 'EUR',
      opening: { minor: 10000, date: '2025-12-31' },
      closing: { minor: 8000, date: '2026-02-28' },
    },
    {
      key: '12/34',
      name: '12/34',
      currency: 'JPY',
      opening: { minor: 100, date: '2025-12-31' },
      closing: { minor: 90, date: '2026-01-31' },
    },
  ])
  expect(look.rows.map(row => [row.row, row.account, row.minor])).toEqual([
    [6, 'NL71RABO0123456789', -1000],
    [15, 'NL71RABO0123456789', -1000],
    [25, '12/34', -10],
  ])
})

test('words about the statement are not of its last movement', async () => {
  const text = aStatement(
    ':61:2601050105D10,00NMSCNONREF\r\n:86:Bus\r\n',
  ).replace('-\r\n', ':86:Thank you for your trust\r\n-\r\n')
  const { rows } = await readThrough(mt940Reader, text)
  expect(rows.map(row => row.description)).toEqual(['Bus'])
})

test('equal movements with one reference stay apart, and are the same when read again', async () => {
  const plain = ':61:2601050105D10,00NMSCNONREF//7\r\n:86:Bus\r\n'
  const text = aStatement(plain.repeat(3))
  const ids = async () =>
    (await readThrough(mt940Reader, text)).rows.map(row => row.bankId)
  expect(await ids()).toEqual([
    '7 2026-01-05',
    '7 2026-01-05 #2',
    '7 2026-01-05 #3',
  ])
  expect(await ids()).toEqual(await ids())
})

test('an interim report has no balances, and what is expected is left out', async () => {
  const text =
    ':20:INTERIM\r\n:25:12/34\r\n:28C:1\r\n:34F:EUR0,\r\n:13D:2601051200+0100\r\n' +
    ':61:2601050105D10,00NMSCNONREF\r\n:86:Bus\r\n:61:260106ED5,00NMSCNONREF\r\n:86:Hotel\r\n:90D:1EUR10,00\r\n-\r\n'
  const left = await readThrough(mt940Reader, text)
  expect(withoutRaw(left.rows)).toEqual([{ ...bus, row: 6, account: '12/34' }])
  expect([left.pending, left.failure]).toEqual([1, undefined])
  const all = await readThrough(mt940Reader, text, { withPending: true })
  expect(all.rows[1]).toMatchObject({ minor: -500, description: 'Hotel' })
})

test('one bad movement does not stop the file, and is told by its line', async () => {
  const text = aStatement(
    ':61:2613050105D10,00NMSC\r\n:86:A\r\n:61:nothing\r\n:86:B\r\n:61:260105D1,0,0NMSC\r\n' +
      ':61:260105D1,005NMSC\r\n:61:2601050105D10,00NMSCNONREF\r\n:86:Bus\r\n',
  )
  const { rows, issues } = await readThrough(mt940Reader, text)
  expect(rows.map(({ row }) => row)).toEqual([11])
  expect(issues.map(({ row, code, found }) => [row, code, found])).toEqual([
    [5, 'not-a-date', '2613050105'],
    [7, 'not-a-record', 'nothing'],
    [9, 'not-an-amount', '1,0,0'],
    [10, 'not-an-amount', '1,005'],
  ])
  expect(issues[0]?.raw).toBe('2613050105D10,00NMSC\nA')
})

test('I4 says where a statement was cut short', async () => {
  const text = aStatement(':61:2601050105D10,00NMSCNONREF\r\n:86:Bus\r\n')
  const cut = text.slice(0, text.indexOf(':62F'))
  const { failure } = await readThrough(mt940Reader, cut)
  expect(failure).toEqual({ code: 'cut-short', line: 6, found: '' })
})

test('I5 refuses a movement of which more is said than of any', async () => {
  const text = aStatement(
    `:61:2601050105D10,00NMSCNONREF\r\n${':86:Bus\r\n'.repeat(1_000)}`,
  )
  const { failure, rows } = await readThrough(mt940Reader, text)
  expect(failure?.code).toBe('not-a-statement')
  expect(rows).toEqual([])
})
