import { assert } from '../assert.ts'

/** A period that is under way, in whole minor units of one currency. */
export type UnderWay = {
  /** What came in and what was spent on its days, those to come among them. */
  readonly incomeMinor: number
  readonly expenseMinor: number
  /** Of the budget for all spending of the period, where there is one. */
  readonly budgetLeftMinor?: number | undefined
  /** Payments that recur and are still due in it. */
  readonly incomeDueMinor: number
  readonly expenseDueMinor: number
  /** Today among them. */
  readonly daysLeft: number
}

export type SafeToSpend = {
  /** What it is left of. */
  readonly of: 'budget' | 'income'
  /** Before what is still due. */
  readonly leftMinor: number
  /** Of it what payments that recur will take. */
  readonly dueMinor: number
  /** What is left after them; negative where they take more than there is. */
  readonly freeMinor: number
  /** Of that for each day that is left, rounded down; 0 where nothing is. */
  readonly perDayMinor: number
}

/**
 * What may be spent on each day that is left of a period: what is left of its
 * budget, else of its income with what is sure to come, without payments that
 * are still due. `undefined` without a budget and without any income, for then
 * nobody knows what there is to spend. Throws without a day left.
 */
export function safeToSpend(period: UnderWay): SafeToSpend | undefined {
  const { budgetLeftMinor, daysLeft, expenseDueMinor: dueMinor } = period
  assert(daysLeft > 0, `No day is left: ${daysLeft}`)
  const income = period.incomeMinor + period.incomeDueMinor
  if (budgetLeftMinor === undefined && income <= 0) return undefined
  const leftMinor = budgetLeftMinor ?? income - period.expenseMinor
  const freeMinor = leftMinor - dueMinor
  assert(Number.isSafeInteger(freeMinor), `Not whole: ${freeMinor}`)
  return {
    of: budgetLeftMinor === undefined ? 'income' : 'budget',
    leftMinor,
    dueMinor,
    freeMinor,
    perDayMinor: Math.max(0, Math.floor(freeMinor / daysLeft)),
  }
}
