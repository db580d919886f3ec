import { savedShare } from '@ourmoney/shared/report/compare.ts'
import type { SpanSums } from '../../data/views/reports.ts'

export const figures = ['left', 'spent', 'income', 'saved'] as const
export type FigureId = (typeof figures)[number]

/** One number of the month, beside what it was before. */
export type Figure = {
  readonly id: FigureId
  /** Minor units; of what is saved basis points, `undefined` without income. */
  readonly value: number | undefined
  /** By each of the months before what is more, or less where it is negative; `undefined` where nothing is known of it. */
  readonly changes: readonly (number | undefined)[]
}

/** What the sums of a month come to, beside those of others. */
export function figuresOf(
  now: SpanSums,
  befores: readonly (SpanSums | undefined)[],
): readonly Figure[] {
  return figures.map(id => {
    const value = valueOf(id, now)
    return {
      id,
      value,
      changes: befores.map(before => {
        // Without a single transaction it was before the book began.
        if (before === undefined || before.count === 0) return undefined
        const then = valueOf(id, before)
        return value === undefined || then === undefined
          ? undefined
          : value - then
      }),
    }
  })
}

function valueOf(
  id: FigureId,
  { incomeMinor, expenseMinor }: SpanSums,
): number | undefined {
  switch (id) {
    case 'left':
      return incomeMinor - expenseMinor
    case 'spent':
      return expenseMinor
    case 'income':
      return incomeMinor
    case 'saved':
      return savedShare(incomeMinor, expenseMinor)
  }
}
