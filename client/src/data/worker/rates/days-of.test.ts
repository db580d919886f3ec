import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DayRow } from '@ourmoney/shared/rate/day-rates.ts'
import { lookAtRates } from './import-rates.ts'
import { readCsvDays } from './read-csv.ts'
import { readXmlDays } from './read-xml.ts'
import { daysOf } from './days-of.ts'
import { mostBytes, RatesFileError, type Days } from './rates-file.ts'

const csv = [
  'Date,USD,JPY,CYP,',
  '2026-11-20,1.0832,163.21,N/A,',
  '2026-11-19,1.0840,162.90,N/A,',
  '',
].join('\n')

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
  <Cube>
    <Cube time='2026-11-20'>
      <Cube currency='USD' rate='1.0832'/>
      <Cube currency='JPY' rate='163.21'/>
    </Cube>
    <Cube time="2026-11-19"><Cube currency="USD" rate="1.0840"></Cube></Cube>
  </Cube>
</gesmes:Envelope>
`

const fileOf = (...parts: BlobPart[]) => new Blob(parts)

async function rows(days: Days): Promise<readonly DayRow[]> {
  const found: DayRow[] = []
  for await (const { row } of days) found.push(row)
  return found
}

async function issueOf(days: Days) {
  try {
    await rows(days)
  } catch (error) {
    if (error instanceof RatesFileError) return error.issue
    throw error
  }
  return undefined
}

async function* inPieces(text: string, cuts: readonly number[]) {
  const ends = [...cuts, text.length].sort((a, b) => a - b)
  let start = 0
  for (const end of ends) {
    yield { text: text.slice(start, end), bytesRead: end }
    start = end
  }
}

test('the wide form with a comma after its last column', async () => {
  expect(await rows(daysOf(fileOf(csv)))).toEqual([
    {
      line: 2,
      date: '2026-11-20',
      cells: [
        { quote: 'USD', text: '1.0832' },
        { quote: 'JPY', text: '163.21' },
        { quote: 'CYP', text: 'N/A' },
      ],
    },
    {
      line: 3,
      date: '2026-11-19',
      cells: [
        { quote: 'USD', text: '1.0840' },
        { quote: 'JPY', text: '162.90' },
        { quote: 'CYP', text: 'N/A' },
      ],
    },
  ])
})

test('the envelope of cubes, with its lines', async () => {
  expect(await rows(daysOf(fileOf(xml)))).toEqual([
    {
      line: 6,
      date: '2026-11-20',
      cells: [
        { quote: 'USD', text: '1.0832' },
        { quote: 'JPY', text: '163.21' },
      ],
    },
    {
      line: 10,
      date: '2026-11-19',
      cells: [{ quote: 'USD', text: '1.0840' }],
    },
  ])
})

test('the bank’s files of one day', async () => {
  const day = 'Date, USD, JPY, \n20 November 2026, 1.0832, 163.21, \n'
  expect(await lookAtRates(fileOf(day))).toMatchObject({
    ok: true,
    value: {
      base: 'EUR',
      days: ['2026-11-20'],
      currencies: [
        { currency: 'JPY', count: 1 },
        { currency: 'USD', count: 1 },
      ],
      unreadable: 0,
    },
  })
})

test.each([
  ['a mark before it', fileOf('\ufeff', csv)],
  ['carriage returns', fileOf(csv.replaceAll('\n', '\r\n'))],
  ['the line ends of an old Mac', fileOf(csv.replaceAll('\n', '\r'))],
  ['mixed line ends', fileOf(csv.replace('\n', '\r\n'))],
  ['UTF-16', fileOf(utf16(`\ufeff${csv}`))],
  ['quotes', fileOf(csv.replace('1.0832', '"1.0832"'))],
  [
    'semicolons and decimal commas',
    fileOf(csv.replaceAll(',', ';').replaceAll('.', ',')),
  ],
  ['tabs', fileOf(csv.replaceAll(',', '\t'))],
  ['blank lines', fileOf(csv.replaceAll('\n', '\n\n'))],
])('I4 %s change nothing', async (_, file) => {
  const [first, second] = await rows(daysOf(file))
  expect(first?.cells.slice(0, 2)).toEqual([
    { quote: 'USD', text: '1.0832' },
    { quote: 'JPY', text: '163.21' },
  ])
  expect(second?.date).toBe('2026-11-19')
})

test('I4 however the file is cut into pieces, the same days come out', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(Math.min(csv.length, xml.length)), { maxLength: 12 }),
      async cuts => {
        const windows = csv.replaceAll('\n', '\r\n')
        expect(await rows(readCsvDays(inPieces(windows, cuts)))).toEqual(
          await rows(readCsvDays(inPieces(csv, []))),
        )
        expect(await rows(readXmlDays(inPieces(xml, cuts)))).toEqual(
          await rows(readXmlDays(inPieces(xml, []))),
        )
      },
    ),
  ))

test('I4 an XML file that ends too early is refused wherever it ends', async () => {
  const whole = xml.trimEnd()
  for (let length = 0; length < whole.length; length++) {
    const issue = await issueOf(readXmlDays(inPieces(xml.slice(0, length), [])))
    expect(issue?.code, `cut at ${length}`).toMatch(/^(cut-short|not-rates)$/)
  }
})

test('I4 a line that ends too early is refused, with its number', async () => {
  const start = csv.indexOf('2026-11-19')
  for (let length = start + 1; length < csv.length - 1; length++) {
    const issue = await issueOf(daysOf(fileOf(csv.slice(0, length))))
    expect(issue, `cut at ${length}`).toMatchObject({
      code: 'cut-short',
      line: 3,
    })
  }
})

test.each([
  ['nothing', '', 'not-rates'],
  ['blanks', '  \n \n', 'not-rates'],
  ['another table', 'id,price\n1,2\n', 'not-rates'],
  ['a table without currencies', 'Date,rate\n2026-11-20,1\n', 'not-rates'],
  ['JSON', '[{"date":"2026-11-20"}]', 'not-rates'],
  ['a page', '<html><body>Cube</body></html>', 'not-rates'],
  ['bytes', 'Date,USD\n\0\0', 'not-rates'],
  ['a ZIP archive', 'PK\u0003\u0004rest', 'is-zip'],
  ['rates for one of another', 'Date,EUR,GBP\n2026-11-20,1,2', 'not-in-euros'],
  ['an open quote', 'Date,USD,\n2026-11-20,"1.08,\n', 'cut-short'],
  ['a line without end', `Date,USD,\n${'1'.repeat(70_000)}`, 'not-rates'],
  [
    'an element without end',
    `<Cube time='1'${' '.repeat(70_000)}`,
    'not-rates',
  ],
  [
    'a broken element',
    "<a><Cube time='2026-11-20'><b currency=1></Cube></a>",
    'cut-short',
  ],
])('I4 %s is refused', async (_, text, code) => {
  expect(await issueOf(daysOf(fileOf(text)))).toMatchObject({ code })
})

test('I4 a file beyond its bound is not even opened', async () => {
  const huge = { size: mostBytes + 1 } as Blob
  expect(await issueOf(daysOf(huge))).toMatchObject({ code: 'too-large' })
})

const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
<a><Cube><Cube time='2026-11-20'><Cube currency='USD' rate='&lol2;'/></Cube></Cube></a>`

test.each([
  ['a document type with entities', laughs],
  [
    'an external entity',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  ],
  ['a comment', xml.replace('<Cube>', '<!-- <Cube> --><Cube>')],
  ['character data', xml.replace('<Cube>', '<![CDATA[<Cube>]]><Cube>')],
])('I3 %s is refused before anything is parsed', async (_, text) => {
  const issue = await issueOf(daysOf(fileOf(text)))
  expect(issue?.code).toBe('has-markup')
  for (let cut = 0; cut < text.length; cut += 7) {
    const pieces = inPieces(text, [cut, cut + 1])
    expect((await issueOf(readXmlDays(pieces)))?.code).toBe('has-markup')
  }
})

test('I3 an entity is not resolved: it is no number', async () => {
  const text = xml.replace('1.0832', '&#49;.0832')
  expect(await lookAtRates(fileOf(text))).toMatchObject({
    value: { unreadable: 1 },
  })
})

test('I3 cubes that nest without end cost no more than their length', async () => {
  const deep = `<a>${'<Cube>'.repeat(200_000)}`
  expect(await issueOf(daysOf(fileOf(deep)))).toMatchObject({
    code: 'cut-short',
  })
  const inDay = `<a><Cube time='2026-11-20'>${'<Cube>'.repeat(200_000)}`
  expect(await issueOf(daysOf(fileOf(inDay)))).toMatchObject({
    code: 'not-rates',
  })
})

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) {
    view.setUint16(at * 2, text.charCodeAt(at), true)
  }
  return bytes
}
