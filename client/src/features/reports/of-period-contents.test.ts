import { beforeAll, expect, test } from 'vitest'
import type { LargestAnswer } from '../../data/views/reports.ts'
import { anAsk, someWords } from './an-ask.ts'
import { incomeContent } from './income-content.ts'
import { largestContent } from './largest-content.ts'
import { payeesContent } from './payees-content.ts'
import { patternContent } from './pattern-content.ts'
import { plainly, someNamed } from './some-named.ts'
import { sumsBy } from './some-sums.ts'
import { spendingContent } from './spending-content.ts'
import { stepsIn } from './steps.ts'
import { monthWeeks } from './weeks.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

const november = anAsk('2026-11', someNamed)
const alone = anAsk('2026-11', someNamed, { before: undefined })

test('spending: the most first, with its share and what it was before, and branches that open', () => {
  const content = spendingContent(
    sumsBy({ cat_home: [800, 750], cat_bread: [100, 0], cat_food: [100, 130] }),
    november,
    words,
  )
  expect(plainly(content.sentence)).toBe(
    'You spent €10.00 in November 2026, the most on Home: 80%.',
  )
  expect(content.notes?.map(plainly)).toEqual([
    'That is €1.20 (14%) more than in 1–22 Oct 2026.',
  ])
  expect(content.table.rows.map(row => [row.cells, row.bar])).toEqual([
    [['Home', 8_000, 800, 750, 50], 1],
    [['Food', 2_000, 200, 130, 70], 0.25],
  ])
  expect(content.table.rows[1]?.children?.map(({ cells }) => cells)).toEqual([
    ['Bread', 1_000, 100, 0, 100],
    ['Food only', 1_000, 100, 130, -30],
  ])
  expect(content.table.sum?.cells).toEqual([
    'All together',
    10_000,
    1_000,
    880,
    120,
  ])
  expect(content.table.rows[0]?.to).toBe(
    '/transactions?types=expense&categories=cat_home&period=2026-11',
  )
})

test('spending: more came back than was spent, and a box for nothing below zero', () => {
  const content = spendingContent(
    sumsBy({ cat_home: [-900], cat_food: [200] }),
    alone,
    words,
  )
  expect(plainly(content.sentence)).toBe('Nothing was spent in November 2026.')
  expect(content.table.columns).toHaveLength(3)
  expect(content.chart).toMatchObject({
    boxes: [{ name: 'Food', minor: 200 }],
  })
  expect(content.isEmpty).toBe(false)
  expect(spendingContent(sumsBy({}), alone, words).isEmpty).toBe(true)
})

test('payees: how often, the mean of each time, and what of everything', () => {
  const content = payeesContent(
    sumsBy({ pay_shop: [900, 600], '=Market': [100, 0] }),
    november,
    words,
  )
  expect(plainly(content.sentence)).toBe(
    'Shop got the most in November 2026: €9.00 at once, 90% of everything.',
  )
  expect(content.notes?.map(plainly)).toEqual([
    'That is €4.00 (67%) more than in 1–22 Oct 2026.',
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Shop', 1, 900, 9_000, 900, 300],
    ['Market', 1, 100, 1_000, 100, 100],
  ])
  expect(content.table.rows[1]?.to).toBe(
    '/transactions?descriptions=Market&types=expense&payees=none&period=2026-11',
  )
  const none = payeesContent(sumsBy({}), alone, words)
  expect(plainly(none.sentence)).toBe('Nothing was spent in November 2026.')
  expect(none.notes?.map(plainly)).toEqual([])
})

test('the largest: what they are of everything, and each where it is listed', () => {
  const row = (id: string, parts: readonly object[] = []) => ({
    id,
    type: 'expense',
    description: id,
    date: '2026-11-03',
    category: 'cat_home',
    parts,
  })
  const answer = {
    ...alone.days,
    currency: 'EUR',
    rows: [
      { row: row('Rent'), minor: 800 },
      { row: row('Fair', [{ category: 'cat_food' }]), minor: 100 },
    ],
    totalMinor: 1_200,
    count: 5,
    missing: [],
  } as unknown as LargestAnswer
  const content = largestContent(answer, alone, words)
  expect(plainly(content.sentence)).toBe(
    'The most went on “Rent” in November 2026: €8.00.',
  )
  expect(content.notes?.map(plainly)).toEqual([
    'These 2 of 5 expenses are 75% of €12.00.',
  ])
  expect(content.table.rows.map(({ cells, bar }) => [...cells, bar])).toEqual([
    ['Rent', '2026-11-03', 'Home', 6_667, 800, 1],
    ['Fair', '2026-11-03', 'In parts', 833, 100, 0.125],
  ])
  expect(content.table.rows[0]?.to).toBe(
    '/transactions?types=expense&period=2026-11&order=amount&record=Rent',
  )
  expect(content.table.sum?.cells.at(-1)).toBe(900)
  const all = largestContent({ ...answer, count: 2 }, alone, words)
  expect(all.notes).toEqual([])
})

const year = anAsk('2026-06-01..2026-11-30', someNamed, { before: undefined })
const steps = stepsIn(year.days, 'month', year.counting)

test('income: from where, by what it is for or who pays, and whether it rises', () => {
  // The period, then its six months, of which five are over.
  const long = anAsk('2026-04-01..2026-11-30', someNamed, {
    before: undefined,
  })
  const eight = stepsIn(long.days, 'month', long.counting)
  const by = sumsBy(
    {
      cat_pay: [2_300, 200, 200, 200, 200, 300, 300, 400, 500],
      none: [40, 0, 0, 0, 0, 0, 0, 40, 0],
    },
    'income',
  )
  const content = incomeContent(by, eight, 'category', long, words)
  expect(plainly(content.sentence)).toBe(
    '€23.40 came in in 1 Apr – 30 Nov 2026, the most from Pay: 98%.',
  )
  // 300, 300 and 440 until October; 200 each before.
  expect(content.notes?.map(plainly)).toEqual([
    'It rises: the last 3 full months brought €10.40, those before €6.00.',
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Pay', 9_829, 2_300],
    ['No category', 171, 40],
  ])
  expect(content.chart).toMatchObject({
    now: 7,
    series: [
      { name: 'Pay', values: [200, 200, 200, 200, 300, 300, 400, 500] },
      { name: 'No category' },
    ],
  })
  const payers = incomeContent(
    sumsBy({ pay_work: [900, 0, 0, 0, 0, 0, 900] }, 'income'),
    steps,
    'payee',
    year,
    words,
  )
  expect(plainly(payers.sentence)).toContain('the most from Work: 100%')
  expect(payers.notes).toEqual([])
  expect(
    plainly(incomeContent(sumsBy({}), steps, 'payee', year, words).sentence),
  ).toBe('Nothing came in in 1 Jun – 30 Nov 2026.')
})

test('weeks: what recurs in the same week of every month, and which week is the fullest', () => {
  const days = { from: '2026-09-01', to: '2026-10-31' }
  const weeks = monthWeeks(days, november.counting)
  const asked = anAsk('2026-09-01..2026-10-31', someNamed, {
    before: undefined,
  })
  const bySpan = (first: readonly number[], second: readonly number[]) =>
    sumsBy({ cat_home: [...first, ...second], cat_food: first.map(() => 1) })
  const content = patternContent(
    bySpan([800, 0, 0, 0, 5], [700, 0, 0, 3, 0]),
    weeks,
    asked,
    words,
  )
  expect(plainly(content.sentence)).toBe(
    'One category recurs in the same week of all 2 months: Home in the first week.',
  )
  expect(content.notes?.map(plainly)).toEqual([
    'Home changed the most: €8.05 in September 2026, €7.03 in October 2026.',
    'The most goes in the first week of a month: 99%.',
  ])
  const [home, food] = content.table.rows
  expect(home?.marks?.slice(0, 3)).toEqual([
    undefined,
    'recurs every month',
    undefined,
  ])
  expect(home?.heats?.[1]).toBe(1)
  expect(food?.marks?.every(mark => mark === undefined)).toBe(true)
  expect(home?.links?.[2]).toBeUndefined()
  const apart = patternContent(
    bySpan([800, 0, 0, 0, 0], [0, 700, 0, 0, 0]),
    weeks,
    asked,
    words,
  )
  expect(apart.sentence).toBe(
    'No category has something in the same week of all 2 months.',
  )
  expect(patternContent(sumsBy({}), weeks, asked, words)).toMatchObject({
    sentence: 'Nothing was spent in these months.',
    isEmpty: true,
  })
  const one = monthWeeks(
    { from: '2026-10-01', to: '2026-10-31' },
    asked.counting,
  )
  expect(
    patternContent(sumsBy({ cat_home: [1] }), one, asked, words).sentence,
  ).toBe('Choose two months or more to see what recurs.')
})
