import type { MonthsAnswer } from '../../data/ledger.ts'

export type MonthBar = {
  readonly month: string
  readonly incomeMinor: number
  readonly spentMinor: number
}

/** Income and expenses of each month in one currency. */
export function spentByMonth(
  { months }: MonthsAnswer,
  currency: string,
): readonly MonthBar[] {
  return months.map(({ month, totals }) => {
    const found = totals.find(each => each.currency === currency)
    return {
      month,
      incomeMinor: found?.incomeMinor ?? 0,
      spentMinor: found?.expenseMinor ?? 0,
    }
  })
}
