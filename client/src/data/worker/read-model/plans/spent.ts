import { categoriesOf, type Budget } from '@ourmoney/shared/budget/budget.ts'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import type { SpanSums } from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { Finding } from '../finding.ts'
import { sumsAnswer } from '../reports/span-sums.ts'

/** What is counted, and in which currency. */
export type Spending = Pick<
  Budget,
  'category' | 'categories' | 'member' | 'currency'
>

/** What the list says of the same filter, period by period. */
export function spentIn(
  book: Book,
  finding: Finding,
  { category, categories, member, currency }: Spending,
  spans: readonly DateRange[],
): readonly SpanSums[] {
  if (spans.length === 0) return []
  const filter = {
    types: ['expense'] as const,
    categories: categoriesOf({ category, categories }),
    members: member === undefined ? [] : [member],
    from: spans.map(({ from }) => from).sort()[0],
    to: spans
      .map(({ to }) => to)
      .sort()
      .at(-1),
  }
  const found = finding.find(filter, newestFirst)
  const isBase = currency === book.columns.base
  return sumsAnswer(book, found, {
    view: 'sums',
    filter,
    spans,
    currency: isBase ? undefined : currency,
  }).spans
}

/** The day of the oldest transaction. */
export function firstDayOf(book: Book): string | undefined {
  const at = book.all().at(-1)
  const day = at === undefined ? undefined : book.columns.day[at]
  return day === undefined ? undefined : fromDayNumber(day)
}
