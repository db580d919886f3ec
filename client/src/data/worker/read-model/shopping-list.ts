import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import type { ShoppingAnswer } from '../../views/shopping.ts'

type Item = DocOf<'shoppingItem'>

const mostBought = 50

export function shoppingList(items: readonly Item[]): ShoppingAnswer {
  const open = items.filter(item => item.boughtIn === undefined)
  const names = new Set(open.map(item => foldText(item.name)))
  const bought: Item[] = []
  for (const item of items
    .filter(each => each.boughtIn !== undefined)
    .sort((a, b) => (b.tickedAt ?? 0) - (a.tickedAt ?? 0))) {
    const name = foldText(item.name)
    if (names.has(name) || bought.length === mostBought) continue
    names.add(name)
    bought.push(item)
  }
  return {
    open: open.sort(
      (a, b) =>
        (a.createdAt ?? 0) - (b.createdAt ?? 0) || (a._id < b._id ? -1 : 1),
    ),
    bought,
  }
}
