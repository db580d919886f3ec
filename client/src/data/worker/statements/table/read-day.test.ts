import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { createOrderVotes } from './date-order.ts'
import { dayIn, findDay } from './read-day.ts'

test.each([
  ['2026-01-31', '2026-01-31'],
  ['2026/1/31', '2026-01-31'],
  ['2026.01.31.', '2026-01-31'],
  ['2026. 01. 31.', '2026-01-31'],
  ['20260131', '2026-01-31'],
  ['20260131235959', '2026-01-31'],
  ['2026-01-31 23:59:59', '2026-01-31'],
  ['2026-01-31T23:59:59.123', '2026-01-31'],
  ['2026-01-31-23.59.59.000000', '2026-01-31'],
  ['2026-07-31T23:30:00.000Z', '2026-08-01'],
  ['2026-07-31 23:30:00 UTC', '2026-08-01'],
  ['2026-07-31T23:30:00-0500', '2026-08-01'],
  ['31 Jan 2026', '2026-01-31'],
  ['31-JAN-26', '2026-01-31'],
  ['Jan 31, 2026', '2026-01-31'],
  ['Saturday, January 31st, 2026 3:05 PM', '2026-01-31'],
  ['31 de janeiro de 2026', '2026-01-31'],
  ['31. März 2026', '2026-03-31'],
  ['1er août 2026', '2026-08-01'],
  ['31 ene 2026', '2026-01-31'],
  ['1 mei 2026', '2026-05-01'],
  ['31 gennaio 2026', '2026-01-31'],
  ['2026. január 31.', '2026-01-31'],
  ['31 sierpnia 2026', '2026-08-31'],
  ['mar. 3 fév. 2026', '2026-02-03'],
  ['2026年1月31日', '2026-01-31'],
  ['2026년 1월 31일', '2026-01-31'],
  ['46053', '2026-01-31'],
  ['46053.99', '2026-01-31'],
  ['1769900000', '2026-01-31'],
  ['\u200e2026\u201101\u201131', '2026-01-31'],
])('%s is a day by itself', (cell, day) => {
  expect(findDay(cell, 'Europe/Lisbon')).toBe(day)
})

test.each([
  ['31/01/2026', [31, 1, 2026]],
  ['01.02.26', [1, 2, 26]],
  [' 1/ 2/2026 10:20', [1, 2, 2026]],
  ['01-02-2026.', [1, 2, 2026]],
  ['31012026', [31, 1, 2026]],
] as const)('%s needs its column', (cell, numbers) => {
  expect(findDay(cell, 'UTC')).toEqual(numbers)
})

test.each([
  '',
  'Pending',
  '2026-02-30',
  '12:30',
  '1,234.56',
  '-3,40',
  'May 2026',
  '2026',
])('%j is no day', cell => {
  expect(findDay(cell, 'UTC')).toBeUndefined()
})

const orders = ['ymd', 'dmy', 'mdy'] as const
const days = fc.array(fc.integer({ min: 0, max: 25_000 }), {
  minLength: 1,
  maxLength: 60,
})

test('a column is read as it was written once one of its days tells how', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...orders),
      fc.constantFrom('/', '.', '-', ' '),
      fc.boolean(),
      days,
      (order, mark, isPadded, numbers) => {
        const written = [...numbers.map(fromDayNumber), '2026-12-31']
        const votes = createOrderVotes(false)
        const found = written.map(day => {
          const [year = '', ...rest] = day.split('-')
          const [month = '', date = ''] = rest.map(part =>
            isPadded ? part : String(Number(part)),
          )
          const parts = {
            ymd: [year, month, date],
            dmy: [date, month, year],
            mdy: [month, date, year],
          }
          return findDay(parts[order].join(mark), 'UTC')
        })
        for (const each of found) if (each !== undefined) votes.add(each)
        const decided = votes.found()
        expect(decided.isSure).toBe(true)
        expect(found.map(each => each && dayIn(each, decided.order))).toEqual(
          written,
        )
      },
    ),
  )
})

test('where every order can be read, days that follow each other decide', () => {
  const votes = createOrderVotes(false)
  for (const cell of ['01/02/2026', '01/03/2026', '01/05/2026']) {
    const found = findDay(cell, 'UTC')
    if (found !== undefined) votes.add(found)
  }
  expect(votes.found()).toMatchObject({ order: 'mdy', isSure: false })
})
