import type { DocOf } from '../sync/kinds.ts'

type Mergeable = {
  readonly _id: string
  readonly mergedInto?: string | undefined
}

/**
 * What each merged-away id stands for now. Records that another device wrote
 * meanwhile still carry it; whoever reads them follows this map. Where two
 * devices merged things into each other, the smallest id of the circle stands,
 * on every device.
 */
export function mergedIds(
  docs: readonly Mergeable[],
): ReadonlyMap<string, string> {
  const byId = new Map(docs.map(doc => [doc._id, doc]))
  const next = (id: string) => {
    const into = byId.get(id)?.mergedInto
    // What it became may not have come here yet.
    return into !== undefined && byId.has(into) ? into : undefined
  }
  const found = new Map<string, string>()
  for (const { _id } of docs) {
    const path = [_id]
    let at = next(_id)
    while (at !== undefined && !path.includes(at)) {
      path.push(at)
      at = next(at)
    }
    const end =
      at === undefined
        ? path.at(-1)
        : path.slice(path.indexOf(at)).toSorted()[0]
    if (end !== undefined && end !== _id) found.set(_id, end)
  }
  return found
}

export type Named = DocOf<'account'> | DocOf<'category'> | DocOf<'payee'>

/** Merging is for two that stand and are alike: expenses are no income, dollars no euros. */
export function canMerge(from: Named, into: Named): boolean {
  if (from._id === into._id || into.mergedInto !== undefined) return false
  if (from.kind === 'category' && into.kind === 'category') {
    return from.type === into.type
  }
  if (from.kind === 'account' && into.kind === 'account') {
    return from.currency === into.currency
  }
  return from.kind === into.kind
}
