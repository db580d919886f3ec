import { beforeAll, expect, test } from 'vitest'
import { anAsk, someWords } from '../an-ask.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import type { PdfPlan } from './plan.ts'
import { plansPart } from './plans-part.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

test('what budgets leave out is told once for a currency, however many of them lack it', () => {
  const ask = anAsk()
  const aBudget = (_id: string, missing: object[]) => ({
    doc: { _id, name: _id, period: 'month', currency: 'EUR' },
    now: { period: ask.period, spentMinor: 0, availableMinor: 1, leftMinor: 1 },
    pace: undefined,
    missing,
  })
  const budgets = [
    aBudget('bud_food', [{ currency: 'USD', count: 2 }]),
    aBudget('bud_fun', [
      { currency: 'GBP', count: 1 },
      { currency: 'USD', count: 1 },
    ]),
  ]
  const [section] = plansPart(
    { ask } as PdfPlan,
    {
      budgets: { budgets },
      keeping: { budgets: [] },
      goals: { goals: [] },
      recurring: { rules: [] },
      found: { found: [] },
    } as unknown as PdfAnswers,
    words,
  )
  expect(section?.notes).toEqual([
    'Without 4 transactions in USD and GBP: no rate',
  ])
})
