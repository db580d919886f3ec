import type { TransactionDoc } from '../sync/kinds.ts'
import {
  readForWhom,
  type ForWhomDraft,
  type ForWhomIssue,
  type ShareContext,
} from './read-for-whom.ts'
import {
  readParts,
  splitWays,
  type PartDraft,
  type PartIssue,
} from './read-parts.ts'

/** The parts of a draft, and for whom it and they are. */
export type SplitDraft = {
  /** How the numbers of `parts` are meant; amounts when absent. */
  readonly splitWay?: string | undefined
  /** More than none take the place of the category. */
  readonly parts?: readonly PartDraft[] | undefined
  readonly forWhom?: ForWhomDraft | undefined
}

export type SplitIssue = {
  readonly field: 'parts' | 'forWhom'
  readonly code:
    | PartIssue['code']
    | ForWhomIssue['code']
    | 'too-long'
    | 'too-many-parts'
    | 'shares-twice'
  /** Where in the text, counted from 0. */
  readonly at?: number | undefined
  /** Which part, counted from 0. */
  readonly part?: number | undefined
  /** Beside whose share. */
  readonly member?: string | undefined
  /** How much is left or too much. */
  readonly minor?: number | undefined
  readonly basisPoints?: number | undefined
}

type SplitFields = Pick<TransactionDoc, 'splits' | 'shareMode' | 'shares'>

const mostParts = 100
const longestNote = 500

/** What parts and shares of an amount were typed, and all that is wrong with them. */
export function readSplit(
  { parts = [], splitWay, forWhom }: SplitDraft,
  context: ShareContext,
): { readonly fields: SplitFields; readonly issues: readonly SplitIssue[] } {
  const shared = readForWhom(forWhom, context)
  const issues: SplitIssue[] = shared.issues.map(issue => ({
    field: 'forWhom',
    ...issue,
  }))
  if (parts.length === 0) {
    return { fields: { splits: undefined, ...shared.fields }, issues }
  }
  if (parts.length > mostParts) {
    issues.push({ field: 'parts', code: 'too-many-parts' })
  }
  const way = splitWays.find(each => each === splitWay) ?? 'amount'
  const read = readParts(parts, way, context)
  for (const issue of read.issues) issues.push({ field: 'parts', ...issue })
  const splits = parts.map((typed, part) => {
    const note = typed.note?.trim() ?? ''
    if (note.length > longestNote) {
      issues.push({ field: 'parts', code: 'too-long', part })
    }
    const minor = read.minors[part] ?? 0
    const own = readForWhom(typed.forWhom, { ...context, minor })
    for (const issue of own.issues) {
      issues.push({ field: 'forWhom', part, ...issue })
    }
    return {
      ...typed.was,
      category: typed.category || undefined,
      minor,
      note: note || undefined,
      member: typed.member || undefined,
      ...own.fields,
    }
  })
  const isTwice =
    shared.fields.shareMode === 'exact' && splits.some(part => part.shareMode)
  if (isTwice) issues.push({ field: 'forWhom', code: 'shares-twice' })
  return { fields: { splits, ...shared.fields }, issues }
}
