import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  addMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import { meanMinor } from '@ourmoney/shared/report/compare.ts'
import type { SpanSums } from '../../data/views/reports.ts'
import type { ChartLabel } from '../../ui/chart/spec.ts'
import { periodWords, shortPeriodWords } from '../../words/period-words.ts'
import type { Step } from './steps.ts'
import type { ReportWords } from './words-for.ts'

export function total(minors: readonly number[]): number {
  return minors.reduce((sum, minor) => sum + minor, 0)
}

/** What all of them together leave out. */
export function missingIn(
  all: readonly Pick<SpanSums, 'missing'>[],
): readonly MissingRates[] {
  return all.reduce<readonly MissingRates[]>(
    (sum, { missing }) => addMissing(sum, missing),
    [],
  )
}

/** Which steps are over: one that is under way says nothing of an average. */
export function areOver(
  steps: readonly Step[],
  today: string,
): readonly boolean[] {
  return steps.map(({ days }) => days.to < today)
}

/** The average of those that are over; `undefined` where none is. */
export function meanOver(
  minors: readonly number[],
  isOver: readonly boolean[],
): number | undefined {
  const over = minors.filter((_, at) => isOver[at] === true)
  return over.length === 0 ? undefined : meanMinor(over)
}

/** The step that today is in. */
export function nowIn(
  steps: readonly Step[],
  today: string,
): number | undefined {
  const at = steps.findIndex(
    ({ days }) => days.from <= today && today <= days.to,
  )
  return at < 0 ? undefined : at
}

/** What stands below a column, and where its transactions are. */
export function labelOf(
  { period, days }: Step,
  words: ReportWords,
  linkOf: (days: DateRange) => string,
): ChartLabel {
  return {
    short: shortPeriodWords(period, words),
    long: periodWords(period, words),
    to: linkOf(days),
  }
}
