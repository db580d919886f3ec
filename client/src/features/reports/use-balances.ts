import { useMemo } from 'react'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { useView } from '../../data/hooks.tsx'
import type { BalancesOverAnswer } from '../../data/views/reports.ts'
import type { ReportAsk } from './ask.ts'
import { stepsIn, type Step } from './steps.ts'

export type BalancesOver = {
  /** Those that have come; the last may be under way. */
  readonly steps: readonly Step[]
  /** Of the evening before them, then of the end of each, or of today. */
  readonly answer: BalancesOverAnswer
}

/** What was in the accounts that the filter names, before a period and at the end of each of its steps. */
export function useBalances(ask: ReportAsk): BalancesOver | undefined {
  const { days, step, counting, today, filter } = ask
  const steps = useMemo(
    () => stepsIn(days, step, counting).filter(each => each.days.from <= today),
    [days, step, counting, today],
  )
  const dates = [
    addDays(days.from, -1),
    ...steps.map(({ days: { to } }) => (to < today ? to : today)),
  ]
  const { accounts } = filter
  const answer = useView({ view: 'balancesOver', dates, accounts })
  return useMemo(() => answer && { steps, answer }, [steps, answer])
}
