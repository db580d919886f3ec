import type { Mark } from '@ourmoney/shared/account/marks.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type { RateRowIssue } from '@ourmoney/shared/rate/day-rates.ts'
import type {
  BaseTotals,
  MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import type { Result } from '@ourmoney/shared/result.ts'
import type { LastUse } from '@ourmoney/shared/capture/reading.ts'
import type { Moment, Usual } from '@ourmoney/shared/capture/usual.ts'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { PartsChoice } from '@ourmoney/shared/transaction/recategorise.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'

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
  /** Two that are no transfer, so that they are not offered as one again. */
  | { readonly change: 'keep-apart'; readonly ids: readonly [string, string] }

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
    'created' | 'edited' | 'removed' | 'merged' | 'joined' | 'separated'
  readonly kind: Kind | 'several'
  readonly count: number
}

export type TransactionRow = {
  readonly id: string
  readonly type: TransactionType
  readonly description: string
  readonly minor: number
  readonly currency: string
  readonly date: string
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly category?: string | undefined
  readonly member?: string | undefined
  readonly payee?: string | undefined
  readonly tags: readonly string[]
  readonly hasNotes: boolean
  /** A photo or PDF. */
  readonly hasReceipt: boolean
  /** What a transfer brings in, in the currency of the account that it enters, where that is another. */
  readonly toMinor?: number | undefined
  /** Of a split one, in their order. */
  readonly parts: readonly {
    readonly category?: string | undefined
    readonly member?: string | undefined
    readonly minor: number
  }[]
  /** What the filter counts of it, where it names some of its parts only. */
  readonly countedMinor?: number | undefined
  /** A statement was reconciled with it: it changes only after a warning. */
  readonly isLocked: boolean
  /** Where the query names an account. */
  readonly side?: AccountSide | undefined
  /** In the ledger's currency, where the amount is in another and a rate was kept. */
  readonly baseMinor?: number | undefined
  /** Sums in the ledger's currency leave it out. */
  readonly lacksRate: boolean
  /** `undefined` in a ledger that was never connected. */
  readonly sync?: RecordState | undefined
}

/** A transaction as its account sees it, in the account's currency. */
export type AccountSide = {
  readonly currency: string
  /** More than 0 came in; `undefined` where no rate leads to that currency. */
  readonly minor: number | undefined
  /** What is in the account after it, and after all that is older. */
  readonly balanceMinor: number
  readonly mark: Mark
}

/** Sums per currency over everything that the filter matches, transfers left out; refunds reduce `expense`. */
export type Totals = readonly {
  readonly currency: string
  readonly incomeMinor: number
  readonly expenseMinor: number
  readonly count: number
}[]

/** One day of the list: where its rows start and how many there are. */
export type DaySpan = {
  readonly date: string
  readonly start: number
  readonly count: number
  /** In the ledger's base currency, as the day's rows that were found say. */
  readonly incomeMinor: number
  readonly expenseMinor: number
  /** Of its rows what these sums leave out; absent when they are whole. */
  readonly missing?: readonly MissingRates[] | undefined
}

export type TransactionOrder = {
  readonly by: 'date' | 'amount' | 'description'
  readonly descending: boolean
}

export type TransactionsQuery = {
  readonly view: 'transactions'
  readonly filter: TransactionFilter
  readonly order: TransactionOrder
  /** Whose side of them the rows show, with a running balance. */
  readonly account?: string | undefined
  /** The window of rows: `[from, to)`. */
  readonly from: number
  readonly to: number
}
export type TransactionsAnswer = {
  /** Grows with every change of the ledger. */
  readonly version: number
  readonly count: number
  readonly from: number
  readonly rows: readonly TransactionRow[]
  readonly totals: Totals
  /** All of it in the ledger's currency. */
  readonly base: BaseTotals
  /** Only in the order by date. */
  readonly days: readonly DaySpan[]
}

/** Income and expenses by month, the last `count` months up to and with `until`. */
export type MonthsQuery = {
  readonly view: 'months'
  readonly until: string
  readonly count: number
}
export type MonthsAnswer = {
  readonly months: readonly {
    readonly month: string
    readonly totals: Totals
    /** All of it in the ledger's currency. */
    readonly base: BaseTotals
    readonly byCategory: readonly {
      readonly category: string | undefined
      readonly currency: string
      readonly expenseMinor: number
    }[]
    /** The same in the ledger's currency, without what lacks a rate. */
    readonly baseByCategory: readonly {
      readonly category: string | undefined
      readonly expenseMinor: number
    }[]
  }[]
}

/** Everything but transactions: small, and needed on every screen. */
export type LookupsQuery = { readonly view: 'lookups' }
export type LookupsAnswer = {
  readonly ledger: DocOf<'ledger'> | undefined
  /** This device's member. */
  readonly me: string | undefined
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
  /** Transactions in all. */
  readonly count: number
}

/** What is in each account at the end of a day. */
export type BalancesQuery = { readonly view: 'balances'; readonly date: string }
export type BalancesAnswer = {
  /** The ledger's currency. */
  readonly base: string
  /** Of all accounts in the ledger's currency, by rates of the day. */
  readonly totalMinor: number
  /** Accounts that the total leaves out for want of a rate. */
  readonly missing: readonly string[]
  /** In the order of the ledger. */
  readonly accounts: readonly AccountBalance[]
  /** Transactions that are in no account. */
  readonly without: number
}
export type AccountBalance = {
  readonly id: string
  readonly minor: number
  /** In the ledger's currency; `undefined` without a rate of that day. */
  readonly baseMinor: number | undefined
  /** Its transactions, whatever their day. */
  readonly count: number
  /** Those that the balance leaves out for want of a rate. */
  readonly lacking: number
  /** Those that were reconciled with a statement. */
  readonly locked: number
  /** Date of its newest transaction. */
  readonly lastDate: string | undefined
}

/** How far an account is with a statement that says what was in it at the end of a day. */
export type StatementQuery = {
  readonly view: 'statement'
  readonly account: string
  readonly date: string
}
export type StatementAnswer = {
  /** The opening balance with all that is ticked or locked until that day. */
  readonly clearedMinor: number
  /** Until that day: how many are ticked, and how many neither ticked nor locked. */
  readonly ticked: number
  readonly open: number
}

export type RecordQuery = { readonly view: 'record'; readonly id: string }
export type RecordAnswer = {
  readonly doc: Doc | undefined
  /** Made by a newer version: shown, never rewritten. */
  readonly isNewer: boolean
  readonly sync: RecordState | undefined
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

/** The category, payee and account last used with this description; without one, what is usual at a moment. */
export type SuggestionQuery = {
  readonly view: 'suggestion'
  readonly description: string
  readonly type: TransactionType
  readonly moment?: Moment | undefined
}
export type SuggestionAnswer = {
  readonly category?: string | undefined
  readonly payee?: string | undefined
  readonly account?: string | undefined
  /** Descriptions that begin like it, the most frequent first, at most eight. */
  readonly descriptions: readonly string[]
  /** Habits that fit the moment, the best first, at most four. */
  readonly usual: readonly Usual[]
}

/** What each of these descriptions was last written with, by type; case and accents aside. */
export type LastUsesQuery = {
  readonly view: 'lastUses'
  readonly descriptions: readonly string[]
}
export type LastUsesAnswer = {
  readonly uses: readonly LastUse[]
}

/** Pairs of transactions that look like one transfer, newest first. */
export type PairsQuery = {
  readonly view: 'pairs'
  /** The one that this transaction is in. */
  readonly of?: string | undefined
  readonly most: number
}
export type PairsAnswer = {
  readonly count: number
  readonly pairs: readonly {
    readonly out: TransactionRow
    readonly into: TransactionRow
  }[]
}

/** Which currencies the ledger has, and what is known of their rates on that day. */
export type CurrenciesQuery = {
  readonly view: 'currencies'
  readonly today: string
}
export type CurrenciesAnswer = {
  /** The ledger's currency. */
  readonly base: string
  /** The ledger's first, then by transactions; accounts' currencies among them. */
  readonly inUse: readonly {
    readonly currency: string
    readonly transactions: number
    /** Transactions that sums in the ledger's currency leave out. */
    readonly missing: number
    readonly rate: KeptRate | undefined
  }[]
  readonly pairs: readonly {
    readonly latest: KeptRate
    readonly count: number
  }[]
  /** Transactions without a rate for which there is one now. */
  readonly fillable: number
  /** Of the first transaction. */
  readonly firstDate: string | undefined
}

/** The rates between two currencies until a day, newest first, at most `most`. */
export type RatesQuery = {
  readonly view: 'rates'
  readonly one: string
  readonly other: string
  readonly until: string | undefined
  readonly most: number
}
export type RatesAnswer = {
  /** Of the pair, whatever their day. */
  readonly count: number
  readonly rates: readonly StoredRate[]
}
export type StoredRate = KeptRate & {
  readonly id: string
  readonly isByHand: boolean
}

/** The rate that would be kept with a transaction of that day. */
export type RateOnQuery = {
  readonly view: 'rateOn'
  readonly currency: string
  readonly date: string
}
export type RateOnAnswer = { readonly rate: KeptRate | undefined }

export const syncPhases = [
  'local-only',
  'syncing',
  'up-to-date',
  'offline',
  'needs-sign-in',
  'no-access',
  'ledger-deleted',
  'quarantined',
  'ledger-full',
  'too-many-merges',
  'storage-full',
  'storage-gone',
] as const
export type SyncPhase = (typeof syncPhases)[number]

/** The shopping list: what is to buy, and what was bought, newest first. */
export type ShoppingQuery = { readonly view: 'shopping' }
export type ShoppingAnswer = {
  readonly open: readonly DocOf<'shoppingItem'>[]
  /** Each name once, at most fifty. */
  readonly bought: readonly DocOf<'shoppingItem'>[]
}

/** What `undo` and `redo` would do now. */
export type ActsQuery = { readonly view: 'acts' }
export type ActsAnswer = {
  readonly undo: ActDone | undefined
  readonly redo: ActDone | undefined
}

/** A large act on its way, and one that was cut short. */
export type WorkQuery = { readonly view: 'work' }
export type WorkAnswer = {
  /** Written, taken back or done again here and now. */
  readonly underway?:
    | {
        readonly way: 'save' | 'undo' | 'redo'
        readonly done: number
        readonly all: number
      }
    | undefined
  readonly cut?: CutAct | undefined
}
/** Ended by a failure or a closed tab when it had changed `count` records of as many as it was to; undo takes them back. */
export type CutAct = ActDone & { readonly of: number }

/** The photos and PDFs of a transaction, the oldest first. */
export type ReceiptsQuery = {
  readonly view: 'receipts'
  readonly transaction: string
}
export type ReceiptsAnswer = {
  readonly receipts: readonly {
    readonly doc: DocOf<'receipt'>
    readonly state: ReceiptState
  }[]
}
/** `pending`: no server has its bytes yet; `full`: it has no room for them. `away`: only the server or another device has them. */
export type ReceiptState = 'here' | 'pending' | 'full' | 'away'

export type SyncQuery = { readonly view: 'sync' }
export type SyncAnswer = {
  readonly phase: SyncPhase
  readonly pending: number
  readonly refused: readonly {
    readonly id: string
    readonly rev: string
    /** `code: words`, from the server. */
    readonly reason: string
    readonly at: number
  }[]
  readonly conflicted: number
  /** First sync: how far; absent when it is done. */
  readonly progress?:
    { readonly done: number; readonly all: number } | undefined
  readonly lastSyncAt?: number | undefined
  /** Records that no server had when the browser cleared its storage. */
  readonly lost?: number | undefined
  /** Damaged on this device: `repair` may bring them back. */
  readonly damaged: readonly UnreadRecord[]
  /** Made by a newer version of the app: kept, and left alone. */
  readonly newer: readonly UnreadRecord[]
  /** Still reading the ledger on this device; answers may be incomplete until it is false. */
  readonly loading: boolean
}

export type UnreadRecord = { readonly id: string; readonly name: string }

export type ViewQuery =
  | TransactionsQuery
  | MonthsQuery
  | LookupsQuery
  | NamesQuery
  | MergeSizeQuery
  | RecordQuery
  | SuggestionQuery
  | PairsQuery
  | CurrenciesQuery
  | RatesQuery
  | RateOnQuery
  | LastUsesQuery
  | SyncQuery
  | ActsQuery
  | WorkQuery
  | ShoppingQuery
  | BalancesQuery
  | StatementQuery
  | ReceiptsQuery

type Answers = {
  transactions: TransactionsAnswer
  months: MonthsAnswer
  lookups: LookupsAnswer
  names: NamesAnswer
  mergeSize: MergeSizeAnswer
  record: RecordAnswer
  suggestion: SuggestionAnswer
  pairs: PairsAnswer
  currencies: CurrenciesAnswer
  rates: RatesAnswer
  rateOn: RateOnAnswer
  lastUses: LastUsesAnswer
  sync: SyncAnswer
  acts: ActsAnswer
  work: WorkAnswer
  shopping: ShoppingAnswer
  balances: BalancesAnswer
  statement: StatementAnswer
  receipts: ReceiptsAnswer
}
export type AnswerOf<Query extends ViewQuery> = Answers[Query['view']]

/** A live answer: `subscribe` calls back after each new one. */
export type View<Answer> = {
  readonly subscribe: (listener: () => void) => () => void
  readonly latest: () => Answer | undefined
  readonly close: () => void
}

export type ImportProgress = {
  readonly phase: 'reading' | 'done' | 'cancelled'
  readonly bytesRead: number
  readonly bytesAll: number
  readonly read: number
  readonly added: number
  /** Already there with the same content. */
  readonly known: number
  /** There with other content: the person decides. */
  readonly changed: number
  readonly changedRows: readonly {
    readonly row: number
    readonly id: string
    readonly words: string
  }[]
  readonly deletedBefore: number
  /** Marked `deleted` in the file. */
  readonly skipped: number
  readonly unreadable: number
  /** At most 1,000 of them, the first ones. */
  readonly unreadableRows: readonly {
    readonly row: number
    readonly code: string
    readonly found: string
  }[]
}

/** How far a merge is, in records that have to change. */
export type MergeProgress = {
  readonly phase: 'writing' | 'done' | 'cancelled'
  readonly done: number
  readonly all: number
}

export const ratesFileCodes = [
  'not-rates',
  'not-in-euros',
  'cut-short',
  'has-markup',
  'is-zip',
  'too-large',
] as const
/** Why a file of rates cannot be used. */
export type RatesFileIssue = {
  readonly code: (typeof ratesFileCodes)[number]
  /** Counted from 1. */
  readonly line: number
  /** What stood there, cut short. */
  readonly found: string
}

/** What a file of rates has in it. */
export type RatesFile = {
  /** What its numbers are for one of. */
  readonly base: string
  readonly currencies: readonly {
    readonly currency: string
    readonly count: number
  }[]
  /** In order, each once. */
  readonly days: readonly string[]
  readonly unreadable: number
}

/** What of a file is to be brought in. */
export type RatesChoice = {
  readonly currencies: readonly string[]
  readonly from: string
  readonly to: string
}

export type RatesProgress = {
  readonly phase: 'reading' | 'done' | 'cancelled'
  readonly bytesRead: number
  readonly bytesAll: number
  /** Days of the choice. */
  readonly days: number
  readonly added: number
  /** Already there with the same number. */
  readonly known: number
  /** There with another number, which stays. */
  readonly changed: number
  readonly deletedBefore: number
  /** The file has no number for them. */
  readonly missing: number
  readonly unreadable: number
  /** The first ones. */
  readonly unreadableRows: readonly RateRowIssue[]
}

export type LedgerErrorCode =
  | 'storage-full'
  | 'storage-gone'
  | 'storage-unavailable'
  | 'invalid'
  | 'not-found'
  | 'in-use'
  | 'locked'
  | 'not-an-export'
  | 'receipt-unreadable'
  | 'receipt-too-large'
  | 'receipts-full'
  | 'receipt-away'
  | 'receipt-damaged'

/** The world failed, or what was asked is not allowed; `detail` is for logs, never for people. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly code: LedgerErrorCode
  readonly detail: string

  constructor(code: LedgerErrorCode, detail = '', cause?: unknown) {
    super(`Ledger: ${code} ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}

/**
 * The only door to a ledger's data. Two implementations pass one contract
 * suite: the real one behind the worker, and the one in memory.
 */
export type Ledger = {
  readonly id: string
  /** Writes all changes as one act. Resolves when they are stored on this device; throws LedgerError. */
  readonly save: (changes: readonly Change[]) => Promise<ActReceipt>
  /**
   * Writes the opposite of an act of this device, also after a reload: of the
   * one that is named, else of the newest that stands. Nothing when there is
   * none; what others changed since is left alone.
   */
  readonly undo: (act?: string) => Promise<ActDone | undefined>
  /** Does again what was undone last, until something new is done. */
  readonly redo: () => Promise<ActDone | undefined>
  /** Docs of the transactions that a filter matches, as a JSON file of ours. */
  readonly exportJson: (filter: TransactionFilter) => Promise<Blob>
  /** Reads a file of the earlier system; what was written before a cancel stays. */
  readonly importEarlier: (
    file: Blob,
    fileName: string,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<ImportProgress>
  /** Reads a file of rates through and says what is in it; writes nothing. */
  readonly lookAtRates: (
    file: Blob,
  ) => Promise<Result<RatesFile, RatesFileIssue>>
  /** Brings the choice of a file of rates in; what was written before a cancel stays. */
  readonly importRates: (
    file: Blob,
    choice: RatesChoice,
    onProgress: (progress: RatesProgress) => void,
    signal: AbortSignal,
  ) => Promise<RatesProgress>
  /**
   * Makes one of two, as one act: whatever refers to the one refers to the
   * other then, and the one is archived. Written batch by batch; after a cancel
   * what was written stays, and undo takes it back, as after a failure. Accounts are one from the
   * first batch on, with both openings; a cancel parts them again. Throws
   * LedgerError.
   */
  readonly merge: (
    merge: Merge,
    onProgress: (progress: MergeProgress) => void,
    signal: AbortSignal,
  ) => Promise<MergeProgress & ActReceipt>
  /** Keeps a photo, made smaller, or a PDF with a transaction, as an act; it is sent when there is a server. */
  readonly addReceipt: (
    transaction: string,
    file: Blob,
    name: string,
  ) => Promise<ActReceipt>
  /** The bytes of a receipt, fetched where this device hasn't got them. */
  readonly readReceipt: (id: string) => Promise<Blob>
  readonly openView: <Query extends ViewQuery>(
    query: Query,
  ) => View<AnswerOf<Query>>
  /** Tries a refused revision again, or forgets that it was refused. */
  readonly retryRefused: (ids: readonly string[]) => Promise<void>
  readonly syncNow: () => Promise<void>
  /**
   * Makes the database on this device anew from all that can be read of it;
   * a server brings the rest. Answers with what had no readable version here.
   */
  readonly repair: () => Promise<readonly UnreadRecord[]>
  readonly close: () => Promise<void>
}
