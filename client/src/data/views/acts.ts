import type { ActDone } from '../changes.ts'

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
