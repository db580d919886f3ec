import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDocOf } from '../../testing/docs.ts'
import { periodOf } from '../calendar/periods.ts'
import type { Category } from '../category/tree.ts'
import {
  budgetCategories,
  budgetPeriods,
  copyBudgets,
  countsFor,
  inSuccession,
  isInEffect,
  type Budget,
} from './budget.ts'
import { keepBudget, keepingOf, paceOf, suggestBudget } from './keep-budget.ts'

const usual = { firstDay: 1, weekStart: 1 }

function aBudget(fields: Partial<Budget>): Budget {
  const { rollover, ...rest } = aDocOf('budget') as Budget
  expect(rollover).toBe(true)
  return { ...rest, minor: 40_000, ...fields }
}

function months(first: string, count: number) {
  const periods = [periodOf(`${first}-01`, 'month', usual)]
  while (periods.length < count) {
    const last = periods.at(-1)?.to ?? ''
    const next = new Date(Date.parse(last) + 86_400_000)
    periods.push(periodOf(next.toISOString().slice(0, 10), 'month', usual))
  }
  return periods
}

const autumn = months('2026-08', 4)
const spent = [35_000, 46_000, 40_000, 12_000]

test('each month for itself', () => {
  const kept = keepBudget(aBudget({}), autumn, spent)
  expect(kept.map(({ leftMinor }) => leftMinor)).toEqual([
    5_000, -6_000, 0, 28_000,
  ])
  expect(kept.map(({ overMinor }) => overMinor)).toEqual([0, 6_000, 0, 0])
  expect(kept[1]).toMatchObject({
    period: { from: '2026-09-01', to: '2026-09-30' },
    givenMinor: 40_000,
    carriedMinor: 0,
    availableMinor: 40_000,
    usedBasisPoints: 11_500,
  })
})

test('with rollover what is left goes on, and so does what is lacking', () => {
  const kept = keepBudget(aBudget({ rollover: true }), autumn, spent)
  expect(kept.map(({ carriedMinor }) => carriedMinor)).toEqual([
    0, 5_000, -1_000, -1_000,
  ])
  expect(kept.map(({ leftMinor }) => leftMinor)).toEqual([
    5_000, -1_000, -1_000, 27_000,
  ])
})

test('what is left at the end is what all periods gave less what was spent', () => {
  const sums = fc.array(fc.integer({ min: -10_000, max: 100_000 }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(sums, fc.nat(100_000), (all, minor) => {
      const periods = months('2026-01', all.length)
      const kept = keepBudget({ minor, rollover: true }, periods, all)
      const whole = all.reduce((sum, each) => sum + each, 0)
      expect(kept.at(-1)?.leftMinor).toBe(minor * all.length - whole)
      for (const each of keepBudget({ minor }, periods, all)) {
        expect(each.spentMinor + each.leftMinor).toBe(minor)
      }
    }),
  )
  expect(() => keepBudget({ minor: 5 }, autumn, [1])).toThrow('One sum')
})

test('the pace of a month', () => {
  const [, , , november] = keepBudget(aBudget({}), autumn, spent)
  if (november === undefined) throw new Error('Four months')
  // Ten of thirty days: 12,000 of 40,000 where 13,333 would be even, and 36,000 by the end.
  expect(paceOf(november, '2026-11-10')).toEqual({
    daysLeft: 21,
    evenMinor: 13_333,
    aheadMinor: -1_333,
    projectedMinor: 36_000,
    // 28,000 over 21 days.
    perDayMinor: 1_333,
    state: 'even',
  })
  expect(paceOf(november, '2026-11-05').state).toBe('fast')
  expect(paceOf(november, '2026-11-02').state).toBe('even')
  expect(paceOf(november, '2026-11-20').state).toBe('slow')
  const over = { ...november, spentMinor: 40_001, leftMinor: -1 }
  expect(paceOf(over, '2026-11-30')).toMatchObject({
    state: 'over',
    perDayMinor: 0,
    daysLeft: 1,
  })
  expect(() => paceOf(november, '2026-12-01')).toThrow('2026-12-01')
})

test('how often it was kept, and by how much not', () => {
  const sums = [50_000, 43_000, 39_000, 12_000]
  const kept = keepBudget(aBudget({}), autumn, sums)
  // November goes on.
  expect(keepingOf(kept, '2026-11-22')).toEqual({
    periods: 3,
    kept: 1,
    over: 2,
    keptBasisPoints: 3_333,
    meanOverMinor: 6_500,
    mostOverMinor: 10_000,
    streak: 1,
  })
  expect(keepingOf(kept, '2026-12-01').streak).toBe(2)
  expect(keepingOf([], '2026-12-01')).toMatchObject({
    keptBasisPoints: undefined,
    streak: 0,
  })
})

test('a budget is suggested by the median of the last six', () => {
  expect(
    suggestBudget([99_000, 10, 30_000, 31_000, 90_000, 29_000, 32_000]),
  ).toEqual({
    outcome: 'suggested',
    // Of 10 29,000 30,000 31,000 32,000 90,000.
    minor: 30_500,
    of: 6,
  })
  expect(suggestBudget([10, 20])).toEqual({
    outcome: 'too-little-data',
    has: 2,
    needs: 3,
  })
  expect(suggestBudget([-5, -5, 10])).toMatchObject({ minor: 0 })
})

const food = { ...aDocOf('category'), _id: 'cat_food' } as Category
const bread = { ...food, _id: 'cat_bread', name: 'Bread', parent: 'cat_food' }
const rent = { ...food, _id: 'cat_rent', name: 'Rent' }
const all = [food, bread, rent]

test('a budget is for its categories and what is below them, for all or for one', () => {
  const ofFood = budgetCategories({ category: 'cat_food' }, all)
  expect([...(ofFood ?? [])]).toEqual(['cat_food', 'cat_bread'])
  const group = budgetCategories({ categories: ['cat_bread', 'cat_rent'] }, all)
  expect([...(group ?? [])]).toEqual(['cat_bread', 'cat_rent'])
  expect(budgetCategories({}, all)).toBeUndefined()

  expect(countsFor({}, ofFood, { category: 'cat_bread' })).toBe(true)
  expect(countsFor({}, ofFood, { category: 'cat_rent' })).toBe(false)
  expect(countsFor({}, ofFood, {})).toBe(false)
  expect(countsFor({}, undefined, {})).toBe(true)
  const ann = { member: 'mem_ann0' }
  expect(countsFor(ann, undefined, { member: 'mem_ann0' })).toBe(true)
  expect(countsFor(ann, undefined, {})).toBe(false)
})

test('a budget has its periods from its first day to its last', () => {
  const from = (fields: Partial<Budget>) =>
    budgetPeriods(aBudget(fields), '2026-09-10', '2026-11-22', usual).map(
      ({ from }) => from,
    )
  expect(from({})).toEqual(['2026-09-01', '2026-10-01', '2026-11-01'])
  expect(from({ from: '2026-10-15' })).toEqual(['2026-10-01', '2026-11-01'])
  expect(from({ until: '2026-10-31' })).toEqual(['2026-09-01', '2026-10-01'])
  expect(from({ from: '2026-12-01' })).toEqual([])
  expect(from({ period: 'quarter' })).toEqual(['2026-07-01', '2026-10-01'])
})

test('what ended with the last period is copied into this one, once', () => {
  const october = { from: '2026-10-01', until: '2026-10-31' }
  const ended = aBudget({ _id: 'bud_0001', category: 'cat_food', ...october })
  const goesOn = aBudget({ _id: 'bud_0002', category: 'cat_rent' })
  const longAgo = aBudget({ _id: 'bud_0003', until: '2026-08-31' })
  const made = copyBudgets([ended, goesOn, longAgo], '2026-11-22', usual)
  expect(made).toMatchObject([
    {
      category: 'cat_food',
      minor: 40_000,
      from: '2026-11-01',
      until: '2026-11-30',
    },
  ])
  // Another device makes the same one.
  const again = copyBudgets([ended], '2026-11-03', usual)
  expect(again.map(({ _id }) => _id)).toEqual(made.map(({ _id }) => _id))
  const [copy] = made
  const there = { ...ended, ...copy } as Budget
  expect(copyBudgets([ended, there], '2026-11-22', usual)).toEqual([])
  expect(isInEffect(there, { from: '2026-11-30', to: '2026-12-30' })).toBe(true)
  expect(isInEffect(there, { from: '2026-12-01', to: '2026-12-31' })).toBe(
    false,
  )
})

test('budgets that were copied from month to month are one, whatever their amounts', () => {
  const food = { category: 'cat_food', rollover: false }
  const october = aBudget({ ...food, _id: 'bud_oct', from: '2026-10-01' })
  const november = aBudget({
    ...food,
    _id: 'bud_nov',
    from: '2026-11-01',
    minor: 50_000,
  })
  const weekly = aBudget({ ...food, _id: 'bud_week', period: 'week' })
  const hers = aBudget({ ...food, _id: 'bud_hers', member: 'mem_ana0' })
  const dollars = aBudget({ ...food, _id: 'bud_usd', currency: 'USD' })
  const found = inSuccession([november, weekly, october, hers, dollars])
  expect(found.map(all => all.map(({ _id }) => _id))).toEqual([
    ['bud_oct', 'bud_nov'],
    ['bud_week'],
    ['bud_hers'],
    ['bud_usd'],
  ])
})
