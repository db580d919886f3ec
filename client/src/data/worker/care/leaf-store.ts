import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'

/** What a revision was to a store that it was put into. */
export type Grafted = 'added' | 'changed' | 'known'

/** Revisions as they are, for files that carry them. */
export type LeafStore = {
  /** Leaf revisions with their bodies, of some docs or of all, in batches; how far it is after each. */
  readonly read: (ids: readonly string[] | 'all') => AsyncIterable<{
    readonly docs: readonly StoredDoc[]
    readonly done: number
    readonly all: number
  }>
  /** Puts revisions beside what is there; says of each what it was. */
  readonly graft: (docs: readonly StoredDoc[]) => Promise<readonly Grafted[]>
  /** All that was put there is there: what has several leaves becomes one. */
  readonly settle: (ids: readonly string[]) => Promise<void>
}
