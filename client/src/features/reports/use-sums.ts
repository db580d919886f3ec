import { useMemo } from 'react'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'
import { useView } from '../../data/hooks.tsx'
import type { Grouping, SumsAnswer } from '../../data/views/reports.ts'
import type { ReportAsk } from './ask.ts'
import { stepsIn, type Step } from './steps.ts'

/** What is summed of what a report asks for. */
export type SumsOf = {
  readonly type?: TransactionType | undefined
  readonly by?: Grouping | undefined
  readonly most?: number | undefined
}

/** Sums of the report's filter. */
export function useSums(
  { filter, currency }: Pick<ReportAsk, 'filter' | 'currency'>,
  spans: readonly DateRange[],
  { type, by, most }: SumsOf = {},
): SumsAnswer | undefined {
  return useView({
    view: 'sums',
    filter: type === undefined ? filter : { ...filter, types: [type] },
    spans,
    by,
    currency,
    most,
  })
}

/** The columns of what is told over time. */
export function useSteps({
  days,
  step,
  counting,
}: Pick<ReportAsk, 'days' | 'step' | 'counting'>): readonly Step[] {
  return useMemo(() => stepsIn(days, step, counting), [days, step, counting])
}
