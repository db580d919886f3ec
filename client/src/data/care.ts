/** How far long work with records is. */
export type CareProgress = { readonly done: number; readonly all: number }

/** Leaf revisions of one record that one side has and the other has not. */
export type Lacking = {
  readonly id: string
  readonly revs: readonly string[]
}

/** What this device and the server say of each other. */
export type Comparison = {
  readonly phase: 'done' | 'cancelled'
  /** Records of this device that were looked at. */
  readonly records: number
  readonly serverLacks: readonly Lacking[]
  readonly deviceLacks: readonly Lacking[]
}

/** What came of sending and fetching what a comparison found. */
export type Mended = {
  readonly sent: number
  readonly fetched: number
  readonly refused: number
}

/** `unsynced`: what no server is known to have. */
export type RescueScope = 'unsynced' | 'everything'

export type RescueFile = {
  readonly blob: Blob
  readonly records: number
}

/** What a backup is of, found out before anything of it is brought in. */
export type BackupLook = {
  /** Id of the ledger. */
  readonly ledger: string
  readonly name: string
  readonly savedAt: string | undefined
  readonly records: number
  readonly hasReceipts: boolean
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

/** What came of reading a rescue file or backup. */
export type RescueReading = {
  readonly phase: 'reading' | 'done' | 'cancelled'
  readonly bytesRead: number
  readonly bytesAll: number
  readonly added: number
  /** Here with another version, beside which this one was put. */
  readonly changed: number
  readonly known: number
  readonly unreadable: number
}

/** The part of a ledger that looks after its safety. */
export type LedgerCare = {
  /**
   * Asks the server of every record, both ways, and changes nothing. Throws
   * LedgerError `unreachable`.
   */
  readonly verify: (
    onProgress: (progress: CareProgress) => void,
    signal: AbortSignal,
  ) => Promise<Comparison>
  /** Sends what the server lacks and fetches what this device lacks. Throws LedgerError `unreachable`. */
  readonly mend: (found: Comparison) => Promise<Mended>
  /** A file that `readRescue` reads again: revisions and receipts as they are. Nothing when it was cancelled. */
  readonly rescue: (
    scope: RescueScope,
    onProgress: (progress: CareProgress) => void,
    signal: AbortSignal,
  ) => Promise<RescueFile | undefined>
  /** Everything as a rescue file has it, made small, and sealed where there is a password. Nothing when it was cancelled. */
  readonly backUp: (
    password: string | undefined,
    onProgress: (progress: CareProgress) => void,
    signal: AbortSignal,
  ) => Promise<RescueFile | undefined>
  /**
   * Puts the revisions of a rescue file or backup beside what is there: nothing
   * is replaced, and nothing comes twice. Throws LedgerError `not-a-rescue`,
   * `other-ledger`, `file-damaged`, `needs-password` or `wrong-password`.
   */
  readonly readRescue: (
    file: Blob,
    onProgress: (progress: RescueReading) => void,
    signal: AbortSignal,
    password?: string,
  ) => Promise<RescueReading>
  /**
   * Fetches the whole ledger anew into an empty database. Compares first:
   * throws LedgerError `not-rescued` while this device has anything that is
   * neither on the server nor in a rescue file made since the app started.
   */
  readonly rebuild: (
    onProgress: (progress: CareProgress) => void,
    signal: AbortSignal,
  ) => Promise<'done' | 'cancelled'>
  /** Takes refused revisions away: the server's version stands again, or none. Throws LedgerError `unreachable`. */
  readonly discardRefused: (ids: readonly string[]) => Promise<void>
}
