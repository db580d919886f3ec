import type { LocalDate } from '../calendar/local-date.ts'

/** What kind of file it is, found from what stands in it. */
export const statementFormats = [
  'csv',
  'xlsx',
  'json-list',
  'ofx',
  'qif',
  'camt',
  'mt940',
  /** Our own JSON export. */
  'ourmoney',
] as const
export type StatementFormat = (typeof statementFormats)[number]

/** A part of a movement that the file itself has split. */
export type StatementPart = {
  /** Minor units, with the sign of the account: negative went out. */
  readonly minor: number
  readonly category?: string | undefined
  readonly notes?: string | undefined
}

/** One movement as a file tells it, before the ledger has had a say. */
export type StatementRow = {
  /** Where it stands, counted from 1 as a person counts: line of a text, row of a sheet, entry of a message. */
  readonly row: number
  /** What stood there, at most 500 characters. */
  readonly raw: string
  readonly date: LocalDate
  /** Minor units of `currency`, with the sign of the account: negative went out. Never 0 unless the file says 0. */
  readonly minor: number
  /** In which its amounts were read; absent: the account's. */
  readonly currency?: string | undefined
  /** What it is, where the file says so: what comes back of an expense is one too. Absent: as the sign says. */
  readonly type?: 'expense' | 'income' | undefined
  readonly description: string
  readonly payee?: string | undefined
  readonly notes?: string | undefined
  /** Names as in the file; `Home:Rent` is a branch. */
  readonly category?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly member?: string | undefined
  /** What the bank calls this movement; one per account. */
  readonly bankId?: string | undefined
  /** `key` of the account of the file that it moved. */
  readonly account?: string | undefined
  /** Name of the account at its other end, where the file says it is a transfer. */
  readonly transferTo?: string | undefined
  /** What arrives there, where that is in another currency. */
  readonly arrives?:
    { readonly minor: number; readonly currency: string } | undefined
  readonly parts?: readonly StatementPart[] | undefined
  /** What the account had after it, where the file says so. */
  readonly balance?: number | undefined
}

export const statementIssueCodes = [
  'not-a-date',
  'not-an-amount',
  'no-amount',
  'not-a-currency',
  'parts-do-not-sum',
  'too-long',
  'too-few-cells',
  'not-a-record',
  'made-by-newer',
  'cut-short',
] as const

/** A row that could not be read; the others are. */
export type StatementIssue = {
  readonly row: number
  readonly code: (typeof statementIssueCodes)[number]
  /** What stood where something else was expected, at most 80 characters. */
  readonly found: string
  readonly raw: string
}

/** An account as a file names it. */
export type StatementAccount = {
  /** IBAN, number or name: the same in every file of that bank. */
  readonly key: string
  readonly name: string
  readonly currency?: string | undefined
  readonly opening?: StatementBalance | undefined
  readonly closing?: StatementBalance | undefined
}

export type StatementBalance = {
  /** Minor units of the account's currency. */
  readonly minor: number
  readonly date: LocalDate
}

/** What a column of a table is. */
export const columnRoles = [
  'ignore',
  'date',
  'amount',
  'in',
  'out',
  'direction',
  'description',
  'payee',
  'notes',
  'category',
  'tags',
  'member',
  'account',
  /** The account at the other end of a transfer. */
  'transferTo',
  'currency',
  'balance',
  'bankId',
  'status',
] as const
export type ColumnRole = (typeof columnRoles)[number]

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** How a file is read. Whatever is absent is guessed; all of it is kept in an `importProfile`. */
export type ReadChoices = {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  /** Name of the sheet. */
  readonly sheet?: string | undefined
  /** Row that names the columns, counted from 1; 0: there is none. */
  readonly headerRow?: number | undefined
  /** One for each column. */
  readonly columns?: readonly ColumnRole[] | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly decimalMark?: '.' | ',' | undefined
  /** Everything the other way round: a card's statement that lists spending without a sign. */
  readonly isTurned?: boolean | undefined
  /** The words of a `direction` column that mean money went out. */
  readonly outWords?: readonly string[] | undefined
  /** What `outWords` were before somebody changed them. */
  readonly foundOutWords?: readonly string[] | undefined
  /** Amounts have their own signs, which no word of a `direction` column turns. */
  readonly isSigned?: boolean | undefined
  readonly currency?: string | undefined
  /** Rows that the bank has not booked yet are left out unless this is set. */
  readonly withPending?: boolean | undefined
  /** Which of the others neither a person nor the file decides: the next file is asked anew. */
  readonly guessed?: readonly GuessedChoice[] | undefined
}

export type GuessedChoice =
  'dateOrder' | 'decimalMark' | 'outWords' | 'isSigned' | 'currency'

/** What the ledger gives to the reading. */
export type ReadContext = {
  /** Of the ledger, where the file names none. */
  readonly currency: string
  /** Of the ledger's accounts in which rows of the file's are, by the file's keys; they go before the ledger's. */
  readonly currencies?: ReadonlyMap<string, string> | undefined
  readonly timeZone: string
}

/** What was found out about a file before it is read through. */
export type StatementLook = {
  readonly format: StatementFormat
  /** In full: nothing is left to guess. */
  readonly choices: ReadChoices
  /** What else `encoding` may be. */
  readonly encodings: readonly string[]
  readonly accounts: readonly StatementAccount[]
  /** Of a table only. */
  readonly table?: StatementTable | undefined
  /** The first rows, read with `choices`. */
  readonly rows: readonly StatementRow[]
  readonly issues: readonly StatementIssue[]
  /** What makes files of one kind the same: an `importProfile` with it is recognised. Format, columns' names; nothing of the rows. */
  readonly signature: string
}

export type StatementTable = {
  readonly sheets: readonly string[]
  /** As the header names them, or empty. */
  readonly names: readonly string[]
  /** Cells of the first rows below the preamble, header left out. */
  readonly cells: readonly (readonly string[])[]
  /** Rows before the header. */
  readonly preamble: readonly string[]
  /** Whether some row or person decides the order of day and month; else it is the likelier one. */
  readonly isDateOrderSure: boolean
}

export const statementFileCodes = [
  'not-a-statement',
  'empty',
  'cut-short',
  'has-markup',
  'too-large',
  /** A packed file becomes too large, or has too many parts. */
  'unpacks-too-large',
  /** No end of a record or text, where every one has ended. */
  'record-too-long',
  'too-many-rows',
  'too-many-accounts',
  'is-locked',
  'no-such-sheet',
  'no-date-column',
  'no-amount-column',
  /** JSON of the earlier system: `importEarlier` brings it in. */
  'is-earlier',
  /** A backup or rescue file of ours: it is restored as a whole. */
  'is-backup',
  'is-pdf',
  /** Excel before 2007. */
  'is-old-excel',
] as const

/** Why a file as a whole cannot be read. */
export type StatementFileIssue = {
  readonly code: (typeof statementFileCodes)[number]
  /** Counted from 1; 0: no place in it. */
  readonly line: number
  /** What `line` counts, where it is no lines. */
  readonly counts?: 'record' | undefined
  /** What stood there, at most 80 characters. */
  readonly found: string
}

/** Some of a file's rows, in the file's order. */
export type StatementBatch = {
  readonly rows: readonly StatementRow[]
  readonly issues: readonly StatementIssue[]
  /** Rows not booked yet that were left out. */
  readonly pending: number
  /** Rows that the file itself says are deleted, declined or taken back. */
  readonly dropped?: number | undefined
  /** Since the batch before. */
  readonly bytesRead: number
}
