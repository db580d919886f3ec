import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'

/** The shopping list: what is to buy, and what was bought, newest first. */
export type ShoppingQuery = { readonly view: 'shopping' }

export type ShoppingAnswer = {
  readonly open: readonly DocOf<'shoppingItem'>[]
  /** Each name once, at most fifty. */
  readonly bought: readonly DocOf<'shoppingItem'>[]
}
