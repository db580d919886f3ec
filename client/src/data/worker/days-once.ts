import type { DaySpan } from '../views/transactions.ts'

type Days = readonly DaySpan[]
type WithDays = { readonly days?: Days | undefined; readonly daysId?: number }

/**
 * The days of a list are thousands, and other rows of it have the same days.
 * So a view that is opened tells which days are there already, by a number
 * that the worker gave them; only others are sent.
 */
export function daysLeaving() {
  const ids = new WeakMap<Days, number>()
  let last = 0
  /** For the answers of one view; `known` is what its page has. */
  return (known: number | undefined) => {
    let there = known
    return (answer: unknown): unknown => {
      if (!hasDays(answer) || answer.days === undefined) return answer
      const daysId = ids.get(answer.days) ?? (last += 1)
      ids.set(answer.days, daysId)
      const isThere = daysId === there
      there = daysId
      return { ...answer, daysId, ...(isThere && { days: undefined }) }
    }
  }
}

export function daysArriving() {
  let newest: { readonly id: number; readonly days: Days } | undefined
  return {
    known: (): number | undefined => newest?.id,
    /** For the answers of one view that is opened now. */
    arrive: () => {
      let here = newest
      return (answer: unknown): unknown => {
        if (!hasDays(answer)) return answer
        const { days, daysId = 0 } = answer
        if (days !== undefined) newest = here = { id: daysId, days }
        return { ...answer, days: here?.days }
      }
    },
  }
}

function hasDays(answer: unknown): answer is WithDays {
  return typeof answer === 'object' && answer !== null && 'days' in answer
}
