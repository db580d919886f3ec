import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/local-date.ts'
import { usualAt, type PastUse } from './usual.ts'

const today = '2026-11-24' // a Tuesday

function aUse(fields: Partial<PastUse> = {}): PastUse {
  return {
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: addDays(today, -1),
    account: 'acc_cash',
    category: 'cat_out',
    minute: 8 * 60,
    ...fields,
  }
}

/** Every day of the last fortnight but today. */
function daily(fields: Partial<PastUse>): readonly PastUse[] {
  return Array.from({ length: 14 }, (_, back) =>
    aUse({ date: addDays(today, -back - 1), ...fields }),
  )
}

const coffee = daily({})
const lunch = daily({ description: 'Lunch', minor: 950, minute: 12 * 60 + 40 })
const names = (found: readonly { readonly description: string }[]) =>
  found.map(({ description }) => description)

test('in the morning coffee is usual, at noon lunch', () => {
  const history = [...coffee, ...lunch]
  expect(names(usualAt(history, { date: today, minute: 7 * 60 }, 3))).toEqual([
    'Coffee',
  ])
  expect(names(usualAt(history, { date: today, minute: 12 * 60 }, 3))[0]).toBe(
    'Lunch',
  )
})

test('it says what is usually paid, from where, and for what', () => {
  const history = [
    ...coffee,
    aUse({ minor: 180, date: addDays(today, -1), description: 'coffee' }),
  ]
  expect(usualAt(history, { date: today, minute: 480 }, 1)).toMatchObject([
    { minor: 120, account: 'acc_cash', category: 'cat_out', currency: 'EUR' },
  ])
})

test('a higher price shows once it has been paid most often', () => {
  const history = coffee.map((use, back) =>
    back < 5 ? { ...use, minor: 130 } : use,
  )
  expect(usualAt(history, { date: today, minute: 480 }, 1)[0]?.minor).toBe(130)
})

test('what was written down this morning is done with', () => {
  const history = [...coffee, aUse({ date: today, minute: 8 * 60 })]
  expect(usualAt(history, { date: today, minute: 8 * 60 + 20 }, 3)).toEqual([])
})

test('two times are no habit, and months ago are none any more', () => {
  const twice = coffee.slice(0, 2)
  const old = coffee.map(use => ({ ...use, date: addDays(use.date, -150) }))
  const moment = { date: today, minute: 480 }
  expect(usualAt(twice, moment, 3)).toEqual([])
  expect(usualAt(old, moment, 3)).toEqual([])
})

test('the account at hand decides between two habits of the same hour', () => {
  const bread = daily({ description: 'Bread', account: 'acc_card' })
  const moment = { date: today, minute: 480, account: 'acc_card' }
  expect(names(usualAt([...coffee, ...bread], moment, 2))[0]).toBe('Bread')
})

test('imported history, without a time of day, counts less and still counts', () => {
  const imported = coffee.map(use => ({ ...use, minute: undefined }))
  const moment = { date: today, minute: 480 }
  const [known] = usualAt(coffee, moment, 1)
  const [unknown] = usualAt(imported, moment, 1)
  expect(unknown?.score).toBeGreaterThan(0)
  expect(unknown?.score).toBeLessThan(known?.score ?? 0)
})

test('the order of the history changes nothing', () => {
  const history = [...coffee, ...lunch]
  const moment = { date: today, minute: 600 }
  const wanted = usualAt(history, moment, 5)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(history, { minLength: history.length }),
      shuffled => {
        const found = usualAt(shuffled, moment, 5)
        expect(names(found)).toEqual(names(wanted))
        expect(found.map(each => each.minor)).toEqual(
          wanted.map(each => each.minor),
        )
      },
    ),
  )
})
