import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { SumsAnswer, SumGroup } from '../../data/views/reports.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

/** For tests: expenses of groups, each by span; `none` is what has none, `=x` what is called x. */
export function sumsBy(
  given: Readonly<Record<string, readonly number[]>>,
  of: 'expense' | 'income' = 'expense',
  spans: readonly DateRange[] = [],
): SumsAnswer {
  const ids = Object.keys(given)
  const count = Math.max(1, ...ids.map(id => given[id]?.length ?? 0))
  const none = ids.map(() => 0)
  return {
    currency: 'EUR',
    groups: ids.map(groupOf),
    spans: Array.from({ length: count }, (_, span) => {
      const minors = ids.map(id => given[id]?.[span] ?? 0)
      const sum = minors.reduce((all, minor) => all + minor, 0)
      const isIncome = of === 'income'
      return {
        ...(spans[span] ?? november),
        incomeMinor: isIncome ? sum : 0,
        expenseMinor: isIncome ? 0 : sum,
        count: minors.filter(minor => minor !== 0).length,
        missing: [],
        income: isIncome ? minors : none,
        expense: isIncome ? none : minors,
        counts: minors.map(minor => (minor === 0 ? 0 : 1)),
      }
    }),
  }
}

function groupOf(id: string): SumGroup {
  if (id === 'none') return {}
  if (id.startsWith('=')) return { description: id.slice(1) }
  return id.startsWith('+') ? { rest: Number(id.slice(1)) } : { id }
}
