import { expect, test } from 'vitest'
import { readWhole, withoutRaw } from '../../read-whole.ts'
import { aZip, sheetOf, workbookParts } from './a-workbook.ts'

const names = ['Date', 'Description', 'Amount'] as const

test('reads shared and own texts, days of three styles, formulas as their values, and nothing of links', async () => {
  const sheet =
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="E3" t="inlineStr"><is><t>Balance</t></is></c></row>' +
    '<row r="4"><c r="A4" s="1"><v>46024</v></c><c r="B4" t="s"><v>3</v></c><c r="C4"><f>-0.1-0.2</f><v>-0.30000000000000004</v></c><c r="E4" s="4"><v>99.7</v></c></row>' +
    '<row r="5"><c r="A5" s="2"><v>46025.75</v></c><c r="B5" t="str"><f>HYPERLINK("http://evil","Pay")</f><v>Pay</v></c><c r="C5"><v>1.25E+3</v></c></row>' +
    '<row r="7"><c r="A7" t="d"><v>2026-01-04</v></c><c r="B7" t="inlineStr"><is><r><t>Two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></is></c><c r="C7" t="e"><v>#REF!</v></c></row>'
  const parts = workbookParts({
    sheets: { Statement: sheet },
    texts: [
      '<t>Date</t>',
      '<t>Description</t>',
      '<t>Amount</t>',
      '<t>Fish &amp; chips &#8364;</t>',
    ],
  })
  const { look, rows, issues } = await readWhole(await aZip(parts))
  expect(rows).toEqual([
    {
      row: 4,
      raw: '2026-01-02 | Fish & chips € | -0.3 |  | 99.7',
      date: '2026-01-02',
      minor: -30,
      currency: 'EUR',
      description: 'Fish & chips €',
      balance: 9_970,
    },
    {
      row: 5,
      raw: '2026-01-03 | Pay | 1250',
      date: '2026-01-03',
      minor: 125_000,
      currency: 'EUR',
      description: 'Pay',
    },
  ])
  expect(issues).toMatchObject([{ row: 7, code: 'no-amount' }])
  expect(look.choices).toMatchObject({
    sheet: 'Statement',
    headerRow: 3,
    columns: ['date', 'description', 'amount', 'ignore', 'balance'],
  })
  expect(look.encodings).toEqual([])
})

test('finds the sheet with a table among others, and reads another if that is chosen', async () => {
  const parts = workbookParts({
    sheets: {
      Notes: sheetOf(['Thank you for banking with us']),
      June: sheetOf(['Account', '1'], [], names, ['13/06/2026', 'Bus', -1.2]),
      July: sheetOf(names, ['14/07/2026', 'Tram', '-1,30']),
    },
  })
  const file = await aZip(parts)
  const june = await readWhole(file)
  expect(june.look.table?.sheets).toEqual(['Notes', 'June', 'July'])
  expect(june.look.choices).toMatchObject({ sheet: 'June', headerRow: 3 })
  expect(june.rows).toMatchObject([{ date: '2026-06-13', minor: -120 }])
  const july = await readWhole(file, { choices: { sheet: 'July' } })
  expect(july.rows).toMatchObject([{ date: '2026-07-14', minor: -130 }])
  await expect(readWhole(file, { choices: { sheet: 'May' } })).rejects.toThrow(
    'no-such-sheet',
  )
})

test('counts days from 1904 where the workbook does', async () => {
  const parts = workbookParts({
    workbook: '<workbookPr date1904="1"/>',
    sheets: {
      A: `${sheetOf(names)}<row><c s="1"><v>44562</v></c><c t="str"><v>Bus</v></c><c><v>-1</v></c></row>`,
    },
  })
  const { rows } = await readWhole(await aZip(parts, { isPacked: false }))
  expect(rows).toMatchObject([{ date: '2026-01-02', minor: -100 }])
})

test('reads what the earlier system wrote as a sheet', async () => {
  const parts = workbookParts({
    sheets: {
      Transactions: sheetOf(
        [
          'description',
          'type',
          'category',
          'price',
          'owner',
          'email',
          'createdAt',
          'status',
        ],
        [
          'Pão',
          'outcome',
          'casa',
          3.5,
          'ana',
          'ana@example.org',
          '03-01-2026',
          'active',
        ],
        [
          'Erro',
          'outcome',
          'casa',
          9,
          'ana',
          'ana@example.org',
          '03-01-2026',
          'deleted',
        ],
        [
          'Salário',
          'income',
          'salario',
          1500.1,
          'ana',
          'ana@example.org',
          '31-01-2026',
          'active',
        ],
      ),
    },
  })
  const { rows, dropped } = await readWhole(await aZip(parts))
  expect(dropped).toBe(1)
  expect(withoutRaw(rows)).toEqual([
    {
      row: 2,
      date: '2026-01-03',
      minor: -350,
      currency: 'EUR',
      description: 'Pão',
      category: 'casa',
      member: 'ana',
    },
    {
      row: 4,
      date: '2026-01-31',
      minor: 150_010,
      currency: 'EUR',
      description: 'Salário',
      category: 'salario',
      member: 'ana',
    },
  ])
})

const usual = { sheets: { A: sheetOf(names, ['2026-01-02', 'Bus', -1.2]) } }

test('I2 stops a zip that becomes too large, by what it says and by what it is', async () => {
  const bomb = workbookParts({
    sheets: { A: `${sheetOf(names)}${' '.repeat(101 * 1024 * 1024)}` },
  })
  await expect(readWhole(await aZip(bomb))).rejects.toThrow('unpacks-too-large')
  const lying = await aZip(bomb, { declared: 100 })
  expect(lying.length).toBeLessThan(300_000)
  await expect(readWhole(lying)).rejects.toThrow('unpacks-too-large')
})

test('I2 stops a zip of too many entries', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 1_001 }, (_, at) => [`media/${at}.png`, '']),
  )
  const file = await aZip({ ...workbookParts(usual), ...many })
  await expect(readWhole(file)).rejects.toThrow('unpacks-too-large')
})

test('I2 opens no zip within a zip', async () => {
  const inner = await aZip(workbookParts(usual))
  const file = await aZip({ 'inner.xlsx': inner })
  await expect(readWhole(file)).rejects.toThrow('not-a-statement')
})

test('I3 reads no document type, no entity, and no endless nesting', async () => {
  const laughs =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
  const outside =
    '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>'
  const deep = `<?xml version="1.0"?>${'<a>'.repeat(100_000)}`
  for (const A of [laughs, outside, deep]) {
    const file = await aZip(workbookParts({ sheets: { A } }))
    await expect(readWhole(file)).rejects.toThrow('has-markup')
  }
  const strange = workbookParts({
    sheets: { A: sheetOf(names, ['2026-01-02', '&b;', -1.2]) },
  })
  await expect(readWhole(await aZip(strange))).rejects.toThrow('cut-short')
})

test('I4 says of a file cut off anywhere that it is', async () => {
  const file = await aZip(workbookParts(usual))
  for (let length = 8; length < file.length; length += 97) {
    await expect(readWhole(file.slice(0, length))).rejects.toThrow('cut-short')
  }
})

test('I9 takes values alone: no formula, no link, no macro', async () => {
  const sheet = `${sheetOf(names)}<row><c t="str"><v>2026-01-02</v></c><c t="str"><f>CMD|'/c calc'!A1</f><v>=1+1</v></c><c><f>SUM(C9:C10)</f><v>-5</v></c></row>`
  const file = await aZip({
    ...workbookParts({ sheets: { A: sheet } }),
    'xl/vbaProject.bin': 'Shell("calc")',
  })
  const { rows } = await readWhole(file)
  expect(rows).toMatchObject([{ description: '=1+1', minor: -500 }])
  expect(JSON.stringify(rows)).not.toMatch(/calc|SUM/)
})

test('a cell far to the right costs no memory', async () => {
  const sheet = `${sheetOf(names)}<row><c t="str"><v>2026-01-02</v></c><c t="str"><v>Bus</v></c><c><v>-5</v></c><c r="XFD2"><v>1</v></c></row>`
  const file = await aZip(workbookParts({ sheets: { A: sheet } }))
  const { look } = await readWhole(file)
  expect(look.choices.columns).toHaveLength(3)
})
