import type { MonthsAnswer } from '../../data/views/sums.ts'

export type MonthBar = {
  readonly month: string
  readonly incomeMinor: number
  readonly spentMinor: number
}

/** Income and expenses of each month in the ledger's currency. */
export function spentByMonth({ months }: MonthsAnswer): readonly MonthBar[] {
  return months.map(({ month, base }) => ({
    month,
    incomeMinor: base.incomeMinor,
    spentMinor: base.expenseMinor,
  }))
}
