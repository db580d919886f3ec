import i18next from 'i18next'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Insight } from '@ourmoney/shared/insight/insight.ts'
import type { NamedInsight } from '../data/views/insights.ts'
import { insightLink, insightSentence } from './insight-words.ts'
import { languages, sentences } from './language.ts'
import { varietyOf, withMillions } from './plurals.ts'

// Days of another year are written with it.
beforeAll(() => void vi.setSystemTime('2026-11-22T12:00:00Z'))
afterAll(() => void vi.useRealTimers())
beforeAll(async () => {
  await i18next.init({
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {},
  })
  for (const { id } of languages) {
    const said = withMillions(await sentences[id]())
    i18next.addResourceBundle(varietyOf(id), 'translation', said)
  }
})

const range = { from: '2026-11-01', to: '2026-11-22' }
const rhythm = { unit: 'month', every: 1, monthDay: 14 } as const
const food = { _id: 'bud_food', category: 'cat_food', name: 'Food' }

const told = (
  told: Insight['told'],
  evidence: Partial<Insight['evidence']> = {},
  name?: string,
): NamedInsight => ({
  id: 'x',
  weightMinor: 1,
  currency: 'EUR',
  told,
  evidence: { range, ...evidence },
  name,
  budget: food as never,
})

const mover = (minor: number, beforeMinor: number) =>
  told(
    { kind: 'mover', minor, beforeMinor, changeBasisPoints: undefined },
    { category: 'cat_food' },
  )
const unusual = (beside: 'payee' | 'category') =>
  told(
    {
      kind: 'unusual',
      minor: 30_000,
      usualMinor: 2_780,
      score: 9,
      beside,
      isSeasonal: false,
    },
    { category: 'none', transactions: ['txn_1'] },
    'Baker',
  )
const pace = (state: 'fast' | 'over') =>
  told(
    {
      kind: 'over-pace',
      state,
      spentMinor: 9_000,
      availableMinor: 8_000,
      projectedMinor: 12_000,
      daysLeft: 1,
    },
    { budget: 'bud_food' },
  )
const risen = (from: string) =>
  told(
    {
      kind: 'risen-payment',
      minor: 1_299,
      beforeMinor: 999,
      yearlyChangeMinor: 3_600,
      rhythm,
      since: '2026-09-14',
    },
    { from },
    'Films',
  )
const best = told(
  { kind: 'best-month', savedMinor: 50_000, usualMinor: 15_000, of: 7 },
  { range: { from: '2026-10-01', to: '2026-10-31' } },
)
const streak = (of: 'kept' | 'saved') =>
  told({ kind: 'streak', of, length: 4, since: '2026-07-01' })

const cases: readonly (readonly [NamedInsight, string, string])[] = [
  [
    mover(31_000, 20_000),
    '€310.00 went on Food so far, €110.00 more than in as many days of October 2026.',
    '/transactions?types=expense&categories=cat_food&from=2026-11-01&to=2026-11-22',
  ],
  [
    mover(0, 9_000),
    '€0.00 went on Food so far, €90.00 less than in as many days of October 2026.',
    '/transactions?types=expense&categories=cat_food&from=2026-11-01&to=2026-11-22',
  ],
  [
    unusual('payee'),
    '€300.00 for Baker on 1 Nov is far more than the usual €27.80 there.',
    '/transactions?types=expense&categories=none&order=amount&record=txn_1',
  ],
  [
    unusual('category'),
    '€300.00 for Baker on 1 Nov is far more than the usual €27.80 in No category.',
    '/transactions?types=expense&categories=none&order=amount&record=txn_1',
  ],
  [
    risen('pay_films'),
    'Films costs €12.99 since 14 Sept, €9.99 before: €36.00 more a year.',
    '/transactions?types=expense&payees=pay_films&from=2026-11-01&to=2026-11-22',
  ],
  [
    risen('=films'),
    'Films costs €12.99 since 14 Sept, €9.99 before: €36.00 more a year.',
    '/transactions?descriptions=films&types=expense&payees=none&from=2026-11-01&to=2026-11-22',
  ],
  [
    told(
      {
        kind: 'new-payment',
        minor: 500,
        yearlyMinor: 6_000,
        rhythm,
        since: '2026-09-03',
      },
      { from: 'pay_gym' },
      'Gym',
    ),
    'Gym seems to recur since 3 Sept: €5.00 each time, €60.00 a year.',
    '/transactions?types=expense&payees=pay_gym&from=2026-11-01&to=2026-11-22',
  ],
  [
    pace('over'),
    'Food is over: €90.00 of €80.00, with 1 day to go.',
    '/transactions?types=expense&categories=cat_food&from=2026-11-01&to=2026-11-22',
  ],
  [
    pace('fast'),
    'Food runs ahead: as it goes, €120.00 of €80.00 by the end.',
    '/transactions?types=expense&categories=cat_food&from=2026-11-01&to=2026-11-22',
  ],
  [
    best,
    'October 2026 was the best of 7 months: €500.00 was left, usually €150.00.',
    '/reports/savings?period=2026-10',
  ],
  [streak('kept'), 'Food was kept 4 times in a row.', '/budgets'],
  [
    streak('saved'),
    'Something was left 4 months in a row.',
    '/reports/savings?period=2026-11-01..2026-11-22',
  ],
]

const words = (language: 'en' | 'pt') => ({
  t: i18next.getFixedT(varietyOf(language)),
  locale: language === 'en' ? 'en-GB' : 'pt-PT',
  today: '2026-11-22',
  counting: { firstDay: 1, weekStart: 1 },
  lookups: {
    categories: [{ _id: 'cat_food', name: 'Food' }],
    members: [],
  } as never,
})

test.each(cases)('%# is said, and leads to what shows it', (...each) => {
  const [insight, sentence, to] = each
  expect(insightSentence(insight, words('en'))).toBe(sentence)
  expect(insightLink(insight, words('en'))).toBe(to)
  const other = insightSentence(insight, words('pt'))
  expect(other).not.toMatch(/\{\{|insights\./)
  expect(other).not.toBe(sentence)
})
