/** What of a filter is about the parts of a transaction and not about the whole. */
export type PartsFilter = {
  /** Category ids; `none` stands for parts without one. */
  readonly categories?: readonly string[] | undefined
  readonly members?: readonly string[] | undefined
}

type Part = {
  readonly minor: number
  readonly category?: string | undefined
  readonly member?: string | undefined
}

/** A transaction, or what a list knows of one. */
export type Parted = Part & {
  readonly splits?: readonly Part[] | undefined
}

/** Whether the filter may find less than the whole of a split transaction. */
export function namesParts({ categories, members }: PartsFilter): boolean {
  return isGiven(categories) || isGiven(members)
}

/**
 * What a filter counts of a transaction, for totals and sums of days: of a
 * split one only the parts that it names. `undefined` when it names none, so
 * that the transaction is not found at all. A part has to fit category and
 * member both; without a member of its own it is its transaction's.
 */
export function countedMinor(
  row: Parted,
  filter: PartsFilter,
): number | undefined {
  const parts = partsOf(row).filter(part => isNamed(part, filter))
  if (parts.length === 0) return undefined
  return parts.reduce((sum, part) => sum + part.minor, 0)
}

/** The parts of a split transaction as they count, else the whole as the only one. */
export function partsOf(row: Parted): readonly Part[] {
  const { splits = [] } = row
  if (splits.length === 0) return [row]
  return splits.map(({ minor, category, member = row.member }) => ({
    minor,
    category,
    member,
  }))
}

function isNamed(part: Part, { categories, members }: PartsFilter): boolean {
  return (
    (!isGiven(categories) || categories.includes(part.category ?? 'none')) &&
    (!isGiven(members) ||
      (part.member !== undefined && members.includes(part.member)))
  )
}

function isGiven(
  list: readonly string[] | undefined,
): list is readonly string[] {
  return list !== undefined && list.length > 0
}
