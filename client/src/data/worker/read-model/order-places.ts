import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import type { Columns } from './columns.ts'
import type { NamedParts } from './named-parts.ts'

/** Places that stand newest first, in another order; by amount as the rows show it. */
export function orderPlaces(
  columns: Columns,
  places: Int32Array,
  { by, descending }: TransactionOrder,
  named: NamedParts | undefined,
): Int32Array {
  if (by === 'date') return descending ? places : places.toReversed()
  const { minor, description, descriptions } = columns
  const sign = descending ? -1 : 1
  if (by === 'amount') {
    const sizes = named === undefined ? minor : sizesOf(places, named, minor)
    return places.toSorted(
      (a, b) => sign * (Math.abs(sizes[a] ?? 0) - Math.abs(sizes[b] ?? 0)) || 0,
    )
  }
  const ranks = rankTexts(descriptions.texts)
  return places.toSorted(
    (a, b) =>
      sign *
      ((ranks[description[a] ?? 0] ?? 0) - (ranks[description[b] ?? 0] ?? 0)),
  )
}

function sizesOf(
  places: Int32Array,
  named: NamedParts,
  minor: Float64Array,
): Float64Array {
  const sizes = minor.slice()
  for (const at of places) sizes[at] = named.minorOf(at)
  return sizes
}

function rankTexts(texts: readonly string[]): Int32Array {
  const ranks = new Int32Array(texts.length)
  const numbers = texts.map((_, number) => number)
  numbers.sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1))
  numbers.forEach((number, rank) => (ranks[number] = rank))
  return ranks
}
