import type { UnusualTotal } from '@ourmoney/shared/report/unusual-totals.ts'
import type { SumGroup } from '../../views/reports.ts'
import type {
  UnusualAnswer,
  UnusualQuery,
  UnusualSum,
} from '../../views/unusual.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { Reckon } from './reckon.ts'

/** What is unusual, reckoned apart from what is asked meanwhile. */
export async function unusualAnswer(
  model: ReadModel,
  { unusual }: Reckon,
  query: UnusualQuery,
  signal: AbortSignal,
): Promise<UnusualAnswer> {
  const { filter, currency, days, period, today, weekStart } = query
  const columns = model.reports.spending({
    filter,
    currency,
    days,
    last: days.to,
  })
  const { day, minor, category, payee, branch } = columns
  const found = await unusual(
    {
      spending: { day, minor, category, payee },
      branch,
      days,
      period,
      today,
      counting: { firstDay: model.firstDay(), weekStart },
    },
    signal,
  )
  return {
    ...days,
    currency: columns.currency,
    count: columns.count,
    expenses: found.expenses.map(({ place, ...score }) => ({
      ...score,
      row: columns.rowAt(place),
      category: columns.idOf(category[place] ?? 0),
    })),
    categories: found.categories.map(each =>
      sumOf(each, { id: columns.idOf(each.key) }),
    ),
    payees: found.payees.map(each => sumOf(each, columns.payeeOf(each.key))),
    missing: columns.missing,
  }
}

function sumOf({ minor, anomaly }: UnusualTotal, group: SumGroup): UnusualSum {
  const { score, usualMinor, lowMinor, highMinor, isSeasonal } = anomaly
  return { group, minor, usualMinor, lowMinor, highMinor, score, isSeasonal }
}
