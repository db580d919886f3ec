import { expect, test } from 'vitest'
import { lookAt, readThrough, withoutRaw } from '../a-source.ts'
import { camtReader } from './camt-reader.ts'

type Kind = {
  readonly message?: string
  readonly statement?: string
  readonly version?: string
}

function aFile(
  statements: string,
  { message = 'BkToCstmrStmt', version = 'camt.053.001.02' }: Kind = {},
): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><${message}>` +
    `<GrpHdr><MsgId>1</MsgId></GrpHdr>${statements}</${message}></Document>\n`
  )
}

function aStatement(
  entries: string,
  iban = 'PT50000201231234567890154',
): string {
  return (
    `<Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
    aBalance('OPBD', '100.00', 'CRDT', '2026-01-01') +
    aBalance('CLBD', '10.00', 'DBIT', '2026-01-31') +
    `${entries}</Stmt>`
  )
}

function aBalance(kind: string, amount: string, side: string, day: string) {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt>` +
    `<CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
  )
}

type Entry = {
  readonly amount?: string
  readonly currency?: string
  readonly side?: string
  readonly status?: string
  readonly booked?: string
  readonly more?: string
  readonly details?: string
}

function anEntry({
  amount = '10.00',
  currency = 'EUR',
  side = 'DBIT',
  status = '<Sts>BOOK</Sts>',
  booked = '<BookgDt><Dt>2026-01-05</Dt></BookgDt>',
  more = '',
  details = aDetail({}),
}: Entry = {}): string {
  return (
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${status}${booked}` +
    `<ValDt><Dt>2026-01-06</Dt></ValDt>${more}<NtryDtls>${details}</NtryDtls>` +
    '<AddtlNtryInf>CARD</AddtlNtryInf></Ntry>'
  )
}

function aDetail({
  refs = '',
  amount = '',
  parties = '',
  words = 'Bus',
}): string {
  return (
    `<TxDtls><Refs>${refs}</Refs>${amount}<RltdPties>${parties}</RltdPties>` +
    `<RmtInf>${words.startsWith('<') ? words : `<Ustrd>${words}</Ustrd>`}</RmtInf></TxDtls>`
  )
}

const bus = {
  row: 1,
  date: '2026-01-05',
  minor: -1000,
  currency: 'EUR',
  description: 'Bus',
  notes: 'CARD',
  account: 'PT50000201231234567890154',
}

const bothSides =
  '<Dbtr><Nm>Ana</Nm></Dbtr><DbtrAcct><Id><IBAN>PT1</IBAN></Id></DbtrAcct>' +
  '<Cdtr><Nm>Carris &amp; Co</Nm></Cdtr><CdtrAcct><Id><Othr><Id>99</Id></Othr></Id></CdtrAcct>'
const detail = aDetail({ parties: bothSides })

test.each([
  ['an entry', anEntry(), bus],
  ['what came in', anEntry({ side: 'CRDT' }), { ...bus, minor: 1000 }],
  [
    'the creditor of what went out',
    anEntry({ details: detail }),
    { ...bus, payee: 'Carris & Co', notes: '99\nCARD' },
  ],
  [
    'the debtor of what came in',
    anEntry({ side: 'CRDT', details: detail }),
    { ...bus, minor: 1000, payee: 'Ana', notes: 'PT1\nCARD' },
  ],
  [
    'a payment taken back, with the sides of the first time',
    anEntry({ side: 'CRDT', more: '<RvslInd>true</RvslInd>', details: detail }),
    { ...bus, minor: 1000, payee: 'Carris & Co', notes: '99\nCARD' },
  ],
  [
    'sides a level deeper, as newer versions have them',
    anEntry({
      status: '<Sts><Cd>BOOK</Cd></Sts>',
      details: aDetail({
        parties: '<Cdtr><Pty><Nm>Carris</Nm></Pty></Cdtr>',
      }),
    }),
    { ...bus, payee: 'Carris' },
  ],
  [
    'references',
    anEntry({
      more: '<AcctSvcrRef>B1</AcctSvcrRef>',
      details: aDetail({
        refs: '<EndToEndId>E1</EndToEndId>',
        words:
          '<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>',
      }),
    }),
    {
      ...bus,
      description: 'RF18539007547034',
      notes: 'E1\nCARD',
      bankId: 'B1 2026-01-05',
    },
  ],
  [
    'references that are none',
    anEntry({
      details: aDetail({
        refs: '<AcctSvcrRef>NONREF</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId>',
      }),
    }),
    bus,
  ],
  [
    'several lines of words',
    anEntry({
      details: aDetail({ words: '<Ustrd>Bus to</Ustrd><Ustrd>work</Ustrd>' }),
    }),
    { ...bus, description: 'Bus to work' },
  ],
  [
    'words of the entry alone, and a time for a day',
    anEntry({
      details: '',
      booked: '<BookgDt><DtTm>2026-01-05T23:59:59.999-11:00</DtTm></BookgDt>',
    }),
    { ...bus, description: 'CARD', notes: undefined },
  ],
  [
    'the day of the value where there is no booking',
    anEntry({ booked: '' }),
    { ...bus, date: '2026-01-06' },
  ],
  [
    'a currency without decimals',
    anEntry({ amount: '1500.00', currency: 'JPY' }),
    { ...bus, minor: -1500, currency: 'JPY' },
  ],
  [
    'a currency with three',
    anEntry({ amount: '1.5', currency: 'KWD' }),
    { ...bus, minor: -1500, currency: 'KWD' },
  ],
  [
    'text as it is meant',
    anEntry({
      details: aDetail({ words: '<Ustrd><![CDATA[A<b>&amp;]]>&#233;</Ustrd>' }),
    }),
    { ...bus, description: 'A<b>&amp;é' },
  ],
] as const)('reads %s', async (_, entry, expected) => {
  const text = aFile(aStatement(entry))
  expect(camtReader.isOne(text)).toBe(true)
  const read = await readThrough(camtReader, text)
  expect(read).toMatchObject({ issues: [], pending: 0 })
  expect(read.failure).toBeUndefined()
  expect(withoutRaw(read.rows)).toEqual([expected])
})

test.each([
  ['BkToCstmrAcctRpt', 'Rpt', 'camt.052.001.08'],
  ['BkToCstmrStmt', 'Stmt', 'camt.053.001.13'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054.001.04'],
] as const)('reads %s with any prefix', async (message, name, version) => {
  const text = aFile(aStatement(anEntry()), { message, version })
    .replaceAll('Stmt>', `${name}>`)
    .replaceAll(`BkToCstmr${name}>`, `${message}>`)
    .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1n:')
  expect(camtReader.isOne(text)).toBe(true)
  expect(withoutRaw((await readThrough(camtReader, text)).rows)).toEqual([bus])
})

test('reads a batch as its movements, which keep apart by their place in it', async () => {
  const part = (amount: string, words: string) =>
    aDetail({ amount: `<Amt Ccy="EUR">${amount}</Amt>`, words })
  const text = aFile(
    aStatement(
      anEntry() +
        anEntry({
          more: '<AcctSvcrRef>B1</AcctSvcrRef>',
          details:
            part('4.00', 'Ana') + part('4.00', 'Rui') + part('2.00', 'Eva'),
        }),
    ),
  )
  const { rows } = await readThrough(camtReader, text)
  expect(
    rows.map(row => [row.row, row.description, row.minor, row.bankId]),
  ).toEqual([
    [1, 'Bus', -1000, undefined],
    [2, 'Ana', -400, 'B1/1 2026-01-05'],
    [3, 'Rui', -400, 'B1/2 2026-01-05'],
    [4, 'Eva', -200, 'B1/3 2026-01-05'],
  ])
})

test('reads a batch of older versions, and one with a part the other way', async () => {
  const old = (amount: string) =>
    `<AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>`
  const text = aFile(
    aStatement(
      anEntry({
        details:
          aDetail({ amount: old('12.00') }) +
          aDetail({ amount: `${old('2.00')}<CdtDbtInd>CRDT</CdtDbtInd>` }),
      }),
    ),
  )
  const { rows } = await readThrough(camtReader, text)
  expect(rows.map(row => row.minor)).toEqual([-1200, 200])
})

test('a batch whose amounts are missing or do not sum up is one movement', async () => {
  const details = aDetail({ amount: '<Amt Ccy="EUR">4.00</Amt>' })
  const text = aFile(
    aStatement(
      anEntry({ details: details.repeat(2) }) +
        anEntry({ details: aDetail({}).repeat(3) }),
    ),
  )
  const { rows } = await readThrough(camtReader, text)
  expect(rows.map(row => [row.row, row.minor])).toEqual([
    [1, -1000],
    [2, -1000],
  ])
})

test('finds several statements and their balances', async () => {
  const later = aStatement(anEntry())
    .replaceAll('2026-01-01', '2026-02-01')
    .replaceAll('2026-01-31', '2026-02-28')
    .replace('"EUR">10.00', '"EUR">20.00')
  const other = aStatement(anEntry(), 'DE89 3704 0044 0532 0130 00').replace(
    'OPBD',
    'PRCD',
  )
  const look = await lookAt(camtReader, aFile(aStatement('') + later + other))
  expect(look.accounts).toEqual([
    {
      key: 'PT50000201231234567890154',
      name: 'PT50000201231234567890154',
      currency: 'EUR',
      opening: { minor: 10000, date: '2026-01-01' },
      closing: { minor: -2000, date: '2026-02-28' },
    },
    {
      key: 'DE89370400440532013000',
      name: 'DE89370400440532013000',
      currency: 'EUR',
      opening: { minor: 10000, date: '2026-01-01' },
      closing: { minor: -1000, date: '2026-01-31' },
    },
  ])
  expect(look.rows.map(({ row, account }) => [row, account])).toEqual([
    [1, 'PT50000201231234567890154'],
    [2, 'DE89370400440532013000'],
  ])
})

test('leaves out what is not booked yet unless it is wanted', async () => {
  const text = aFile(
    aStatement(
      anEntry({ status: '<Sts>PDNG</Sts>', booked: '' }) +
        anEntry({ status: '<Sts><Cd>PDNG</Cd></Sts>' }) +
        anEntry(),
    ),
  )
  const left = await readThrough(camtReader, text)
  expect([left.rows.map(({ row }) => row), left.pending]).toEqual([[3], 2])
  const all = await readThrough(camtReader, text, { withPending: true })
  expect([all.rows.map(({ row }) => row), all.pending]).toEqual([[1, 2, 3], 0])
})

test('one bad entry does not stop the file, and is told by its number', async () => {
  const text = aFile(
    aStatement(
      anEntry({ amount: '1,00' }) +
        anEntry({ side: 'BOTH' }) +
        anEntry({ currency: 'eur' }) +
        anEntry({ amount: '1.001' }) +
        anEntry({ booked: '' }).replace('2026-01-06', '2026-13-06') +
        anEntry().replace(/<Amt.*?<\/Amt>/, '') +
        anEntry(),
    ),
  )
  const { rows, issues } = await readThrough(camtReader, text)
  expect(rows.map(({ row }) => row)).toEqual([7])
  expect(issues.map(({ row, code, found }) => [row, code, found])).toEqual([
    [1, 'not-an-amount', 'DBIT 1,00'],
    [2, 'not-an-amount', 'BOTH 10.00'],
    [3, 'not-a-currency', 'eur'],
    [4, 'not-an-amount', 'DBIT 1.001'],
    [5, 'not-a-date', ''],
    [6, 'no-amount', ''],
  ])
  expect(issues[0]?.raw).toContain('Amt: 1,00 EUR\nCdtDbtInd: DBIT')
})

test('I3 refuses a document type and entities', async () => {
  const text = aFile(aStatement(anEntry())).replace(
    '<Document',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document',
  )
  const { failure } = await readThrough(camtReader, text)
  expect(failure).toMatchObject({ code: 'has-markup', line: 2 })
})

test('I3 refuses elements deeper than any statement, and more of them than an entry has', async () => {
  const deep = aFile(aStatement('<Ntry>'.repeat(100_000)))
  const wide = aFile(aStatement(`<Ntry>${'<A/>'.repeat(100_000)}</Ntry>`))
  expect((await readThrough(camtReader, deep)).failure?.code).toBe('cut-short')
  expect((await readThrough(camtReader, wide)).failure?.code).toBe(
    'record-too-long',
  )
})

test('I3 leaves entities of other names as they stand', async () => {
  const text = aFile(
    aStatement(anEntry({ details: aDetail({ words: '&a;&lol;' }) })),
  )
  const { rows } = await readThrough(camtReader, text)
  expect(rows[0]?.description).toBe('&a;&lol;')
})

test('I8 passes by a currency that never ends in time', async () => {
  const entry = anEntry().replace('Ccy="EUR"', `Ccy="${' '.repeat(15_000)}`)
  const start = performance.now()
  const { issues } = await readThrough(camtReader, aFile(aStatement(entry)))
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(issues).toHaveLength(0)
})

test('reads a hundred thousand entries without keeping them', async () => {
  const entry = anEntry({ details: detail })
  const count = 100_000
  const source = {
    blob: new Blob(['x'.repeat(100)]),
    name: 'large.xml',
    encoding: 'utf-8',
    text: async function* () {
      const [start = '', end = ''] = aFile(aStatement('|')).split('|')
      yield start
      for (let at = 0; at < count; at += 100) yield entry.repeat(100)
      yield end
    },
  }
  const context = { currency: 'EUR', timeZone: 'Europe/Lisbon' }
  let rows = 0
  let last = 0
  let longest = 0
  for await (const batch of camtReader.read(source, {}, context)) {
    rows += batch.rows.length
    last = batch.rows.at(-1)?.row ?? last
    longest = Math.max(longest, batch.rows.length)
  }
  expect([rows, last, longest]).toEqual([count, count, 2_000])
}, 60_000)
