import { roundMinor } from '../report/compare.ts'
import type { TransactionType } from '../transaction/transaction.ts'

type Recurs = {
  readonly draft?: { readonly type: TransactionType } | undefined
  /** Each time; `undefined` without a rate. */
  readonly baseMinor: number | undefined
  readonly timesAYear: number
}

/** What goes out or comes in again and again, as a twelfth of the year to come, rounded half away from zero. */
export function monthlyMinor(
  rules: readonly Recurs[],
  type: TransactionType,
): number {
  const yearly = rules
    .filter(({ draft }) => draft?.type === type)
    .reduce(
      (sum, { baseMinor = 0, timesAYear }) => sum + baseMinor * timesAYear,
      0,
    )
  return roundMinor(yearly / 12)
}
