import { expect, test } from 'vitest'
import { checkDoc } from '../sync/check-doc.ts'
import { canonicalText } from '../sync/encode.ts'
import { readDate, readDay } from './day-rates.ts'

const everything = () => true
const aRow = (cells: Record<string, string>, date = '2026-11-20') => ({
  line: 7,
  date,
  cells: Object.entries(cells).map(([quote, text]) => ({ quote, text })),
})

test('a day becomes docs that say nothing of device, person or file', () => {
  const day = readDay(
    aRow({ USD: '1.0832', JPY: ' 163.21 ' }),
    'EUR',
    everything,
  )
  expect(day.rates).toMatchObject([
    {
      kind: 'rate',
      v: 1,
      base: 'EUR',
      quote: 'USD',
      date: '2026-11-20',
      ratePpm: 1_083_200,
      source: 'ecb',
    },
    {
      kind: 'rate',
      v: 1,
      base: 'EUR',
      quote: 'JPY',
      date: '2026-11-20',
      ratePpm: 163_210_000,
      source: 'ecb',
    },
  ])
  for (const doc of day.rates) expect(checkDoc(doc).ok).toBe(true)
})

test('another spelling of the same rate is the same doc, byte by byte', () => {
  const texts = ['1.0832', '1.08320', '01.0832 '].map(text =>
    canonicalText(readDay(aRow({ USD: text }), 'EUR', everything).rates),
  )
  expect(new Set(texts).size).toBe(1)
  const [doc] = readDay(aRow({ USD: '1.0832' }), 'EUR', everything).rates
  // Fixed for ever: another id would double what other devices have.
  expect(doc?._id).toBe('rate_2c4fbf492e8422200275b01e0f38770d')
})

test('what is missing is counted, what is unreadable is shown with its line', () => {
  const day = readDay(
    aRow({
      USD: 'N/A',
      GBP: '',
      JPY: '-',
      CHF: '0',
      NOK: '-1.5',
      SEK: '1,5',
      PLN: 'x'.repeat(200),
      eur: '1',
      EUR: '1',
      DKK: '7.45',
    }),
    'EUR',
    everything,
  )
  expect(day.missing).toBe(3)
  expect(day.rates.map(({ quote }) => quote)).toEqual(['DKK'])
  expect(day.issues).toEqual([
    { line: 7, code: 'not-a-rate', found: 'CHF 0' },
    { line: 7, code: 'not-a-rate', found: 'NOK -1.5' },
    { line: 7, code: 'not-a-rate', found: 'SEK 1,5' },
    { line: 7, code: 'not-a-rate', found: `PLN ${'x'.repeat(76)}` },
    { line: 7, code: 'not-a-currency', found: 'eur' },
    { line: 7, code: 'not-a-currency', found: 'EUR' },
  ])
})

test('only what is wanted is made', () => {
  const row = aRow({ USD: '1.1', GBP: 'x' })
  const day = readDay(row, 'EUR', quote => quote === 'USD')
  expect(day.rates).toHaveLength(1)
  expect(day.issues).toEqual([])
})

test.each([
  ['2026-11-20', '2026-11-20'],
  [' 20 November 2026', '2026-11-20'],
  ['3 may 1999', '1999-05-03'],
  ['2026-02-30', undefined],
  ['30 February 2026', undefined],
  ['20/11/2026', undefined],
  ['20 November 2026 extra', undefined],
  ['', undefined],
])('the date %s', (text, date) => {
  expect(readDate(text)).toBe(date)
  if (date === undefined) {
    const day = readDay(aRow({ USD: '1' }, text), 'EUR', everything)
    expect(day).toMatchObject({
      rates: [],
      issues: [{ line: 7, code: 'not-a-date', found: text }],
    })
  }
})
