import {
  namesParts,
  type PartsFilter,
} from '@ourmoney/shared/transaction/counted.ts'
import type { Columns } from './columns.ts'

/** What of each row a filter counts: `countedMinor` on columns. */
export type NamedParts = {
  /** Whether it names the row, or a part of it. */
  readonly names: (at: number) => boolean
  /** Whether it names some parts of the row and others not. */
  readonly isLess: (at: number) => boolean
  /** Whether it names that part, by its place among parts, of a row. */
  readonly namesPart: (part: number, at: number) => boolean
  readonly minorOf: (at: number) => number
  /** In the ledger's currency; 0 where the row lacks a rate. */
  readonly baseMinorOf: (at: number) => number
}

/** Nothing for a filter that is about whole transactions only. */
export function compileParts(
  columns: Columns,
  filter: PartsFilter,
): NamedParts | undefined {
  if (!namesParts(filter)) return undefined
  const { category, member, minor, baseMinor, parts } = columns
  const { start, count } = parts
  const categories = numbersOf(columns, filter.categories)
  if (filter.categories?.includes('none')) categories?.add(0)
  const members = numbersOf(columns, filter.members)
  const isNamed = (ofCategory: number, ofMember: number) =>
    (categories === undefined || categories.has(ofCategory)) &&
    (members === undefined || members.has(ofMember))
  // Without a member of its own a part is its transaction's.
  const isPartNamed = (part: number, at: number) =>
    isNamed(parts.category[part] ?? 0, parts.member[part] || (member[at] ?? 0))

  function countNamed(at: number): number {
    const first = start[at] ?? 0
    let named = 0
    for (let part = first; part < first + (count[at] ?? 0); part++) {
      if (isPartNamed(part, at)) named += 1
    }
    return named
  }

  function isLess(at: number): boolean {
    return (count[at] ?? 0) > 0 && countNamed(at) < (count[at] ?? 0)
  }

  function sumNamed(at: number, minors: ArrayLike<number>, from: number) {
    let sum = 0
    for (let index = 0; index < (count[at] ?? 0); index++) {
      if (!isPartNamed((start[at] ?? 0) + index, at)) continue
      sum += minors[from + index] ?? 0
    }
    return sum
  }

  return {
    names: at =>
      (count[at] ?? 0) > 0
        ? countNamed(at) > 0
        : isNamed(category[at] ?? 0, member[at] ?? 0),
    isLess,
    namesPart: isPartNamed,
    minorOf: at =>
      isLess(at) ? sumNamed(at, parts.minor, start[at] ?? 0) : (minor[at] ?? 0),
    baseMinorOf: at =>
      isLess(at)
        ? sumNamed(at, columns.basePartsOf(at) ?? [], 0)
        : (baseMinor[at] ?? 0),
  }
}

function numbersOf(
  columns: Columns,
  ids: readonly string[] | undefined,
): Set<number> | undefined {
  if (ids === undefined || ids.length === 0) return undefined
  return columns.numbersOf(ids)
}
