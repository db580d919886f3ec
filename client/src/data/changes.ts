import type { Mark } from '@ourmoney/shared/account/marks.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { PartsChoice } from '@ourmoney/shared/transaction/recategorise.ts'

/** The fields a person gives for a new doc of one kind; the ledger adds id, version, stamps. */
export type NewDoc = {
  [Name in Kind]: { readonly kind: Name } & Omit<
    DocOf<Name>,
    '_id' | '_rev' | 'v' | 'log' | 'conflicts' | 'settled' | 'folded'
  > & { readonly _id?: string | undefined }
}[Kind]

/** Which transactions a bulk change is about. */
export type Selection =
  | { readonly ids: readonly string[] }
  | { readonly filter: TransactionFilter; readonly except: readonly string[] }

/**
 * What becomes of transactions that a statement was reconciled with: they are
 * changed and stay locked, are unlocked, or are left out. Without a choice
 * nothing is written and `locked` is thrown, so that a person can be asked.
 */
export type LockedChoice = 'keep' | 'unlock' | 'skip'

export type Change =
  | { readonly change: 'create'; readonly doc: NewDoc }
  /** `undefined` in `set` takes the field away. */
  | {
      readonly change: 'edit'
      readonly target: Selection
      readonly set: Readonly<Record<string, unknown>>
      readonly locked?: LockedChoice | undefined
    }
  | {
      readonly change: 'remove'
      readonly target: Selection
      readonly locked?: LockedChoice | undefined
    }
  /** Says of the side in that account how far it is with the account's statement. */
  | {
      readonly change: 'mark'
      readonly target: Selection
      readonly account: string
      readonly mark: Mark
    }
  /** Puts tags on transactions and takes tags off, whatever others they have. */
  | {
      readonly change: 'tag'
      readonly target: Selection
      readonly put: readonly string[]
      readonly take: readonly string[]
    }
  /** Keeps the rate of its day with each transaction that lacks one and that there is one for. */
  | { readonly change: 'fill-rates'; readonly target: Selection }
  /** Another category for transactions, and for the parts of split ones or not; transfers have none. */
  | {
      readonly change: 'recategorise'
      readonly target: Selection
      readonly category: string | undefined
      readonly parts: PartsChoice
      readonly locked?: LockedChoice | undefined
    }
  /** Two transactions become one transfer; `invalid` with a JoinIssue where they do not fit. */
  | {
      readonly change: 'join'
      readonly ids: readonly [string, string]
      readonly locked?: LockedChoice | undefined
    }
  /** A transfer becomes what it was made of: one that leaves an account, one that comes into another. */
  | {
      readonly change: 'separate'
      readonly id: string
      readonly locked?: LockedChoice | undefined
    }
  /**
   * Due days of what recurs are written down, each with an id that every device
   * gives it. `set` is what turned out otherwise; an amount only where no parts
   * or shares belong to it.
   */
  | {
      readonly change: 'post'
      readonly due: readonly DueDate[]
      readonly set?:
        | {
            readonly minor?: number | undefined
            readonly date?: string | undefined
          }
        | undefined
    }
  /** Due days are left out, or no longer are. */
  | {
      readonly change: 'skip'
      readonly due: readonly DueDate[]
      readonly isSkipped: boolean
    }
  /** What was deleted comes back as it was. */
  | { readonly change: 'restore'; readonly ids: readonly string[] }
  /** A record, deleted or not, is again as it stood right after an instant. */
  | {
      readonly change: 'return'
      readonly id: string
      readonly at: number
      readonly locked?: LockedChoice | undefined
    }
  /** Answers questions that concurrent edits left in one record. */
  | {
      readonly change: 'settle'
      readonly id: string
      readonly answers: readonly ConflictAnswer[]
      readonly locked?: LockedChoice | undefined
    }
  /** Two that are no transfer, so that they are not offered as one again. */
  | { readonly change: 'keep-apart'; readonly ids: readonly [string, string] }

/** A day on which a `recurring` doc is due. */
export type DueDate = { readonly recurring: string; readonly date: string }

/** By the id of the conflict; all others of its group are settled with it. */
export type ConflictAnswer = {
  readonly conflict: string
  /** What stands, what lost, or the whole value of the group anew. */
  readonly take:
    'standing' | 'other' | { readonly set: Readonly<Record<string, unknown>> }
}

/** What was done, for "undo": the opposite is written as new edits, nothing is rewound. */
export type ActReceipt = {
  readonly act: string
  /** Ids of created and changed docs, in order. */
  readonly ids: readonly string[]
}

/** An act in words: three transactions deleted. */
export type ActDone = {
  readonly act: string
  readonly did:
    | 'created'
    | 'edited'
    | 'removed'
    | 'restored'
    | 'settled'
    | 'merged'
    | 'joined'
    | 'separated'
  readonly kind: Kind | 'several'
  readonly count: number
}

/** How far long work is, in records that have to change. */
export type WorkProgress = {
  readonly phase: 'writing' | 'done' | 'cancelled'
  readonly done: number
  readonly all: number
}
