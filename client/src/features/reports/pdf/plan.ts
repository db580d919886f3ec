import {
  monthOf,
  periodRange,
  shiftMonth,
} from '@ourmoney/shared/calendar/period.ts'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Counting, Period } from '@ourmoney/shared/calendar/periods.ts'
import type { LookupsAnswer } from '../../../data/views/names.ts'
import type { Paper } from '../../../pdf/look.ts'
import type { ReportAsk } from '../ask.ts'
import { comparedWith, type Before } from '@ourmoney/shared/report/compared.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'
import { reports } from '../reports.ts'
import { isWhole } from './whole-step.ts'
import { stepsFor, stepsIn, type Step } from '../steps.ts'

export const pdfParts = [
  'spending',
  'income',
  'accounts',
  'plans',
  'transactions',
] as const
export type PdfPartId = (typeof pdfParts)[number]

/** What somebody wants printed. */
export type PdfWish = {
  readonly period: Period
  readonly paper: Paper
  readonly parts: ReadonlySet<PdfPartId>
}

/** The days that a report is about, and how they are divided. */
export type PdfPlan = {
  readonly wish: PdfWish
  readonly ask: ReportAsk
  readonly days: DateRange
  readonly before: Before | undefined
  /** Those that have begun; all, where none has. */
  readonly steps: readonly Step[]
  /** Those that are over, and whole; all, where none is. */
  readonly over: readonly boolean[]
  /** Three months, the last that the period has, in weeks that begin on the same days of each. */
  readonly pattern: readonly PatternMonth[]
  readonly months: readonly DateRange[]
}

/** Days that an earlier period may lack at its beginning and still be compared. */
const mostLate = 14

export type PatternMonth = {
  readonly month: string
  readonly weeks: readonly DateRange[]
}

export function planPdf(
  wish: PdfWish,
  lookups: LookupsAnswer,
  counting: Counting,
  today: string,
  /** The day of its oldest transaction. */
  begin: string | undefined,
): PdfPlan {
  const { period } = wish
  const days = daysOf(period, counting)
  const earlier = comparedWith(period, 'before', today, counting)
  // A book that began in the middle of it would always have risen.
  const isComparable =
    earlier !== undefined &&
    begin !== undefined &&
    begin <= addDays(earlier.days.from, mostLate)
  const before = isComparable ? earlier : undefined
  const unit = stepsFor(days).usual
  const all = stepsIn(days, unit, counting)
  const come = all.filter(step => step.days.from <= today)
  const steps = come.length > 0 ? come : all
  // Half a week beside whole ones would always be the least.
  const isOver = steps.map(step => step.days.to < today && isWhole(step))
  const last = days.to < today ? days.to : today < days.from ? days.to : today
  const month = monthOf(last, counting.firstDay)
  return {
    wish,
    days,
    before,
    steps,
    over: isOver.includes(true) ? isOver : isOver.map(() => true),
    pattern: [-2, -1, 0].map(by => weeksOf(shiftMonth(month, by), counting)),
    months: stepsIn(days, 'month', counting).map(step => step.days),
    ask: {
      report: reports[0],
      filter: {},
      period,
      days,
      comparison: 'before',
      before,
      step: unit,
      steps: [unit],
      currency: undefined,
      look: undefined,
      lookups,
      counting,
      today,
      set: () => undefined,
      setPeriod: () => undefined,
      setFilter: () => undefined,
    },
  }
}

/** Four weeks from its first day on, and what is left of it. */
function weeksOf(month: string, { firstDay }: Counting): PatternMonth {
  const { from, to } = periodRange(month, firstDay)
  return {
    month,
    weeks: [0, 1, 2, 3, 4].flatMap(week => {
      const first = addDays(from, week * 7)
      if (first > to) return []
      return { from: first, to: week === 4 ? to : addDays(first, 6) }
    }),
  }
}
