import * as fc from 'fast-check'
import { RRule } from 'rrule'
import { expect, test } from 'vitest'
import { fromDayNumber } from '../calendar/day-number.ts'
import { addDays } from '../calendar/local-date.ts'
import { nextOccurrence, occurrencesIn } from './occurrences.ts'
import {
  frequencies,
  readRecurrence,
  recurrenceText,
  weekdays,
  type Recurrence,
} from './recurrence.ts'

function read(text: string): Recurrence {
  const rule = readRecurrence(text)
  if (!rule.ok) throw new Error(`${rule.failure.code} ${rule.failure.part}`)
  return rule.value
}

function first(text: string, start: string, count: number) {
  const range = { from: start, to: '2040-01-01' }
  return occurrencesIn(read(text), start, range, count)
}

test.each([
  // A month without the day is passed over.
  ['FREQ=MONTHLY', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
  [
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    '2026-01-31',
    ['2026-01-31', '2026-02-28', '2026-03-31'],
  ],
  // The 30th, or the last day of a month that has none.
  [
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    '2026-01-30',
    ['2026-01-30', '2026-02-28', '2026-03-30'],
  ],
  // The last working day.
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '2026-01-01',
    ['2026-01-30', '2026-02-27', '2026-03-31'],
  ],
  // The second last working day; of a single day there is none.
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '2026-01-01',
    ['2026-01-29', '2026-02-26'],
  ],
  ['FREQ=MONTHLY;COUNT=9;BYMONTHDAY=1;BYSETPOS=-2', '2026-01-01', []],
  ['FREQ=MONTHLY;BYDAY=2TU', '2026-01-01', ['2026-01-13', '2026-02-10']],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-01', ['2026-01-30', '2026-02-27']],
  [
    'FREQ=MONTHLY;BYDAY=1MO,SU',
    '2026-11-01',
    ['2026-11-01', '2026-11-02', '2026-11-08'],
  ],
  ['FREQ=MONTHLY;INTERVAL=3', '2026-11-15', ['2026-11-15', '2027-02-15']],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU',
    '2026-11-24',
    ['2026-11-24', '2026-11-29', '2026-12-08', '2026-12-13'],
  ],
  // The same, of weeks that begin with Sunday.
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    '2026-11-24',
    ['2026-11-24', '2026-12-06', '2026-12-08'],
  ],
  ['FREQ=YEARLY', '2024-02-29', ['2024-02-29', '2028-02-29']],
  ['FREQ=DAILY;INTERVAL=10', '2026-12-30', ['2026-12-30', '2027-01-09']],
  ['FREQ=WEEKLY;COUNT=2', '2026-11-24', ['2026-11-24', '2026-12-01']],
  [
    'FREQ=WEEKLY;UNTIL=20261208T000000Z',
    '2026-11-24',
    ['2026-11-24', '2026-12-01', '2026-12-08'],
  ],
])('%s from %s falls on %j', (text, start, expected) => {
  const isBounded = /COUNT|UNTIL/.test(text)
  const count = expected.length + (isBounded ? 1 : 0)
  expect(first(text, start, count)).toEqual(expected)
})

test.each([
  ['', 'unknown-part', ''],
  ['FREQ=HOURLY', 'no-frequency', 'FREQ'],
  ['INTERVAL=2', 'no-frequency', 'FREQ'],
  ['FREQ=YEARLY;BYMONTH=2', 'unknown-part', 'BYMONTH'],
  ['FREQ=DAILY;INTERVAL=0', 'bad-value', 'INTERVAL'],
  ['FREQ=DAILY;INTERVAL=1.5', 'bad-value', 'INTERVAL'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'bad-value', 'BYMONTHDAY'],
  ['FREQ=MONTHLY;BYMONTHDAY=', 'bad-value', 'BYMONTHDAY'],
  ['FREQ=MONTHLY;BYDAY=6MO', 'bad-value', 'BYDAY'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'does-not-fit', 'BYDAY'],
  ['FREQ=YEARLY;BYMONTHDAY=1', 'does-not-fit', 'BYMONTHDAY'],
  ['FREQ=MONTHLY;BYSETPOS=-1', 'does-not-fit', 'BYSETPOS'],
  ['FREQ=DAILY;FREQ=DAILY', 'twice', 'FREQ'],
  ['FREQ=DAILY;COUNT=2=3', 'bad-value', 'COUNT'],
  ['FREQ=DAILY;COUNT=3;UNTIL=20260101', 'two-ends', 'COUNT'],
  ['FREQ=DAILY;UNTIL=20260230', 'bad-value', 'UNTIL'],
])('“%s” is refused: %s in %s', (text, code, part) => {
  expect(readRecurrence(text)).toEqual({ ok: false, failure: { code, part } })
})

const monthDay = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.integer({ min: -31, max: -1 }),
)
const weekDay = fc.record(
  {
    day: fc.integer({ min: 1, max: 7 }),
    nth: fc.oneof(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: -5, max: -1 }),
    ),
  },
  { requiredKeys: ['day'] },
)
const day = fc.integer({ min: 15_000, max: 25_000 })

const rule: fc.Arbitrary<Recurrence> = fc
  .record({
    frequency: fc.constantFrom(...frequencies),
    interval: fc.integer({ min: 1, max: 6 }),
    monthDays: fc.uniqueArray(monthDay, { maxLength: 3 }),
    weekDays: fc.array(weekDay, { maxLength: 3 }),
    positions: fc.uniqueArray(fc.constantFrom(1, 2, -1, -2), { maxLength: 2 }),
    end: fc.oneof(
      fc.constant({}),
      fc.integer({ min: 1, max: 30 }).map(count => ({ count })),
      day.map(until => ({ until: fromDayNumber(until) })),
    ),
    weekStart: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ end, ...each }) => {
    const byMonth = each.frequency === 'MONTHLY'
    const monthDays = byMonth ? each.monthDays : []
    const weekDays = byMonth
      ? each.weekDays
      : each.frequency === 'WEEKLY'
        ? each.weekDays.map(({ day }) => ({ day }))
        : []
    const hasSet = byMonth && monthDays.length + weekDays.length > 0
    const positions = hasSet ? each.positions : []
    return { ...each, ...end, monthDays, weekDays, positions }
  })

test('what is written is read as the same rule', () => {
  fc.assert(
    fc.property(rule, each => {
      expect(read(recurrenceText(each))).toEqual(each)
    }),
  )
})

/**
 * Three readings of the library are not RFC 5545's: the second last of a
 * single day is that day; a day that is the first and the last counts twice;
 * and of weekdays with and without a number it takes only those that are both.
 */
const asTheLibrary = rule.map(({ positions, weekDays, ...each }) => ({
  ...each,
  positions: positions.filter(place => Math.abs(place) === 1).slice(0, 1),
  weekDays: weekDays.filter(
    ({ nth }) => (nth === undefined) === (weekDays[0]?.nth === undefined),
  ),
}))

test('days are those that the rrule library finds', () => {
  fc.assert(
    fc.property(asTheLibrary, day, day, (each, start, end) => {
      // Of a rule that falls on no day the library looks at eight thousand years.
      const begin = fromDayNumber(start)
      const decades = { from: begin, to: fromDayNumber(start + 11_000) }
      fc.pre(occurrencesIn(each, begin, decades, 1).length > 0)
      const { frequency, interval, monthDays, weekDays, positions } = each
      const oracle = new RRule({
        freq: RRule[frequency],
        interval,
        dtstart: utc(start),
        wkst: each.weekStart - 1,
        ...(monthDays.length > 0 && { bymonthday: [...monthDays] }),
        ...(weekDays.length > 0 && {
          byweekday: weekDays.map(({ day, nth }) => {
            const name = RRule[weekdays[day - 1] ?? 'MO']
            return nth === undefined ? name : name.nth(nth)
          }),
        }),
        ...(positions.length > 0 && { bysetpos: [...positions] }),
        ...(each.count !== undefined && { count: each.count }),
        ...(each.until !== undefined && {
          until: new Date(`${each.until}T00:00:00Z`),
        }),
      })
      const range = { from: fromDayNumber(start), to: fromDayNumber(end) }
      const expected = oracle
        .between(utc(start), utc(end), true)
        .map(date => date.toISOString().slice(0, 10))
      const found = occurrencesIn(each, range.from, range, 10_000)
      expect(found).toEqual([...new Set(expected)])
    }),
  )
})

function utc(day: number): Date {
  return new Date(day * 86_400_000)
}

test('a range has of a rule what the whole has there', () => {
  fc.assert(
    fc.property(
      rule,
      day,
      fc.nat(3_000),
      fc.nat(400),
      (each, start, at, more) => {
        const begin = fromDayNumber(start)
        const range = {
          from: fromDayNumber(start + at),
          to: fromDayNumber(start + at + more),
        }
        const whole = occurrencesIn(
          each,
          begin,
          { from: begin, to: range.to },
          10_000,
        )
        const part = whole.filter(date => date >= range.from)
        expect(occurrencesIn(each, begin, range)).toEqual(part)
        const next = nextOccurrence(each, begin, range.from)
        if (part.length > 0) expect(next).toBe(part[0])
        else if (next !== undefined) expect(next > range.to).toBe(true)
      },
    ),
  )
})

test('a rule that falls on no day ends', () => {
  const never = read('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30')
  expect(nextOccurrence(never, '2026-02-01', '2026-02-01')).toBeUndefined()
})

test('a rule of long ago is asked for today', () => {
  const daily = read('FREQ=DAILY')
  const today = '2026-11-22'
  expect(nextOccurrence(daily, '1900-01-01', today)).toBe(today)
  expect(nextOccurrence(daily, addDays(today, 9), today)).toBe('2026-12-01')
})
