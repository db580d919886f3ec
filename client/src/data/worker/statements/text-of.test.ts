import { expect, test } from 'vitest'
import { encodedIn } from './encoded-in.ts'
import { findEncoding, textOf, type TextEncoding } from './text-of.ts'

const words: readonly (readonly [
  TextEncoding | 'iso-8859-1',
  string,
  string,
])[] = [
  ['utf-8', 'plain', 'Date;Text;Amount\n2026-01-02;Bus;1.20\n'],
  ['utf-8', 'accents', 'Data;Descrição\n02-01-2026;Pão de queijo\n'],
  ['utf-16le', 'no mark', 'Date;Text\n2026-01-02;Łódź – Kraków\n'],
  ['utf-16be', 'no mark', 'Date;Text\n2026-01-02;Łódź – Kraków\n'],
  [
    'windows-1252',
    'Portuguese',
    'Data;Descrição;Débito\n02-01-2026;Café da estação;1,20\n',
  ],
  [
    'iso-8859-1',
    'German',
    'Buchungstag;Empfänger;Währung\n02.01.2026;Bäckerei Grün;EUR\n',
  ],
  ['windows-1252', 'a euro sign', 'Date;Text\n2026-01-02;Bus 3 €\n'],
  ['windows-1252', 'one letter', 'Date;Text\n2026-01-02;Müller\n'],
  [
    'windows-1250',
    'Polish',
    'Data;Tytuł;Kwota\n2026-01-02;Zakupy środa, Żabka;-12,30\n',
  ],
  [
    'windows-1250',
    'Czech',
    'Datum;Částka;Měna\n02.01.2026;-300,00;CZK\n03.01.2026;Příchozí šek;CZK\n',
  ],
  [
    'iso-8859-2',
    'Polish',
    'Data;Tytuł;Kwota\n2026-01-02;Zakupy środa, Żabka;-12,30\n',
  ],
  [
    'iso-8859-15',
    'a euro sign',
    'Date;Libellé;Montant €\n02/01/2026;Café;3,40\n',
  ],
  ['gb18030', 'Chinese', '交易日期,摘要,支出\n2026-01-02,早餐豆浆,12.00\n'],
  ['euc-jp', 'Japanese', '日付,摘要,出金\n2026/01/02,コーヒー,300\n'],
  ['shift_jis', 'Japanese', '日付,摘要,出金\n2026/01/02,コーヒー,300\n'],
  ['euc-kr', 'Korean', '거래일,적요,출금\n2026-01-02,커피와 빵,3000\n'],
  ['windows-1251', 'Russian', 'Дата;Описание\n02.01.2026;Кофе с булкой\n'],
]

test.each(words)('finds %s (%s)', async (encoding, _, text) => {
  const blob = new Blob([encodedIn(encoding, text)])
  const found = await findEncoding(blob)
  expect(await whole(blob, found)).toBe(text)
  if (encoding !== 'iso-8859-1') expect(found).toBe(encoding)
})

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const)('believes the mark of %s and leaves it out', async (name, mark) => {
  const text = 'Data;Opis\n2026-01-02;Łódź\n'
  const blob = new Blob([Uint8Array.from(mark), encodedIn(name, text)])
  expect(await findEncoding(blob)).toBe(name)
  expect(await whole(blob, name)).toBe(text)
})

test('finds the first accent 200 kB down', async () => {
  const blob = new Blob([
    '2026-01-02;Bus;1.20\n'.repeat(10_000),
    encodedIn('windows-1252', '2026-01-02;Café;1.20\n'),
  ])
  expect(await findEncoding(blob)).toBe('windows-1252')
})

test('believes what an XML file or an OFX header declares', async () => {
  const xml = '<?xml version="1.0" encoding="ISO-8859-2"?><a>Łódź</a>'
  const ofx = 'OFXHEADER:100\r\nENCODING:USASCII\r\nCHARSET:1250\r\n\r\nŁódź'
  expect(await findEncoding(new Blob([encodedIn('iso-8859-2', xml)]))).toBe(
    'iso-8859-2',
  )
  expect(await findEncoding(new Blob([encodedIn('windows-1250', ofx)]))).toBe(
    'windows-1250',
  )
})

async function whole(blob: Blob, encoding: string): Promise<string> {
  let text = ''
  for await (const piece of textOf(blob, encoding)) text += piece
  return text
}
