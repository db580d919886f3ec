import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber } from '../calendar/day-number.ts'
import { dueDays } from './posted.ts'
import {
  isLastOfMonth,
  rhythmOf,
  rhythmRule,
  usualRhythms,
} from './usual-rhythms.ts'

test('a rhythm begins on its first day and is read back from its rule', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber)
  fc.assert(
    fc.property(
      fc.constantFrom(...usualRhythms),
      day,
      fc.boolean(),
      (rhythm, first, wantsLast) => {
        const isLast =
          wantsLast && rhythm.startsWith('month') && isLastOfMonth(first)
        const rrule = rhythmRule(rhythm, first, isLast)
        const range = { from: first, to: '2200-01-01' }
        expect(dueDays({ rrule, start: first }, range, 1)).toEqual([first])
        const read = rhythmOf(rrule, first)
        expect(read?.rhythm).toBe(rhythm)
        expect(read && rhythmRule(read.rhythm, first, read.isLast)).toBe(rrule)
      },
    ),
  )
})

test('a rule that no form offers is left as it is', () => {
  expect(rhythmOf('FREQ=MONTHLY;BYDAY=2TU', '2026-01-13')).toBeUndefined()
  expect(rhythmOf('FREQ=SOMETIMES', '2026-01-13')).toBeUndefined()
})

test('a month ends with its last day', () => {
  expect(isLastOfMonth('2026-02-28')).toBe(true)
  expect(isLastOfMonth('2028-02-28')).toBe(false)
})
