import type { PdfPlan } from './plan.ts'
import { isWhole } from './whole-step.ts'
import { periodWords, shortPeriodWords } from '../../../words/period-words.ts'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import { meanMinor } from '@ourmoney/shared/report/compare.ts'
import { dayAndMonth, daysName, monthAndYear } from '../../../ui/dates.ts'
import type { Step } from '../steps.ts'
import type { ReportWords } from '../words-for.ts'

/** What stands below the columns of a drawing. */
export function stepLabels(
  { steps }: PdfPlan,
  words: ReportWords,
): readonly string[] {
  return steps.map(step =>
    isWhole(step)
      ? shortPeriodWords(step.period, words)
      : dayAndMonth(step.days.from, words.locale),
  )
}

export function stepNames(
  { steps }: PdfPlan,
  words: ReportWords,
): readonly string[] {
  return steps.map(step =>
    isWhole(step) ? periodWords(step.period, words) : daysIn(step, words),
  )
}

/** As a sentence has them. */
export function stepPhrase(
  { steps }: PdfPlan,
  at: number,
  words: ReportWords,
): string {
  const step = steps[at]
  if (step === undefined) return ''
  if (!isWhole(step)) return daysIn(step, words)
  const { period } = step
  const month = monthOf(period.from, words.counting.firstDay)
  return period.unit === 'month'
    ? monthAndYear(month, words.locale)
    : periodWords(period, words)
}

function daysIn({ days }: Step, { locale }: ReportWords): string {
  return daysName(days.from, days.to, locale)
}

/** Of the steps that are over. */
export function meanOver({ over }: PdfPlan, minors: readonly number[]): number {
  return meanMinor(minors.filter((_, at) => over[at] === true))
}

/** Where the most and the least of the steps that are over is; nothing where there are fewer than two. */
export function extremes(
  { over }: PdfPlan,
  minors: readonly number[],
): { readonly most: number; readonly least: number } | undefined {
  const places = minors.flatMap((_, at) => (over[at] === true ? at : []))
  if (places.length < 2) return undefined
  const ordered = places.toSorted((a, b) => (minors[b] ?? 0) - (minors[a] ?? 0))
  const [most = 0] = ordered
  return { most, least: ordered.at(-1) ?? 0 }
}

export function total(minors: readonly number[]): number {
  return minors.reduce((sum, minor) => sum + minor, 0)
}
