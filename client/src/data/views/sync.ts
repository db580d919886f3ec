import type { Standing } from '@ourmoney/shared/identity/may-write.ts'

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

export type SyncQuery = { readonly view: 'sync' }

export type SyncAnswer = {
  readonly phase: SyncPhase
  /** What the person is in this ledger; whoever only reads it writes nothing here. */
  readonly standing: Standing
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
  /** When the server last had everything of this device. */
  readonly pushedAt?: number | undefined
  /** When this device last had everything of the server's. */
  readonly pulledAt?: number | undefined
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
