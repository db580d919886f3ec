import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { Selection } from '../../data/changes.ts'

/** Rows that a person ticked: some, or all that the filter finds but a few. */
export type Ticked = {
  readonly all: boolean
  /** Ticked ones, or with `all` those that are not. */
  readonly ids: ReadonlySet<string>
}

export const nothingTicked: Ticked = { all: false, ids: new Set() }
export const allTicked: Ticked = { all: true, ids: new Set() }

export function isTicked({ all, ids }: Ticked, id: string): boolean {
  return all !== ids.has(id)
}

export function tick(ticked: Ticked, id: string): Ticked {
  const ids = new Set(ticked.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ...ticked, ids }
}

export function countTicked({ all, ids }: Ticked, count: number): number {
  return all ? Math.max(0, count - ids.size) : ids.size
}

export function selectionOf(
  { all, ids }: Ticked,
  filter: TransactionFilter,
): Selection {
  return all ? { filter, except: [...ids] } : { ids: [...ids] }
}

/** The two, if just two were ticked one by one. */
export function pairTicked({
  all,
  ids,
}: Ticked): readonly [string, string] | undefined {
  const [one, other] = ids
  const isPair = !all && ids.size === 2
  return isPair && one !== undefined && other !== undefined
    ? [one, other]
    : undefined
}
