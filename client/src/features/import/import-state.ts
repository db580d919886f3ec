import type { WorkProgress } from '../../data/changes.ts'
import type { ImportProgress } from '../../data/files.ts'
import type {
  FileBroughtIn,
  Review,
  StatementLooked,
  StatementProgress,
} from '../../data/statements.ts'

/** A file, how it is read, and where its accounts are: key → id. */
export type Plan = {
  readonly file: File
  readonly looked: StatementLooked
  readonly accounts: Readonly<Record<string, string>>
}

/** How far a file has come. */
export type ImportState =
  | { readonly step: 'take'; readonly failure?: string | undefined }
  | { readonly step: 'looking'; readonly file: File }
  | {
      readonly step: 'earlier'
      readonly file: File
      readonly progress?: ImportProgress | undefined
    }
  | { readonly step: 'backup'; readonly file: File }
  | {
      readonly step: 'preview'
      readonly plan: Plan
      readonly failure?: string | undefined
    }
  | {
      readonly step: 'reading'
      readonly plan: Plan
      readonly progress?: StatementProgress | undefined
    }
  | {
      readonly step: 'review'
      readonly plan: Plan
      readonly review: Review
      readonly failure?: string | undefined
    }
  | {
      readonly step: 'writing'
      readonly plan: Plan
      readonly progress?: WorkProgress | undefined
    }
  | {
      readonly step: 'done'
      readonly plan: Plan
      readonly progress: FileBroughtIn
      /** Of one that was stopped: it can go on. */
      readonly review?: Review | undefined
    }

/**
 * What becomes of a file that comes now: it is looked at, waits for the one
 * that is being read or written, or somebody says which of the two is first.
 */
export function forNewFile(state: ImportState): 'now' | 'after' | 'ask' {
  switch (state.step) {
    case 'take':
    case 'done':
      return 'now'
    case 'earlier':
      return isOver(state.progress) ? 'now' : 'after'
    case 'backup':
    case 'preview':
    case 'review':
      return 'ask'
    case 'looking':
    case 'reading':
    case 'writing':
      return 'after'
  }
}

function isOver(progress: ImportProgress | undefined): boolean {
  return progress?.phase === 'done' || progress?.phase === 'cancelled'
}

/** What is in hand, as far as somebody has to be asked about it. */
export function nameInHand(state: ImportState): string {
  if (state.step === 'backup') return state.file.name
  return 'plan' in state ? state.plan.file.name : ''
}
