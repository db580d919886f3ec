import {
  isPeriod,
  periodRange,
  type DateRange,
} from '@ourmoney/shared/calendar/period.ts'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import {
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { ReportAsk } from './ask.ts'

/** Where the transactions are listed that an amount is of. */
export function listLink(
  ask: Pick<ReportAsk, 'filter' | 'currency' | 'days' | 'counting'>,
  fields: TransactionFilter,
  days: DateRange = ask.days,
): string {
  return `/transactions?${filterToSearch(listFilter(ask, fields, days))}`
}

/** Where accounts are listed with what was in them at the end of a day. */
export function accountsOn(date: string): string {
  return `/accounts?on=${date}`
}

export function listFilter(
  {
    filter,
    currency,
    counting,
    days: all,
  }: Pick<ReportAsk, 'filter' | 'currency' | 'days' | 'counting'>,
  fields: TransactionFilter,
  days: DateRange = all,
): TransactionFilter {
  return {
    ...filter,
    ...(currency !== undefined && { currencies: [currency] }),
    ...fields,
    ...named(days, counting.firstDay),
  }
}

/** A month or year by its name, for the list has these as its own. */
function named({ from, to }: DateRange, firstDay: number): TransactionFilter {
  const month = monthOf(from, firstDay)
  const period = [month, month.slice(0, 4)].find(each => {
    const range = isPeriod(each) ? periodRange(each, firstDay) : undefined
    return range?.from === from && range.to === to
  })
  return period === undefined ? { from, to } : { period }
}
