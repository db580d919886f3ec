import { keepingOf, paceOf, type KeptPeriod } from '../budget/keep-budget.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Insight } from './insight.ts'
import { milestoneOf } from './milestone.ts'

/**
 * Budgets that are spent or will be before their period ends, and those that
 * were kept three, six, twelve … times in a row. `periods` are those of the
 * budget up to the one that `today` is in.
 */
export function tellBudget(
  budget: string,
  periods: readonly KeptPeriod[],
  today: LocalDate,
): readonly Insight[] {
  return [
    ...toldPace(budget, periods, today),
    ...toldStreak(budget, periods, today),
  ]
}

function toldPace(
  budget: string,
  periods: readonly KeptPeriod[],
  today: LocalDate,
): readonly Insight[] {
  const now = periods.find(
    ({ period }) => period.from <= today && today <= period.to,
  )
  if (now === undefined) return []
  const { state, projectedMinor, daysLeft } = paceOf(now, today)
  if (state !== 'over' && state !== 'fast') return []
  const { period, spentMinor, availableMinor } = now
  const weightMinor = Math.max(projectedMinor, spentMinor) - availableMinor
  return [
    {
      id: `over-pace ${budget} ${period.from} ${state}`,
      told: {
        kind: 'over-pace',
        state,
        spentMinor,
        availableMinor,
        projectedMinor,
        daysLeft,
      },
      weightMinor,
      evidence: { range: { from: period.from, to: period.to }, budget },
    },
  ]
}

function toldStreak(
  budget: string,
  periods: readonly KeptPeriod[],
  today: LocalDate,
): readonly Insight[] {
  const { streak } = keepingOf(periods, today)
  const length = milestoneOf(streak)
  if (length === undefined) return []
  const past = periods.filter(({ period }) => period.to < today)
  const [first, last] = [past.at(-streak), past.at(-1)]
  if (first === undefined || last === undefined) return []
  const since = first.period.from
  return [
    {
      id: `streak kept ${budget} ${since} ${length}`,
      told: { kind: 'streak', of: 'kept', length: streak, since },
      weightMinor: last.givenMinor,
      evidence: { range: { from: since, to: last.period.to }, budget },
    },
  ]
}
