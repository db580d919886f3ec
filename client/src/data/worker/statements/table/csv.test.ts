import { expect, test } from 'vitest'
import type {
  ReadChoices,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { encodedIn } from '../encoded-in.ts'
import { readWhole, withoutRaw } from '../read-whole.ts'
import { fixtures } from './csv-fixtures.ts'

test.each(fixtures)('$what', async fixture => {
  const { text, encoding = 'utf-8', currency, choices = {} } = fixture
  const bytes = encodedIn(encoding, text)
  const whole = await readWhole(bytes, { currency, choices })
  const usual = currency ?? 'EUR'
  expect(whole.rows.map(row => shortRow(row, usual))).toEqual(
    fixture.rows.map(([row, date, minor, words, more = {}]) =>
      withMore([row, date, minor, words], more, usual),
    ),
  )
  expect(whole.issues.map(({ row, code }) => `${row} ${code}`)).toEqual(
    fixture.issues ?? [],
  )
  expect(whole.pending).toBe(fixture.pending ?? 0)
  expect(whole.dropped).toBe(fixture.dropped ?? 0)
  expect(whole.bytesRead).toBe(bytes.length)
  expect(whole.look.choices).toMatchObject(fixture.found ?? {})
  expect(whole.look.rows).toEqual(whole.rows.slice(0, 100))
})

/** As the fixtures write it: row, day, minor units, words, then whatever else it has. */
function shortRow(
  { row, raw, date, minor, description, ...more }: StatementRow,
  usual: string,
): readonly unknown[] {
  expect(raw).not.toBe('')
  return withMore([row, date, minor, description], more, usual)
}

/** The usual currency goes without saying. */
function withMore(
  start: readonly unknown[],
  { currency, ...more }: Partial<StatementRow>,
  usual: string,
): readonly unknown[] {
  return [...start, { ...more, currency: currency ?? usual }]
}

const unordered =
  'Date;Text;Amount\n05/03/2026;a;-1,00\n06/03/2026;b;-2,00\n07/03/2026;c;-3,00\n'

test('days that every order allows are read so that they follow each other', async () => {
  const { look, rows } = await readWhole(unordered)
  expect(look.table?.isDateOrderSure).toBe(false)
  expect(look.choices.dateOrder).toBe('dmy')
  expect(rows[0]?.date).toBe('2026-03-05')
})

test('what a person chooses goes before what was guessed', async () => {
  const choices: ReadChoices = {
    dateOrder: 'mdy',
    columns: ['date', 'payee', 'amount'],
    isTurned: true,
    currency: 'GBP',
  }
  const { look, rows } = await readWhole(unordered, { choices })
  expect(look.choices).toMatchObject(choices)
  expect(rows[0]).toMatchObject({
    date: '2026-05-03',
    minor: 100,
    currency: 'GBP',
    payee: 'a',
    description: 'a',
  })
})

test('a row far down decides how all the others are read', async () => {
  const plain = '05/03/2026;coffee;1.250\n'.repeat(4_000)
  const file = `Date;Text;Amount\n${plain}12/31/2026;rent;1,250.00\n`
  const { look, rows } = await readWhole(file)
  expect(look.choices).toMatchObject({ dateOrder: 'mdy', decimalMark: '.' })
  expect(rows[0]).toMatchObject({ date: '2026-05-03', minor: 125 })
  expect(rows.at(-1)).toMatchObject({
    row: 4_002,
    date: '2026-12-31',
    minor: 125_000,
  })
})

test('a word for money out far down is found, also the only one of many', async () => {
  const into = Array.from(
    { length: 6_000 },
    (_, at) => `2026-03-31;Pay;1,50;C${at % 30}`,
  )
  const file = ['Date;Text;Amount;Sort', ...into, '2026-03-31;Rent;2,50;Debit']
  const columns = ['date', 'description', 'amount', 'direction'] as const
  const { look, rows } = await readWhole(file.join('\n'), {
    choices: { columns },
  })
  expect(look.choices.outWords).toEqual(['Debit'])
  expect(rows[0]?.minor).toBe(150)
  expect(rows.at(-1)?.minor).toBe(-250)
})

test('where amounts have their signs no word turns them', async () => {
  const file =
    'Date;Text;Amount;Type\n2026-03-31;Shoes;-40.00;Expense\n2026-04-01;Shoes back;40.00;Expense\n'
  const { look, rows } = await readWhole(file)
  expect(look.choices.isSigned).toBe(true)
  expect(rows.map(({ minor }) => minor)).toEqual([-4_000, 4_000])
  const turned = await readWhole(file, { choices: { isSigned: false } })
  expect(turned.rows.map(({ minor }) => minor)).toEqual([-4_000, -4_000])
})

test('a debit that was taken back makes no income of the others', async () => {
  const debits = '2026-03-31;Bus;2.00;D\n'.repeat(9)
  const file = `Date;Text;Amount;Type\n${debits}2026-04-01;Bus back;-2.00;D\n`
  const { rows } = await readWhole(file)
  expect(rows[0]?.minor).toBe(-200)
})

test('what is told of choices that nothing decides is told again of the next look', async () => {
  const first = await readWhole('Date;Text;Amount\n05/03/2026;a;-1\n')
  expect(first.look.choices.guessed).toEqual([
    'dateOrder',
    'decimalMark',
    'outWords',
    'isSigned',
    'currency',
  ])
  const { choices, table } = first.look
  expect(table?.isDateOrderSure).toBe(false)
  const again = await readWhole('Date;Text;Amount\n05/03/2026;a;-1\n', {
    choices: { ...choices, isTurned: true },
  })
  expect(again.look.choices.guessed).toEqual(choices.guessed)
  expect(again.look.table?.isDateOrderSure).toBe(false)
})

test('an error in row 90,001 is told as row 90,001', async () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, at) =>
      `2026-01-${String((at % 28) + 1).padStart(2, '0')},Bus ${at},-1.20`,
  )
  lines[90_000] = '2026-02-30,Bus,-1.20'
  const { rows, issues } = await readWhole(
    `${['Date,Text,Amount', ...lines.slice(1)].join('\r\n')}\r\n`,
  )
  expect(rows).toHaveLength(99_998)
  expect(issues).toEqual([
    {
      row: 90_001,
      code: 'not-a-date',
      found: '2026-02-30',
      raw: '2026-02-30,Bus,-1.20',
    },
  ])
})

test('the same columns have the same signature, whatever stands below them', async () => {
  const one = await readWhole('Date;Text;Amount\n2026-01-02;a;1\n')
  const two = await readWhole('Bank\n\nDATE,Text,Amount\n2025-01-02,b,-2\n')
  const other = await readWhole('Date;Text;Value\n2026-01-02;a;1\n')
  expect(two.look.signature).toBe(one.look.signature)
  expect(other.look.signature).not.toBe(one.look.signature)
})

test('a table without days or sums is shown, so that somebody can say what is what', async () => {
  const text = 'When;Date of birth;Amount\nsoon;x;1,00\nlater;y;2,00\n'
  await expect(readWhole(text)).rejects.toThrow('no-date-column')
})

test('I4 a file cut off anywhere loses what is missing, and nothing is read half', async () => {
  const line = (at: number) => `2026-01-02,"Bus, ${at}",-1.20,EUR,x\r\n`
  const text = `Date,Text,Amount,Currency,More\r\n${Array.from({ length: 300 }, (_, at) => line(at)).join('')}`
  const whole = await readWhole(text)
  for (let length = 1_024; length < text.length; length += 1_024) {
    const { rows, issues } = await readWhole(text.slice(0, length))
    const ofWhole = whole.rows.slice(0, rows.length)
    expect(withoutRaw(rows)).toEqual(withoutRaw(ofWhole))
    expect(issues.length).toBeLessThan(2)
    expect(rows.length + issues.length).toBe(
      text.slice(0, length).trim().split('\n').length - 1,
    )
    if (issues[0] !== undefined) expect(issues[0].code).toBe('cut-short')
  }
})

test('nothing of a long text or name is lost: it goes on in the notes', async () => {
  const long = (sign: string, length: number) => sign.repeat(length)
  const category = `Home:${long('c', 130)}`
  const columns = [
    'date',
    'amount',
    'description',
    'payee',
    'notes',
    'category',
    'member',
    'tags',
  ] as const
  const cells = [
    '2026-01-02',
    '-1.20',
    long('d', 600),
    long('p', 130),
    'note',
    category,
    long('m', 130),
    `one,${long('t', 70)}`,
  ]
  const { rows } = await readWhole(`${cells.join(';')}\n`, {
    choices: { columns, headerRow: 0, delimiter: ';' },
  })
  expect(rows).toMatchObject([
    {
      description: long('d', 500),
      payee: long('p', 120),
      category: `Home:${long('c', 120)}`,
      member: long('m', 120),
      tags: ['one', long('t', 60)],
      notes: [
        long('d', 600),
        long('p', 130),
        'note',
        category,
        long('m', 130),
        long('t', 70),
      ].join('\n'),
    },
  ])
})

test('a text that goes on line by line is kept whole, or told where it is longer than notes', async () => {
  const more = (lines: number) => `;;${'x'.repeat(99)}\n`.repeat(lines)
  const text = `Date;Amount;Text\n2026-01-02;-1.20;Bus\n${more(20)}2026-01-03;-1.30;Tram\n${more(50)}2026-01-04;-1.40;Walk\n`
  const { rows, issues } = await readWhole(text)
  expect(rows.map(({ row }) => row)).toEqual([2, 74])
  expect(rows[0]?.description).toHaveLength(500)
  expect(rows[0]?.notes).toBe(`Bus${` ${'x'.repeat(99)}`.repeat(20)}`)
  expect(issues).toMatchObject([{ row: 23, code: 'too-long' }])
})

const ofMany = [
  'Date,Account,Text,Amount',
  ...Array.from(
    { length: 1_200 },
    (_, at) => `2026-01-02,${at < 600 ? 'Main' : `A${at}`},Bus,-1.20`,
  ),
].join('\n')

test('I4 a column that names another account in each row is none of accounts', async () => {
  const { look, rows } = await readWhole(ofMany)
  expect(look.accounts).toEqual([])
  expect(look.choices.columns?.[1]).toBe('ignore')
  expect(rows).toHaveLength(1_200)
  const columns = ['date', 'account', 'description', 'amount'] as const
  await expect(readWhole(ofMany, { choices: { columns } })).rejects.toThrow(
    'too-many-accounts',
  )
})

test('all accounts of a file are told, also when nothing is left to find out', async () => {
  const file = ofMany.split('\n').slice(0, 700).join('\n')
  const { look } = await readWhole(file)
  expect(look.accounts).toHaveLength(100)
  const again = await readWhole(file, { choices: look.choices })
  expect(again.look.accounts).toHaveLength(100)
})

test('I4 of lines with more cells than any bank has the first are shown', async () => {
  const cells = ',x'.repeat(30_000)
  const { look } = await readWhole(
    `Date,Text,Amount${cells}\n2026-01-02,Bus,-1.20${cells}\n`,
  )
  expect(look.choices.columns).toHaveLength(100)
  expect(look.table?.names).toHaveLength(100)
  expect(look.table?.cells[0]).toHaveLength(100)
})

test('I4 a line of 20 MB is one bad row, and those beside it are read', async () => {
  const text = `Date,Text,Amount\n2026-01-02,Bus,-1.20\n${'x'.repeat(20e6)}\n2026-01-03,Tram,-1.30\n`
  const { rows, issues } = await readWhole(text)
  expect(rows.map(({ row }) => row)).toEqual([2, 4])
  expect(issues).toMatchObject([{ row: 3, code: 'too-long' }])
  expect(issues[0]?.raw).toHaveLength(500)
})

test('I4 quotes that are never closed take no other line with them', async () => {
  const bad = '2026-01-02,"Bus,-1.20\n'.repeat(20_000)
  const text = `Date,Text,Amount\n${bad}2026-01-03,Tram,-1.30\n`
  const { rows, issues } = await readWhole(text)
  // After 200 of them they are letters like others.
  expect(issues).toHaveLength(201)
  expect(rows).toHaveLength(20_001 - 201)
  expect(rows.at(-1)).toMatchObject({ row: 20_002, description: 'Tram' })
})

test('I5 takes no more than a million rows, and says so', async () => {
  const text = ['Date;Text;Sum\n', '2026-01-02;a;1\n'.repeat(1_000_001)]
  await expect(readWhole(new Blob(text))).rejects.toThrow('too-many-rows')
}, 180_000)
