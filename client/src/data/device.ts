import type { Standing } from '@ourmoney/shared/identity/may-write.ts'
import type { BackupLook, RescueReading } from './care.ts'
import type { Ledger } from './ledger.ts'

/** A ledger that this device keeps. */
export type ShelvedLedger = {
  readonly id: string
  readonly name: string
  /** The user whose ledger it is once it was connected; absent: never connected, opens freely. */
  readonly user?: string | undefined
  readonly connected: boolean
  /** What they are in it, as the server said last. */
  readonly standing?: Standing | undefined
  /** Records that no server has, as far as was known when it was closed. */
  readonly unsent?: number | undefined
  readonly lastOpenedAt: number
}

/** A ledger that the server has. */
export type LedgerOnServer = {
  readonly id: string
  readonly name: string
  readonly role: Standing
}

export type NewLedger = {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly firstDay: number
  /** The person who starts it becomes its first member. */
  readonly memberName: string
  readonly accountName: string
  /** The usual categories, in the person's language. */
  readonly categories: readonly {
    readonly name: string
    readonly type: 'expense' | 'income'
    readonly icon: string
    readonly colour: string
  }[]
}

/** A backup that was looked at, and who of its members this is. */
export type BackupAsk = {
  readonly file: Blob
  readonly password: string | undefined
  readonly look: BackupLook
  readonly me: string | undefined
}

/** Gives the worker an access token, or `undefined` when the person must sign in. `force` asks for a fresh one. */
export type TokenSource = (force: boolean) => Promise<string | undefined>

/** Name of the channel that tells every tab that a ledger was forgotten. */
export const forgotten = 'ourmoney-forgotten'

/** Name of the channel that tells every tab that something else is known of the ledgers. */
export const shelved = 'ourmoney-shelved'

/** Everything this device keeps: its ledgers and how they are opened. One per tab. */
export type Device = {
  /**
   * Ledgers that may be shown now: those never connected and those of `user`
   * (or, when a session merely expired, of the last user). From then on an id
   * means that person's copy.
   */
  readonly ledgers: (
    user: string | undefined,
  ) => Promise<readonly ShelvedLedger[]>
  readonly start: (ledger: NewLedger) => Promise<Ledger>
  /** A ledger that the server has and this device has not: opens it empty, the first sync fills it. */
  readonly join: (ledger: LedgerOnServer, user: string) => Promise<Ledger>
  /** That person's copy; without one, of who asked last which ledgers are theirs. */
  readonly open: (id: string, user?: string) => Promise<Ledger>
  /** Reads a backup through and says what it is of; writes nothing. Throws LedgerError. */
  readonly lookAtBackup: (
    file: Blob,
    password: string | undefined,
  ) => Promise<BackupLook>
  /**
   * Brings a backup into its own ledger: the one that is here, or a new one,
   * which is there when all of it is. Throws LedgerError.
   */
  readonly restore: (
    asked: BackupAsk,
    onProgress: (progress: RescueReading) => void,
    signal: AbortSignal,
  ) => Promise<RescueReading>
  /** Marks the ledger as the user's and lets it replicate; the server knows it already. */
  readonly connect: (id: string, user: string) => Promise<void>
  /** Closes a ledger that is not looked at any more, once what waits is sent or cannot be. */
  readonly leave: (id: string) => Promise<void>
  /** Does away with all that this device keeps of a ledger, what no server has too; every tab hears of it by `forgotten`. */
  readonly forget: (id: string, user?: string) => Promise<void>
  /** How much of a ledger no server has; waits a while for what can still be sent. */
  readonly unsent: (id: string, user?: string) => Promise<number>
  /** Somebody signed in or out: replication of their ledgers, and of no other's, starts or stops accordingly. */
  readonly setTokens: (user: string | undefined, source: TokenSource) => void
  readonly storage: () => Promise<{
    readonly persisted: boolean
    readonly usage: number | undefined
    readonly quota: number | undefined
  }>
}
