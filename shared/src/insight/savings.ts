import { median } from 'simple-statistics'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Period } from '../calendar/periods.ts'
import { roundMinor } from '../report/compare.ts'
import type { Insight } from './insight.ts'
import { milestoneOf } from './milestone.ts'

/** What came in and what was spent in a month; whole minor units. */
export type MonthTotals = {
  readonly period: Period
  readonly incomeMinor: number
  readonly expenseMinor: number
}

/** Of fewer months the best is none. */
const leastMonths = 6
const mostMonths = 12

/**
 * Whether the last month that is over is the best of up to twelve, and for how
 * many in a row something was left. `months` follow one another, oldest first;
 * those that are not over count for nothing.
 */
export function tellSavings(
  months: readonly MonthTotals[],
  today: LocalDate,
): readonly Insight[] {
  const past = months.filter(({ period }) => period.to < today)
  return [...toldBest(past.slice(-mostMonths)), ...toldStreak(past)]
}

function toldBest(months: readonly MonthTotals[]): readonly Insight[] {
  const last = months.at(-1)
  if (last === undefined || months.length < leastMonths) return []
  const saved = months.map(savedIn)
  const savedMinor = savedIn(last)
  const others = saved.slice(0, -1)
  if (savedMinor <= 0 || others.some(minor => minor >= savedMinor)) return []
  const usualMinor = roundMinor(median(others))
  const { from, to } = last.period
  return [
    {
      id: `best-month ${from}`,
      told: { kind: 'best-month', savedMinor, usualMinor, of: months.length },
      weightMinor: savedMinor - usualMinor,
      evidence: { range: { from, to } },
    },
  ]
}

function toldStreak(months: readonly MonthTotals[]): readonly Insight[] {
  const lastWithout = months.findLastIndex(month => savedIn(month) <= 0)
  const those = months.slice(lastWithout + 1)
  const [first, last] = [those[0], those.at(-1)]
  const length = milestoneOf(those.length)
  if (length === undefined || first === undefined || last === undefined) {
    return []
  }
  const since = first.period.from
  return [
    {
      id: `streak saved ${since} ${length}`,
      told: { kind: 'streak', of: 'saved', length: those.length, since },
      weightMinor: roundMinor(median(those.map(savedIn))),
      evidence: { range: { from: since, to: last.period.to } },
    },
  ]
}

function savedIn({ incomeMinor, expenseMinor }: MonthTotals): number {
  return incomeMinor - expenseMinor
}
