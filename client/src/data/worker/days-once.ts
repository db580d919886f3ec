import type { DaySpan } from '../views/transactions.ts'
import type { ViewQuery } from '../views/view.ts'
import { packDays, unpackDays, type PackedDays } from './days-packed.ts'

type Days = readonly DaySpan[]
type Kind = ViewQuery['view']
type WithDays = { readonly days?: Days | undefined }
/** As it is sent. */
type Leaving = {
  readonly days?: PackedDays | undefined
  readonly daysId?: number
}

/**
 * The days of a list are thousands, and other rows of it have the same days.
 * So a view that is opened tells which days are there already, by a number
 * that the worker gave them; only others are sent.
 */
export function daysLeaving() {
  const ids = new WeakMap<Days, number>()
  let last = 0
  /** For the answers of one view of that kind; `known` is what its page has. */
  return (kind: Kind, known: number | undefined) => {
    let there = known
    return (answer: unknown): unknown => {
      if (!hasDays(kind, answer) || answer.days === undefined) return answer
      const daysId = ids.get(answer.days) ?? (last += 1)
      ids.set(answer.days, daysId)
      const isThere = daysId === there
      there = daysId
      const days = isThere ? undefined : packDays(answer.days)
      return { ...answer, daysId, days }
    }
  }
}

export function daysArriving() {
  let newest: { readonly id: number; readonly days: Days } | undefined
  return {
    known: (): number | undefined => newest?.id,
    /** For the answers of one view that is opened now. */
    arrive: (kind: Kind) => {
      let here = newest
      return (answer: unknown): unknown => {
        if (!hasDays(kind, answer)) return answer
        const { days: packed, daysId = 0 } = answer as Leaving
        if (packed !== undefined) {
          newest = here = { id: daysId, days: unpackDays(packed) }
        }
        return { ...answer, days: here?.days }
      }
    },
  }
}

/** Days of other answers are something else. */
function hasDays(kind: Kind, answer: unknown): answer is WithDays {
  return (
    kind === 'transactions' &&
    typeof answer === 'object' &&
    answer !== null &&
    'days' in answer
  )
}
