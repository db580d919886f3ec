import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'

/** Where docs are kept: PouchDB for real, a map in memory. */
export type DocStore = {
  /** Newest revisions with their bodies, tombstones too; `undefined` where there never was one. */
  readonly read: (
    ids: readonly string[],
  ) => Promise<readonly (StoredDoc | undefined)[]>
  /** Newest revisions of all that is not deleted, in any order: much quicker than reading many by id. */
  readonly readAll: () => AsyncIterable<readonly StoredDoc[]>
  /**
   * Writes docs that carry the `_rev` they were read with, none if they are
   * new. Resolves with the ids that somebody changed meanwhile; throws
   * LedgerError when nothing can be written. `checked` has those by id that
   * need not be read and checked once more.
   */
  readonly write: (
    docs: readonly StoredDoc[],
    checked?: ReadonlyMap<string, Doc>,
  ) => Promise<readonly string[]>
}
