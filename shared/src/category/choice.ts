import { categoryTree, type Category } from './tree.ts'

/** A category of a choice stands for itself and for what is below it, one with this behind its id for itself alone. */
const alone = '.alone'

export function aloneId(id: string): string {
  return `${id}${alone}`
}

export function isAlone(chosen: string): boolean {
  return chosen.endsWith(alone)
}

/** The category that one of a choice names. */
export function bareId(chosen: string): string {
  return isAlone(chosen) ? chosen.slice(0, -alone.length) : chosen
}

/** Every id that a choice stands for, once; what is no category (`none`) for itself. */
export function spreadChoice(
  chosen: readonly string[],
  categories: readonly Category[],
  /** Ids that were merged away, and what each stands for now. */
  merged: Readonly<Record<string, string>> = {},
): readonly string[] {
  const below = new Map(
    categoryTree(categories).map(({ category, children }) => [
      category._id,
      children.map(({ _id }) => _id),
    ]),
  )
  const ids = chosen.flatMap(each => {
    const own = merged[bareId(each)] ?? bareId(each)
    return isAlone(each) ? own : [own, ...(below.get(own) ?? [])]
  })
  return [...new Set(ids)]
}

/** The shortest choice that stands for these ids, in the order of the tree. */
export function gatherChoice(
  ids: readonly string[],
  categories: readonly Category[],
): readonly string[] {
  const wanted = new Set(ids)
  const known = new Set(categories.map(({ _id }) => _id))
  const gathered = categoryTree(categories).flatMap(
    ({ category: { _id }, children }) => {
      const found = children.filter(each => wanted.has(each._id))
      if (!wanted.has(_id)) return found.map(each => each._id)
      return found.length === children.length
        ? [_id]
        : [aloneId(_id), ...found.map(each => each._id)]
    },
  )
  return [...ids.filter(id => !known.has(id)), ...gathered]
}

/** How much of these ids is among those that a choice stands for. */
export function chosenOf(
  spread: ReadonlySet<string>,
  ids: readonly string[],
): 'all' | 'some' | 'none' {
  const found = ids.filter(each => spread.has(each)).length
  return found === 0 ? 'none' : found === ids.length ? 'all' : 'some'
}

/** Takes a category and what is below it into a choice, or out of it where all of it was chosen. */
export function toggleChoice(
  chosen: readonly string[],
  id: string,
  categories: readonly Category[],
): readonly string[] {
  const spread = new Set(spreadChoice(chosen, categories))
  const branch = spreadChoice([id], categories)
  const isAll = chosenOf(spread, branch) === 'all'
  for (const each of branch) {
    if (isAll) spread.delete(each)
    else spread.add(each)
  }
  return gatherChoice([...spread], categories)
}
