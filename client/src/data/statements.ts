import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { Result } from '@ourmoney/shared/result.ts'
import type {
  ReadChoices,
  StatementAccount,
  StatementFileIssue,
  StatementIssue,
  StatementLook,
} from '@ourmoney/shared/statement/statement.ts'
import type { WorkProgress } from './changes.ts'

/** What a row of a file is to the ledger. */
export const rowStates = [
  'new',
  /** The same movement was brought in before. */
  'known',
  /** It was, and somebody deleted it. */
  'deleted-before',
  /** Somebody may have entered it by hand. */
  'near',
  /** The other side of a movement between own accounts, in this file or the ledger. */
  'transfer',
  'unreadable',
] as const
export type RowState = (typeof rowStates)[number]

/** What a person may change of a row before it is brought in. */
export type RowFields = {
  readonly date: LocalDate
  readonly description: string
  /** Minor units with the sign of the account. */
  readonly minor: number
  /** Name of a payee, who is made where the ledger lacks them. */
  readonly payee?: string | undefined
  /** Id of a category. */
  readonly category?: string | undefined
  /** Id of a member. */
  readonly member?: string | undefined
  readonly tags: readonly string[]
  readonly notes?: string | undefined
}

/** The transaction that a row may be, or that is its other side. */
export type OtherSide = {
  /** In the ledger. */
  readonly id?: string | undefined
  /** In the file. */
  readonly row?: number | undefined
  readonly description: string
  readonly date: LocalDate
  readonly minor: number
  readonly currency: string
  readonly account?: string | undefined
}

export type ReviewRow = {
  readonly row: number
  readonly raw: string
  readonly state: RowState
  /** Whether it will be brought in. */
  readonly isTaken: boolean
  /**
   * Whether it is one with `other`: what was entered by hand is this row, the
   * two sides become one transfer. If not, it is brought in as a movement of its own.
   */
  readonly isMatched: boolean
  /** Absent where it is unreadable and nobody has mended it. */
  readonly fields?: RowFields | undefined
  readonly currency: string
  readonly account: string
  readonly issue?: StatementIssue | undefined
  /** Name of a category that the file gives and the ledger hasn't got: it will be made. */
  readonly newCategory?: string | undefined
  /** Name of a member, alike. */
  readonly newMember?: string | undefined
  readonly other?: OtherSide | undefined
  /** Why it has its category: a rule, or what was learned, with a confidence of 0 to 1. */
  readonly because?:
    | { readonly rule: string; readonly name: string }
    | { readonly learned: number }
    | undefined
  /** A category that is offered, for it is not sure enough to be set. */
  readonly suggestion?:
    { readonly category: string; readonly confidence: number } | undefined
}

export type ReviewCounts = {
  readonly states: Readonly<Record<RowState, number>>
  readonly taken: number
  /** Left out of the file, for the bank has not booked them yet. */
  readonly pending: number
  readonly sums: readonly {
    readonly account: string
    readonly currency: string
    /** Of what is taken, minor units. */
    readonly in: number
    readonly out: number
    /** Where the file says what was there before and after: by how much its own rows miss that. */
    readonly missing?: number | undefined
  }[]
}

export type Review = ReviewCounts & {
  readonly id: string
  readonly accounts: readonly StatementAccount[]
  /** The batch that this file became when it was brought in before. */
  readonly broughtInBefore: boolean
  /** It was left like this: what was changed in it then is changed again. */
  readonly isAsLeft: boolean
}

export type StatementLooked = StatementLook & {
  /** The household's own way to read such files, when it has one; `choices` follow it. */
  readonly profile?: { readonly id: string; readonly name: string } | undefined
  /** Which accounts of the ledger those of the file are, by their key, where it is known. */
  readonly known: Readonly<Record<string, string>>
}

export type StatementProgress = {
  readonly rows: number
  readonly bytesRead: number
  readonly bytesAll: number
}

/** A file, what is chosen for its reading, and where its accounts are in the ledger: key → id. */
export type StatementAsk = {
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
  /** The key of a file that names none is the empty text. Rows of an account that is not here are left out. */
  readonly accounts: Readonly<Record<string, string>>
}

/** A review that nobody has finished, also of a time before a reload. */
export type LeftReview = {
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
  readonly accounts: StatementAsk['accounts']
  /** Milliseconds since 1970 when it was begun. */
  readonly at: number
  /** How often something was changed in it. */
  readonly changes: number
}

export type RowChange = Partial<RowFields> & {
  readonly isTaken?: boolean | undefined
  readonly isMatched?: boolean | undefined
}

/** What came of a review; `done` of its rows were dealt with. */
export type FileBroughtIn = WorkProgress & {
  readonly batch: string
  readonly added: number
  /** Marked as what was there already. */
  readonly matched: number
  /** Ticked, and not brought in all the same. */
  readonly left: {
    /** Somebody else brought them in meanwhile. */
    readonly known: number
    /** Somebody deleted them meanwhile. */
    readonly deleted: number
    /** No transaction can be made of them. */
    readonly refused: number
  }
}

export type BatchUndone = WorkProgress & {
  /** Edited since, so they stay. */
  readonly kept: readonly { readonly id: string; readonly words: string }[]
}

/** Bank files in: looked at, reviewed, brought in, taken back. */
export type LedgerStatements = {
  /**
   * Without choices a profile of the household's is followed, where it knows
   * such files. Accounts decide the currency of rows that say none. Nothing
   * after a cancel, which stops the reading at once.
   */
  readonly lookAtStatement: (
    file: Blob,
    name: string,
    choices: ReadChoices,
    accounts: StatementAsk['accounts'],
    signal: AbortSignal,
  ) => Promise<Result<StatementLooked, StatementFileIssue> | undefined>
  /**
   * Reads a file through and compares it with the ledger; writes nothing. The
   * device keeps one review at a time; one that was left and is read in the
   * same way is as it was left. Nothing after a cancel.
   */
  readonly reviewStatement: (
    ask: StatementAsk,
    onProgress: (progress: StatementProgress) => void,
    signal: AbortSignal,
  ) => Promise<Result<Review, StatementFileIssue> | undefined>
  /** Rows of a review in the file's order, from (inclusive) to (exclusive). */
  readonly reviewRows: (
    review: string,
    state: RowState | undefined,
    from: number,
    to: number,
  ) => Promise<{ readonly count: number; readonly rows: readonly ReviewRow[] }>
  readonly reviewCounts: (review: string) => Promise<ReviewCounts>
  /** A field that is there and `undefined` is emptied. Rows are meant by their number in the file. */
  readonly changeReview: (
    review: string,
    rows: readonly number[],
    set: RowChange,
  ) => Promise<ReviewCounts>
  /** After a rule was made: what rules and history say now, of rows that nobody has changed. */
  readonly reviewAgain: (review: string) => Promise<ReviewCounts>
  /** Writes what is taken; after a cancel what was written stays, and the same file brings the rest. Throws LedgerError. */
  readonly bringIn: (
    review: string,
    onProgress: (progress: WorkProgress) => void,
    signal: AbortSignal,
  ) => Promise<FileBroughtIn>
  readonly dropReview: (review: string) => Promise<void>
  /** Nothing where there is none, or its file was too large to be kept. */
  readonly leftReview: () => Promise<LeftReview | undefined>
  readonly dropLeftReview: () => Promise<void>
  /** Removes what a batch brought in and nobody has edited since, as one act. */
  readonly undoBatch: (
    batch: string,
    onProgress: (progress: WorkProgress) => void,
    signal: AbortSignal,
  ) => Promise<BatchUndone>
}
