import { aloneId } from '@ourmoney/shared/category/choice.ts'
import { categoryTree, type Category } from '@ourmoney/shared/category/tree.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'

/** What a category came to in each span, with what is below it. */
export type Branch = {
  /** Nothing: what has no category. */
  readonly category: Category | undefined
  /** By span. */
  readonly minors: readonly number[]
  readonly counts: readonly number[]
  /** As a filter chooses exactly what was counted. */
  readonly chosen: readonly string[]
  /** Only itself, without what is below it. */
  readonly isAlone: boolean
  /** What is below it, and itself where it has some of its own beside that. */
  readonly parts: readonly Branch[]
}

/**
 * Sums by category as branches of the tree, the most of the first span first.
 * A filter that names categories may have found a part of a branch only.
 */
export function branchesOf(
  answer: SumsAnswer,
  of: 'expense' | 'income',
  categories: readonly Category[],
  isFiltered: boolean,
): readonly Branch[] {
  const { groups, spans } = answer
  const places = new Map(groups.map(({ id }, place) => [id, place]))
  const leafOf = (category: Category, isAlone: boolean): Branch | undefined => {
    const place = places.get(category._id)
    if (place === undefined) return undefined
    places.delete(category._id)
    return {
      category,
      minors: spans.map(span => span[of][place] ?? 0),
      counts: spans.map(({ counts }) => counts[place] ?? 0),
      chosen: [isAlone ? aloneId(category._id) : category._id],
      isAlone,
      parts: [],
    }
  }
  const branches = categoryTree(categories).flatMap(
    ({ category, children }) => {
      const parts = [
        ...children.map(child => leafOf(child, false)),
        leafOf(category, true),
      ].filter(part => part !== undefined)
      const whole = isFiltered ? undefined : category._id
      return parts.length === 0 ? [] : [joined(category, parts, whole)]
    },
  )
  return [...branches, ...leftOver(answer, of, places)]
    .filter(isMoved)
    .toSorted(mostFirst)
}

/** What has no category, or one that is gone. */
function leftOver(
  { spans }: SumsAnswer,
  of: 'expense' | 'income',
  places: ReadonlyMap<string | undefined, number>,
): readonly Branch[] {
  if (places.size === 0) return []
  const sum = (list: readonly number[]) =>
    [...places.values()].reduce((all, place) => all + (list[place] ?? 0), 0)
  return [
    {
      category: undefined,
      minors: spans.map(span => sum(span[of])),
      counts: spans.map(({ counts }) => sum(counts)),
      chosen: Array.from(places.keys(), id => id ?? 'none'),
      isAlone: false,
      parts: [],
    },
  ]
}

function joined(
  category: Category,
  parts: readonly Branch[],
  whole: string | undefined,
): Branch {
  const sum = (list: readonly (readonly number[])[]) =>
    (list[0] ?? []).map((_, span) =>
      list.reduce((all, each) => all + (each[span] ?? 0), 0),
    )
  const isItself = parts.length === 1 && parts[0]?.category === category
  return {
    category,
    minors: sum(parts.map(({ minors }) => minors)),
    counts: sum(parts.map(({ counts }) => counts)),
    chosen:
      whole === undefined ? parts.flatMap(({ chosen }) => chosen) : [whole],
    isAlone: false,
    parts: isItself ? [] : parts.filter(isMoved).toSorted(mostFirst),
  }
}

/** Income of a category is nothing of its spending. */
function isMoved({ minors }: Branch): boolean {
  return minors.some(minor => minor !== 0)
}

function mostFirst(a: Branch, b: Branch): number {
  return (b.minors[0] ?? 0) - (a.minors[0] ?? 0)
}
