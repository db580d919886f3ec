import {
  addMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import type { SpanSums } from '../../data/views/reports.ts'
import type { ChartLabel } from '../../ui/chart/spec.ts'
import { periodWords, shortPeriodWords } from '../../words/period-words.ts'
import type { Step } from './steps.ts'
import type { ReportWords } from './words-for.ts'

export function total(minors: readonly number[]): number {
  return minors.reduce((sum, minor) => sum + minor, 0)
}

/** What all spans together leave out. */
export function missingIn(
  spans: readonly Pick<SpanSums, 'missing'>[],
): readonly MissingRates[] {
  return spans.reduce<readonly MissingRates[]>(
    (sum, { missing }) => addMissing(sum, missing),
    [],
  )
}

/** What stands below a column, and where its transactions are. */
export function labelOf(
  { period }: Step,
  words: ReportWords,
  to: string,
): ChartLabel {
  return {
    short: shortPeriodWords(period, words),
    long: periodWords(period, words),
    to,
  }
}
