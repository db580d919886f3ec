import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import {
  monthGrids,
  type MonthGrid,
} from '@ourmoney/shared/calendar/month-grid.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  customPeriod,
  periodsIn,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import { comparedWith } from '@ourmoney/shared/report/compared.ts'
import type { ReportAsk } from './ask.ts'

/** Months that are laid beside each other at most. */
const mostMonths = 12

export type CalendarDays = {
  /** The period, or the last months of one that is too long. */
  readonly period: Period
  readonly days: DateRange
  readonly before: ReportAsk['before']
  readonly isCut: boolean
  readonly months: readonly MonthGrid[]
}

export function calendarDays(
  ask: Pick<
    ReportAsk,
    'period' | 'days' | 'before' | 'counting' | 'comparison' | 'today'
  >,
): CalendarDays {
  const { counting, days } = ask
  const months = periodsIn(days, 'month', counting)
  const from = months.at(-mostMonths)?.from ?? days.from
  if (months.length <= mostMonths) {
    const { period, before } = ask
    return {
      period,
      days,
      before,
      isCut: false,
      months: monthGrids(days, counting),
    }
  }
  const shown = { from, to: days.to }
  const period = customPeriod(shown)
  return {
    period,
    days: shown,
    before: comparedWith(period, ask.comparison, ask.today, counting),
    isCut: true,
    months: monthGrids(shown, counting),
  }
}

/** Each day, then what all of them are compared with. */
export function calendarSpans({
  days,
  before,
}: Pick<CalendarDays, 'days' | 'before'>): readonly DateRange[] {
  const spans: DateRange[] = []
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    spans.push({ from: day, to: day })
  }
  return before === undefined ? spans : [...spans, before.days]
}
