import { assert } from '../assert.ts'
import { splitMinor } from '../money/split-money.ts'
import { derivedId } from '../sync/ids.ts'
import type { DocOf } from '../sync/kinds.ts'

export type ShoppingItem = DocOf<'shoppingItem'>

/** Category of a part of the purchase and its share of what was paid, in minor units. */
export type PurchasePart = {
  readonly category?: string | undefined
  readonly minor: number
}

/**
 * What was paid for a basket by category, in the order of the items. By what
 * each was expected to cost; where no price is known, by number of items. The
 * parts sum to `paidMinor`, and none is without money unless all are.
 */
export function partsOfPurchase(
  basket: readonly ShoppingItem[],
  paidMinor: number,
): readonly PurchasePart[] {
  assert(basket.length > 0, 'Nothing in the basket')
  const known = basket.flatMap(item => item.expectedMinor ?? [])
  // Without a price of its own a thing counts like the others on average.
  const usual =
    known.length === 0
      ? 1
      : Math.max(
          1,
          Math.round(known.reduce((sum, each) => sum + each, 0) / known.length),
        )
  const weights = new Map<string | undefined, number>()
  for (const { category, expectedMinor } of basket) {
    const weight = Math.max(1, expectedMinor ?? usual)
    weights.set(category, (weights.get(category) ?? 0) + weight)
  }
  const shares = splitMinor(paidMinor, [...weights.values()])
  return [...weights.keys()]
    .map((category, at) => ({
      ...(category !== undefined && { category }),
      minor: shares[at] ?? 0,
    }))
    .filter(part => part.minor !== 0 || paidMinor === 0)
}

/** What the things with a known price will cost, in minor units. */
export function expectedMinorOf(items: readonly ShoppingItem[]): number {
  return items.reduce((sum, item) => sum + (item.expectedMinor ?? 0), 0)
}

/** Id of the transaction for a basket: two people who say "done" make one purchase. */
export function purchaseId(basket: readonly ShoppingItem[]): string {
  const ids = basket.map(item => item._id).sort()
  return derivedId('transaction', 'shopping', ...ids)
}
