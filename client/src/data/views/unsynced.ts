import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'

/** The records that no server has: the newest ones, by name. */
export type UnsyncedQuery = { readonly view: 'unsynced'; readonly most: number }

export type UnsyncedAnswer = {
  readonly pending: readonly UnsyncedRecord[]
  readonly refused: readonly RefusedRecord[]
}

export type UnsyncedRecord = {
  readonly id: string
  /** `undefined`: of a kind that this version does not know. */
  readonly kind: Kind | undefined
  readonly name: string
  readonly date?: string | undefined
  readonly isDeleted: boolean
}

export type RefusedRecord = UnsyncedRecord & {
  /** `code: words`, from the server. */
  readonly reason: string
  readonly at: number
}
