import type { Ledger } from './ledger.ts'
import { failureOf, holdView, keyOf, latestOf } from './shared-views.ts'
import type { AnswerOf, ViewQuery } from './views/view.ts'

const aboutOne: ReadonlySet<string> = new Set([
  'record',
  'suggestion',
  'mergeSize',
  'rates',
  'rateOn',
  'receipts',
  'history',
  'occurrences',
  'budgetSuggestion',
])

/** Fields of a query that tell what its answer is about: an account, a record, days. */
const about = [
  'account',
  'asOf',
  'by',
  'date',
  'dates',
  'days',
  'on',
  'period',
  'span',
  'spans',
  'until',
]

/** What may stand in for one another: never what is about one thing for what is about another. */
function slotOf(query: ViewQuery): string {
  if (aboutOne.has(query.view)) return keyOf(query)
  const fields = query.view === 'conflicts' ? ['id'] : about
  // Income is not what was spent, whatever else both are of.
  const types = query.view === 'sums' ? query.filter.types : undefined
  return JSON.stringify([
    query.view,
    types,
    ...fields.map(field => Reflect.get(query, field) as unknown),
  ])
}

type Kept = { last: unknown }
const lastAnswers = new WeakMap<Ledger['openView'], Map<string, Kept>>()

export type KeptView<Query extends ViewQuery> = {
  readonly subscribe: (listener: () => void) => () => void
  readonly latest: () => AnswerOf<Query> | undefined
  readonly failure: () => unknown
}

/**
 * The view of a query. Until its first answer it shows what a view of the same
 * thing showed last, so that a new filter or window does not blink.
 */
export function keptView<Query extends ViewQuery>(
  ledger: Ledger,
  query: Query,
): KeptView<Query> {
  const slots = lastAnswers.get(ledger.openView) ?? new Map<string, Kept>()
  lastAnswers.set(ledger.openView, slots)
  const key = keyOf(query)
  const slot = slotOf(query)
  const kept = slots.get(slot) ?? { last: undefined }
  slots.set(slot, kept)
  return {
    subscribe: listener => holdView(ledger, key, listener),
    latest: () => {
      const answer = latestOf(ledger, key)
      if (answer !== undefined) kept.last = answer
      // What was shown before is not what will be there.
      else if (failureOf(ledger, key) !== undefined) return undefined
      return kept.last as AnswerOf<Query> | undefined
    },
    failure: () => failureOf(ledger, key),
  }
}
