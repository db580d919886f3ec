import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'

/** Where docs are kept: PouchDB for real, a map in memory. */
export type DocStore = {
  /** Newest revisions with their bodies, tombstones too; `undefined` where there never was one. */
  readonly read: (
    ids: readonly string[],
  ) => Promise<readonly (StoredDoc | undefined)[]>
  /**
   * Writes docs that carry the `_rev` they were read with, none if they are
   * new. Resolves with the ids that somebody changed meanwhile; throws
   * LedgerError when nothing can be written.
   */
  readonly write: (docs: readonly StoredDoc[]) => Promise<readonly string[]>
}
