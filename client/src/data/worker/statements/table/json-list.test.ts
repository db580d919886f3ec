import { expect, test } from 'vitest'
import { aContext, aSource, lookAt } from '../a-source.ts'
import { readWhole, withoutRaw } from '../read-whole.ts'
import { jsonListReader } from './json-list.ts'

test('reads a list of objects, with objects within them, and numbers as they are written', async () => {
  const text = `[
    {"transactionId": 123456789012345678901, "bookingDate": "2026-01-02", "transactionAmount": {"amount": "-12.30", "currency": "EUR"}, "creditorName": "Bäcker", "tags": ["food", "shop"], "__proto__": {"polluted": 1}},
    {"transactionId": 123456789012345678902, "bookingDate": "2026-01-03", "transactionAmount": {"amount": -0.30000000000000004, "currency": "EUR"}, "creditorName": "Kiosk", "isNew": true},
    7,
    {"transactionId": 123456789012345678903, "bookingDate": "soon", "transactionAmount": {"amount": 1e2, "currency": "EUR"}}
  ]`
  const { look, rows, issues } = await readWhole(text)
  expect(look.format).toBe('json-list')
  expect(withoutRaw(rows)).toEqual([
    {
      row: 1,
      date: '2026-01-02',
      minor: -1_230,
      currency: 'EUR',
      payee: 'Bäcker',
      description: 'Bäcker',
      tags: ['food', 'shop'],
      bankId: '123456789012345678901',
    },
    {
      row: 2,
      date: '2026-01-03',
      minor: -30,
      currency: 'EUR',
      payee: 'Kiosk',
      description: 'Kiosk',
      bankId: '123456789012345678902',
    },
  ])
  expect(issues.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '3 not-a-record',
    '4 not-a-date',
  ])
  expect('polluted' in {}).toBe(false)
})

test('finds the list within an object, the one with days', async () => {
  const text =
    '{"accounts":[{"name":"Main"}],"transactions":{"booked":[{"date":"13/01/2026","amount":"1,50","description":"Bus"}],"pending":[]}}'
  const { rows } = await readWhole(text)
  expect(rows).toMatchObject([
    { row: 1, date: '2026-01-13', minor: 150, description: 'Bus' },
  ])
})

test('takes seconds and milliseconds since 1970 for days in the zone of the ledger', async () => {
  const text =
    '[{"created":1767398400,"amount":-250,"description":"Bus"},{"created":1767398400000,"amount":-3.5,"description":"Tram"}]'
  const { rows } = await readWhole(text)
  expect(rows).toMatchObject([
    { date: '2026-01-03', minor: -25_000 },
    { date: '2026-01-03', minor: -350 },
  ])
})

test('I4 says of JSON that breaks off or is none after which record', async () => {
  const whole = JSON.stringify(
    Array.from({ length: 50 }, (_, at) => ({
      date: '2026-01-02',
      amount: `${at}.50`,
      description: `Bus ${at}`,
    })),
  )
  for (let length = 40; length < whole.length; length += 61) {
    await expect(readWhole(whole.slice(0, length))).rejects.toThrow('cut-short')
  }
  const broken = whole.replace('"Bus 30"', 'Bus 30')
  await expect(readWhole(broken)).rejects.toMatchObject({
    issue: { code: 'cut-short', line: 31 },
  })
})

test('I5 reads JSON of any depth without falling over it', async () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  const text = `[{"date":"2026-01-02","amount":"1.50","description":"Bus","more":${deep}},{"date":"2026-01-03","amount":"2.50","description":"Tram"}]`
  const { rows } = await readWhole(text)
  expect(rows.map(({ minor }) => minor)).toEqual([150, 250])
})

const start = '[{"date":"2026-01-02","amount":"1.50","description":"Bus"},'

test.each([
  ['a text', `${start}{"date":"`, 'x'.repeat(64 * 1024)],
  ['a number', `${start}{"amount":1`, '0'.repeat(64 * 1024)],
  ['a record', `${start}{"a":1`, ',"b":[1,{"c":""}]'.repeat(4_000)],
  ['lists within lists', `${start}{"a":`, '['.repeat(64 * 1024)],
])(
  'I4 %s without an end is refused before it fills the memory',
  async (_, begin, piece) => {
    let given = 0
    const source = {
      ...aSource(''),
      text: async function* () {
        yield begin
        for (; given < 1_000; given += 1) yield piece
      },
    }
    await expect(
      jsonListReader.look(source, {}, aContext),
    ).rejects.toMatchObject({
      issue: { code: 'record-too-long', line: 2, counts: 'record' },
    })
    expect(given).toBeLessThan(40)
  },
)

test('whatever stands beside the list may be of any length', async () => {
  const beside = `{"name":"${'x'.repeat(1_000)}"},`.repeat(3_000)
  const text = `{"list":${start}{"date":"2026-01-03","amount":"2.50","description":"Tram"}],"others":[${beside}{}]}`
  expect(text.length).toBeGreaterThan(3_000_000)
  const { rows } = await lookAt(jsonListReader, text)
  expect(rows.map(({ minor }) => minor)).toEqual([150, 250])
})
