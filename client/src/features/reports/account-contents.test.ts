import { beforeAll, expect, test } from 'vitest'
import type { BalancesOverAnswer } from '../../data/views/reports.ts'
import { anAsk, someWords } from './an-ask.ts'
import { balancesContent } from './balances-content.ts'
import { netWorthContent } from './net-worth-content.ts'
import { someNamed } from './some-named.ts'
import { stepsIn } from './steps.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

const ask = anAsk('2026-10-01..2026-11-30', someNamed)
const steps = stepsIn(ask.days, 'month', ask.counting)
const dates = ['2026-09-30', '2026-10-31', '2026-11-22']

/** In the bank 100, −50 and 300; dollars since October, and no rate for them on its last day. */
const answer: BalancesOverAnswer = {
  base: 'EUR',
  dates,
  accounts: [
    { id: 'acc_bank', minor: [100, -50, 300], baseMinor: [100, -50, 300] },
    { id: 'acc_usd', minor: [null, 1_000, 500], baseMinor: [null, null, 460] },
    { id: 'acc_none', minor: [0, 0, 0], baseMinor: [0, 0, 0] },
  ],
  totals: [100, -50, 760],
  missing: ['acc_usd'],
}
const left =
  'For Dollars there is no rate of some of these days: what is converted leaves them out.'

test('balances: each account in its own currency, the one that holds the most named', () => {
  const content = balancesContent({ steps, answer }, ask, words)
  expect(content.sentence).toBe(
    'On 22 November 2026 the most is in Dollars: US$5.00.',
  )
  expect(content.notes).toEqual([left])
  expect(
    content.table.rows.map(({ cells, currency, to }) => [cells, currency, to]),
  ).toEqual([
    [['Bank', 'EUR', 200, 100, -50, 300], 'EUR', '/accounts/acc_bank'],
    [
      ['Dollars', 'USD', -500, undefined, 1_000, 500],
      'USD',
      '/accounts/acc_usd',
    ],
  ])
  expect(content.chart).toMatchObject({
    series: [
      { name: 'Dollars', values: [null, null, 460] },
      { name: 'Bank', values: [100, -50, 300] },
    ],
  })
})

test('net worth: what is owned and owed on each day, and how it has changed', () => {
  const content = netWorthContent({ steps, answer }, ask, words)
  expect(content.sentence).toBe(
    'On 22 November 2026 everything together is worth €7.60.',
  )
  expect(content.notes).toEqual([
    'That is €6.60 more than on 30 September 2026.',
    left,
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['2026-09-30', 100, 0, 100, undefined],
    ['2026-10-31', 0, -50, -50, -150],
    ['2026-11-22', 760, 0, 760, 810],
  ])
  expect(content.table.rows[1]?.to).toBe('/accounts?on=2026-10-31')
  const fell = { ...answer, totals: [100, 0, -20], missing: [] }
  expect(netWorthContent({ steps, answer: fell }, ask, words).notes).toEqual([
    'That is €1.20 less than on 30 September 2026.',
  ])
})

test('without accounts there is nothing to draw', () => {
  const none = { ...answer, accounts: [], totals: [0, 0, 0], missing: [] }
  expect(balancesContent({ steps, answer: none }, ask, words)).toMatchObject({
    sentence: 'There was nothing in any account then.',
    isEmpty: true,
  })
  expect(netWorthContent({ steps, answer: none }, ask, words).isEmpty).toBe(
    true,
  )
})
