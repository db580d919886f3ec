import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DaySpan } from '../views/transactions.ts'
import { packDays, unpackDays } from './days-packed.ts'

const day = fc.record(
  {
    day: fc.integer({ min: -20_000, max: 80_000 }),
    count: fc.integer({ min: 1, max: 500 }),
    incomeMinor: fc.maxSafeInteger(),
    expenseMinor: fc.maxSafeInteger(),
    missing: fc.array(
      fc.record({
        currency: fc.constantFrom('USD', 'JPY'),
        count: fc.nat(9),
        incomeMinor: fc.nat(),
        expenseMinor: fc.nat(),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ['day', 'count', 'incomeMinor', 'expenseMinor'] },
)

/** Days as a list has them: each begins where the one before ends. */
const days = fc.array(day).map(each => {
  let start = 0
  return each.map((span): DaySpan => {
    const made = { start, ...span }
    start += span.count
    return made
  })
})

test('packed days come out as they were, also through a message', () => {
  fc.assert(
    fc.property(days, each => {
      expect(unpackDays(structuredClone(packDays(each)))).toEqual(each)
    }),
  )
})
