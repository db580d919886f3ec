import {
  foldText,
  withBranches,
  type Filterable,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { matchesFilter } from '@ourmoney/shared/transaction/filter-test.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type {
  DueDay,
  RecurringAnswer,
  RecurringRule,
  WholeDraft,
} from '../../data/views/recurring.ts'

type Upcoming = DueDay & { readonly rule: RecurringRule }

export type UpcomingIn = {
  readonly due: readonly Upcoming[]
  readonly ahead: readonly Upcoming[]
  /** What comes in less what goes out, in the ledger's currency. */
  readonly leftMinor: number
}

/** Of what is due and to come what a filter would find, were it booked. */
export function upcomingIn(
  { rules, due, ahead }: RecurringAnswer,
  lookups: LookupsAnswer,
  filter: TransactionFilter,
): UpcomingIn {
  const whole = withBranches(filter, lookups)
  const byId = new Map(rules.map(rule => [rule.doc._id, rule]))
  const find = (days: readonly DueDay[]) =>
    days.flatMap((day): Upcoming[] => {
      const rule = byId.get(day.recurring)
      const row = rule?.draft && filterable(rule, rule.draft, day, lookups)
      if (rule === undefined || row === undefined) return []
      const firstDay = lookups.ledger?.firstDay ?? 1
      return matchesFilter(row, whole, firstDay) ? [{ ...day, rule }] : []
    })
  const found = { due: find(due), ahead: find(ahead) }
  return {
    ...found,
    leftMinor: [...found.due, ...found.ahead].reduce(
      (sum, { rule }) => sum + signedMinor(rule),
      0,
    ),
  }
}

function signedMinor({ draft, baseMinor = 0 }: RecurringRule): number {
  if (draft?.type === 'income') return baseMinor
  return draft?.type === 'expense' ? -baseMinor : 0
}

function filterable(
  { doc, baseMinor }: RecurringRule,
  draft: WholeDraft,
  { date }: DueDay,
  lookups: LookupsAnswer,
): Filterable {
  const named = [...lookups.categories, ...lookups.payees]
    .filter(({ _id }) => _id === draft.category || _id === draft.payee)
    .map(({ name }) => name)
  const texts = [doc.name, draft.description, draft.notes, draft.tags, named]
  return {
    ...draft,
    date,
    lacksRate: baseMinor === undefined,
    searchText: foldText(texts.flat().filter(Boolean).join('\n')),
  }
}
