import { beforeAll, expect, test } from 'vitest'
import type { SpanSums, SumsAnswer } from '../../data/views/reports.ts'
import { anAsk, someWords } from './an-ask.ts'
import type { ReportAsk } from './ask.ts'
import { calendarContent } from './calendar-content.ts'
import { calendarDays, calendarSpans } from './calendar-days.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

/** What was spent on some days. */
function told(
  ask: ReportAsk,
  spent: Readonly<Record<string, number>>,
  before = 0,
) {
  const calendar = calendarDays(ask)
  const spans = calendarSpans(calendar).map(({ from, to }): SpanSums => ({
    from,
    to,
    incomeMinor: 0,
    expenseMinor: from === to ? (spent[from] ?? 0) : before,
    count: spent[from] === undefined ? 0 : 1,
    missing: [],
    income: [],
    expense: [],
    counts: [],
  }))
  const answer: SumsAnswer = { currency: 'EUR', groups: [], spans }
  const content = calendarContent(answer, calendar, ask, words)
  if (content.chart?.kind !== 'calendar') throw new Error('No such drawing')
  return { content, chart: content.chart, spans }
}

test('each day of a month stands with what it cost, and leads to its transactions', () => {
  const { content, chart, spans } = told(
    anAsk(),
    { '2026-11-03': 80_000, '2026-11-10': 10_050, '2026-11-12': 4_950 },
    88_000,
  )
  expect(spans.at(-1)).toMatchObject({ from: '2026-10-01', to: '2026-10-22' })
  expect(content.sentence).toBe(
    'Of €950.00 spent in November 2026 the most went on 3 November 2026: €800.00.',
  )
  // 95,000 in 22 days that have come.
  expect(content.notes).toEqual([
    'On average €43.18 a day; on 19 of 22 days nothing was spent.',
    'Of the days of the week Tuesday takes the most: 95%.',
    'That is €70.00 (8%) more than in 1–22 Oct 2026.',
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['2026-11-03', 'Tuesday', 1, 80_000],
    ['2026-11-10', 'Tuesday', 1, 10_050],
    ['2026-11-12', 'Thursday', 1, 4_950],
  ])
  expect(content.table.sum?.cells.at(-1)).toBe(95_000)
  expect(chart.weekdays).toEqual([
    'Mon',
    'Tue',
    'Wed',
    'Thu',
    'Fri',
    'Sat',
    'Sun',
  ])
  const [month] = chart.months
  expect(month?.days).toHaveLength(30)
  expect(month?.days[2]).toEqual({
    number: 3,
    column: 1,
    week: 1,
    minor: 80_000,
    long: 'Tuesday 3 November 2026',
    to: '/transactions?types=expense&from=2026-11-03&to=2026-11-03',
    isToday: false,
  })
  expect(month?.days[0]?.to).toBeUndefined()
  expect(month?.days.findIndex(({ isToday }) => isToday)).toBe(21)
})

test('of many months the days stand below, and of too many only the last ones', () => {
  const { content, chart } = told(anAsk('2025-01-01..2026-11-30'), {
    '2025-11-30': 7_777,
    '2025-12-01': 300,
    '2026-11-03': 200,
  })
  expect(chart.months).toHaveLength(12)
  expect(content.table.rows).toHaveLength(12)
  expect(content.table.sum?.cells.at(-1)).toBe(500)
  expect(content.notes).toContain('Only the last 12 months are shown.')
  expect(content.table.rows[0]).toMatchObject({
    cells: ['December 2025', undefined, 1, 300],
    to: '/transactions?types=expense&period=2025-12',
    children: [{ cells: ['2025-12-01', 'Monday', 1, 300] }],
  })
})

test('a month without anything says so', () => {
  const { content } = told(anAsk(), {})
  expect(content).toMatchObject({
    isEmpty: true,
    sentence: 'Nothing was spent in November 2026.',
    notes: ['That is as much as in 1–22 Oct 2026.'],
  })
})
