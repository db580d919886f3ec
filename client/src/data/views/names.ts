import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'

/** Everything but transactions: small, and needed on every screen. */
export type LookupsQuery = { readonly view: 'lookups' }

export type LookupsAnswer = {
  readonly ledger: DocOf<'ledger'> | undefined
  /** This device's member. */
  readonly me: string | undefined
  /** This device, as edits name it. */
  readonly device: string
  readonly members: readonly DocOf<'member'>[]
  /** Without what was merged into others, as categories and payees are. */
  readonly accounts: readonly DocOf<'account'>[]
  /** Each before those below it; without what was merged into others. */
  readonly categories: readonly DocOf<'category'>[]
  readonly payees: readonly DocOf<'payee'>[]
  readonly savedFilters: readonly DocOf<'savedFilter'>[]
  readonly templates: readonly DocOf<'template'>[]
  readonly tags: readonly string[]
  /** Ids that were merged away, and what each stands for now. */
  readonly merged: Readonly<Record<string, string>>
  /** Of the ledger, its accounts and its transactions, by code. */
  readonly currencies: readonly string[]
  /** Years that have transactions, newest first. */
  readonly years: readonly string[]
  /** Payments that recur and are not over. */
  readonly recurring: number
  /** Without a single transaction. How many there are changes too often for this answer. */
  readonly isEmpty: boolean
}

/** How often categories, payees and tags are used. */
export type NamesQuery = { readonly view: 'names' }

export type NamesAnswer = {
  /** Transactions by id of a category or payee; what has none is not there. */
  readonly uses: Readonly<Record<string, number>>
  /** By name. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
}

/** How many records a merge would change. */
export type MergeSizeQuery = { readonly view: 'mergeSize' } & Pick<
  Merge,
  'of' | 'from'
>

export type MergeSizeAnswer = { readonly count: number }
