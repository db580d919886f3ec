import type { DocOf } from '../sync/kinds.ts'

export type Category = DocOf<'category'>

/** A category and what stands below it: two levels, no more. */
export type Branch = {
  readonly category: Category
  readonly children: readonly Category[]
}

/**
 * The categories as people see them, in their order. What devices made apart
 * may not fit together: a parent that is gone, of the other type or below
 * another itself counts as none, so that nothing is lost and nothing circles.
 */
export function categoryTree(categories: readonly Category[]): Branch[] {
  const byId = new Map(categories.map(each => [each._id, each]))
  const parents = new Map(
    categories.map(each => [each._id, parentOf(each, byId)]),
  )
  const ordered = [...categories].sort(compareOrder)
  return ordered
    .filter(({ _id }) => parents.get(_id) === undefined)
    .map(category => ({
      category,
      children: ordered.filter(({ _id }) => parents.get(_id) === category._id),
    }))
}

/** The tree as a list: each category, then what stands below it. */
export function inTreeOrder(
  categories: readonly Category[],
): readonly Category[] {
  return categoryTree(categories).flatMap(({ category, children }) => [
    category,
    ...children,
  ])
}

/** Where a category is to stand: below one or at the top, before one or last. */
export type Spot = {
  readonly parent: string | undefined
  readonly before: string | undefined
}

/** Whether it may stand there: below one of its type that is at the top, if nothing is below itself. */
export function canStand(
  categories: readonly Category[],
  id: string,
  parent: string | undefined,
): boolean {
  if (parent === undefined) return true
  const tree = categoryTree(categories)
  const own = tree.find(({ category }) => category._id === id)
  const above = tree.find(({ category }) => category._id === parent)
  const byId = new Map(categories.map(each => [each._id, each]))
  return (
    parent !== id &&
    (own === undefined || own.children.length === 0) &&
    above !== undefined &&
    above.category.type === byId.get(id)?.type &&
    // At the top only because devices placed two apart.
    fittingParent(above.category, byId) === undefined
  )
}

/** What to set, by id, so that a category stands there; the others make room. */
export function moveCategory(
  categories: readonly Category[],
  id: string,
  { parent, before }: Spot,
): ReadonlyMap<string, Pick<Category, 'parent' | 'order'>> {
  const moved = categories.find(({ _id }) => _id === id)
  const sets = new Map<string, Pick<Category, 'parent' | 'order'>>()
  if (moved === undefined || !canStand(categories, id, parent)) return sets
  const tree = categoryTree(categories)
  const siblings = (
    parent === undefined
      ? tree.map(({ category }) => category)
      : (tree.find(({ category }) => category._id === parent)?.children ?? [])
  ).filter(({ _id, type }) => _id !== id && type === moved.type)
  const at = siblings.findIndex(({ _id }) => _id === before)
  const row = siblings.toSpliced(at < 0 ? siblings.length : at, 0, moved)
  row.forEach(({ _id, order }, index) => {
    if (_id === id) sets.set(_id, { parent, order: index })
    else if (order !== index) sets.set(_id, { order: index })
  })
  return sets
}

type ById = ReadonlyMap<string, Category>

function parentOf(category: Category, byId: ById): string | undefined {
  const parent = fittingParent(category, byId)
  if (parent === undefined || fittingParent(parent, byId)) return undefined
  return parent._id
}

function fittingParent(category: Category, byId: ById): Category | undefined {
  const parent = byId.get(category.parent ?? '')
  const fits = parent?.type === category.type && parent._id !== category._id
  return fits ? parent : undefined
}

function compareOrder(a: Category, b: Category): number {
  return (
    (a.order ?? 1e9) - (b.order ?? 1e9) ||
    a.name.localeCompare(b.name) ||
    (a._id < b._id ? -1 : 1)
  )
}
