import { beforeAll, expect, test } from 'vitest'
import type { SettleUpAnswer } from '../../data/views/reports.ts'
import { anAsk, someWords } from './an-ask.ts'
import { membersContent } from './members-content.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

const members = ['Ana', 'Rui', 'Eva'].map(name => ({
  _id: `mem_${name.toLowerCase()}`,
  kind: 'member' as const,
  v: 1,
  name,
}))

type Share = readonly [name: string, paid: number, owed: number]

const answer = (
  shares: readonly Share[],
  settlements: readonly (readonly [string, string, number])[],
  unsharedMinor = 0,
): SettleUpAnswer => ({
  currency: 'EUR',
  spans: [
    {
      from: '2026-11-01',
      to: '2026-11-30',
      shares: shares.map(([name, paidMinor, owedMinor]) => ({
        member: `mem_${name}`,
        paidMinor,
        owedMinor,
        balanceMinor: paidMinor - owedMinor,
      })),
      settlements: settlements.map(([from, to, minor]) => ({
        from: `mem_${from}`,
        to: `mem_${to}`,
        minor,
      })),
      unsharedMinor,
      count: shares.length,
      missing: [],
    },
  ],
})

const ask = () => anAsk('2026-11', { members }, { before: undefined })

test('says which payments settle a month, who paid the most and what is left out', () => {
  const content = membersContent(
    answer(
      [
        ['ana', 9_000, 4_500],
        ['eva', 0, 2_999],
        ['rui', 3_000, 4_501],
      ],
      [
        ['eva', 'ana', 2_999],
        ['rui', 'ana', 1_501],
      ],
      700,
    ),
    ask(),
    words,
  )
  expect(content.sentence).toBe(
    '2 payments settle what was spent in November 2026: Eva pays Ana €29.99 and Rui pays Ana €15.01.',
  )
  expect(content.notes).toEqual([
    'Ana paid the most: €90.00 of €120.00, 75%.',
    '€7.00 is left out: it is not said who paid, or for whom it was.',
  ])
  // Whoever paid the most stands first; all together nobody is owed anything.
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Ana', 7_500, 9_000, 4_500, 4_500],
    ['Rui', 2_500, 3_000, 4_501, -1_501],
    ['Eva', 0, 0, 2_999, -2_999],
  ])
  expect(content.table.sum?.cells).toEqual([
    'All together',
    10_000,
    12_000,
    12_000,
    0,
  ])
  expect(content.table.rows[1]?.to).toBe(
    '/transactions?types=expense&members=mem_rui&period=2026-11',
  )
})

test('nothing, one alone, and even ones are told as such', () => {
  const said = (...given: Parameters<typeof answer>) =>
    membersContent(answer(...given), ask(), words)
  expect(said([], [])).toMatchObject({
    sentence: 'Nothing was spent in November 2026.',
    isEmpty: true,
    wayOn: undefined,
  })
  expect(said([], [], 5)).toMatchObject({
    sentence: 'Of what was spent in November 2026 it is not said who paid.',
    isEmpty: true,
    wayOn:
      'Say it: choose a member in a transaction, or tick many in the list and set it for all of them.',
  })
  expect(said([['ana', 500, 500]], [])).toMatchObject({
    sentence: 'Ana paid all of it in November 2026: €5.00.',
    notes: [],
  })
  const even = said(
    [
      ['ana', 500, 500],
      ['rui', 500, 500],
    ],
    [],
  )
  expect(even.sentence).toMatch(/^Nobody owes anybody anything/)
})

test('many payments stand one below the other', () => {
  const many = answer(
    [['ana', 500, 100]],
    [1, 2, 3, 4].map(minor => ['rui', 'ana', minor] as const),
  )
  const { sentence, notes } = membersContent(many, ask(), words)
  expect(sentence).toBe('4 payments settle what was spent in November 2026.')
  expect(notes?.slice(0, 2)).toEqual([
    'Rui pays Ana €0.01',
    'Rui pays Ana €0.02',
  ])
})

test('beside what each paid stands what it was before', () => {
  const [now] = answer([['ana', 500, 500]], []).spans
  const [then] = answer([['ana', 300, 300]], []).spans
  if (now === undefined || then === undefined) throw new Error('No spans')
  const { table } = membersContent(
    { currency: 'EUR', spans: [now, then] },
    anAsk('2026-10', { members }),
    words,
  )
  expect(table.columns.map(({ name }) => name)).toContain(
    'Paid, September 2026',
  )
  expect(table.rows[0]?.cells).toEqual(['Ana', 10_000, 500, 300, 500, 0])
})
