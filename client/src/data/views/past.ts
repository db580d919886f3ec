import type { Conflict } from '@ourmoney/shared/sync/log-schema.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { Question } from '@ourmoney/shared/sync/questions.ts'
import type { FieldChange } from '@ourmoney/shared/sync/history.ts'

/** What ids in an answer stand for, also of what was deleted or merged away. */
export type NamesById = Readonly<Record<string, string>>

/** Records with a conflict that nobody has settled, of one or of all; at most so many. */
export type ConflictsQuery = {
  readonly view: 'conflicts'
  readonly id?: string | undefined
  readonly most: number
}

export type ConflictsAnswer = {
  /** Of all records, however many are asked for. */
  readonly count: number
  /** The newest conflict first. */
  readonly records: readonly ConflictedRecord[]
  readonly names: NamesById
}

export type ConflictedRecord = {
  /** Without its log. */
  readonly doc: Doc
  readonly questions: readonly Question[]
}

/** What became of one record: who changed what, when, on which device. */
export type HistoryQuery = { readonly view: 'history'; readonly id: string }

export type HistoryAnswer = {
  /** Without its log, deleted or not; `undefined` where there is none. */
  readonly doc: Doc | undefined
  readonly isNewer: boolean
  /** The newest first; the last is the oldest that is still known. */
  readonly versions: readonly Version[]
  readonly names: NamesById
}

export type Version = {
  readonly id: string
  /** `folded`: what was before is not known any more. */
  readonly did:
    'created' | 'folded' | 'edited' | 'removed' | 'restored' | 'settled'
  readonly at: number
  readonly by: string | undefined
  readonly device: string | undefined
  readonly fields: readonly FieldChange[]
  /** Conflicts that it settled, with the values that it put aside. */
  readonly settles: readonly Conflict[]
  /** The record is as this version left it. */
  readonly stands: boolean
}

/** Deleted records whose name has that text, the last deleted first, at most so many. */
export type TrashQuery = {
  readonly view: 'trash'
  readonly text: string
  readonly most: number
}

export type TrashAnswer = {
  readonly count: number
  /** Whatever their text. */
  readonly all: number
  /** Days until they are removed for good; 0 for never. */
  readonly keepDays: number
  /** Without their logs. */
  readonly records: readonly Doc[]
  readonly names: NamesById
}

/** What was done in the ledger, the newest first, at most so many acts. */
export type ActivityQuery = {
  readonly view: 'activity'
  readonly member?: string | undefined
  /** Of that day and before. */
  readonly until?: string | undefined
  readonly most: number
}

export type ActivityAnswer = {
  readonly byDay: readonly {
    readonly date: string
    readonly acts: readonly Activity[]
  }[]
  /** There is more than was asked for. */
  readonly hasMore: boolean
  readonly names: NamesById
}

/** What one person did to records of one kind in one go. */
export type Activity = {
  /** `imported`: a file, whose transactions are not told one by one. */
  readonly did: Exclude<Version['did'], 'folded'> | 'imported'
  readonly at: number
  readonly by: string | undefined
  readonly kind: Kind
  readonly count: number
  /** The first few. */
  readonly ids: readonly string[]
  /** What of them was changed. */
  readonly fields: readonly string[]
}
