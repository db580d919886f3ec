import { isLocalDate } from '../calendar/local-date.ts'
import { parseAmount, type AmountIssue } from '../money/parse-amount.ts'
import { failure, success, type Result } from '../result.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { transactionTypes, type TransactionType } from './transaction.ts'

/** What was typed, field by field; nothing decided yet. */
export type TransactionDraft = {
  readonly type: string
  readonly amount: string
  readonly description: string
  readonly date: string
  readonly category?: string | undefined
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly member?: string | undefined
  readonly notes?: string | undefined
  /** Words with or without `#`, apart by blanks or commas. */
  readonly tags?: string | undefined
}

export type DraftContext = {
  readonly currency: string
  readonly locale: string
}

export type DraftIssue = {
  readonly field: keyof TransactionDraft
  readonly code:
    | AmountIssue['code']
    | 'zero'
    | 'unknown-type'
    | 'no-description'
    | 'too-long'
    | 'no-date'
    | 'not-a-date'
    | 'same-account'
    | 'no-account'
    | 'too-many'
  /** Where in the text, counted from 0. */
  readonly at?: number | undefined
}

/** The fields of a transaction doc that a draft gives. */
export type TransactionFields = Pick<
  TransactionDoc,
  | 'type'
  | 'description'
  | 'minor'
  | 'currency'
  | 'date'
  | 'category'
  | 'account'
  | 'toAccount'
  | 'member'
  | 'notes'
  | 'tags'
>

/** The only place where a draft becomes a transaction; says all that is wrong at once. */
export function parseDraft(
  draft: TransactionDraft,
  context: DraftContext,
): Result<TransactionFields, DraftIssue[]> {
  const issues: DraftIssue[] = []
  const type = transactionTypes.find(each => each === draft.type)
  if (type === undefined) issues.push({ field: 'type', code: 'unknown-type' })

  const amount = parseAmount(draft.amount, context)
  if (!amount.ok) issues.push({ field: 'amount', ...amount.failure })
  else if (amount.value === 0) issues.push({ field: 'amount', code: 'zero' })

  const description = draft.description.trim()
  if (description === '' && type !== 'transfer') {
    issues.push({ field: 'description', code: 'no-description' })
  }
  if (description.length > 500) {
    issues.push({ field: 'description', code: 'too-long' })
  }

  const date = draft.date.trim()
  if (date === '') issues.push({ field: 'date', code: 'no-date' })
  else if (!isLocalDate(date))
    issues.push({ field: 'date', code: 'not-a-date' })

  issues.push(...transferIssues(draft, type))

  const notes = draft.notes?.trim() ?? ''
  if (notes.length > 4096) issues.push({ field: 'notes', code: 'too-long' })

  const tags = readTags(draft.tags ?? '')
  if (tags.length > 50) issues.push({ field: 'tags', code: 'too-many' })
  if (tags.some(tag => tag.length > 60)) {
    issues.push({ field: 'tags', code: 'too-long' })
  }

  if (issues.length > 0 || type === undefined || !amount.ok) {
    return failure(issues)
  }
  return success({
    type,
    description,
    minor: amount.value,
    currency: context.currency,
    date,
    category: type === 'transfer' ? undefined : draft.category || undefined,
    account: draft.account || undefined,
    toAccount: type === 'transfer' ? draft.toAccount || undefined : undefined,
    member: draft.member || undefined,
    notes: notes || undefined,
    tags: tags.length > 0 ? tags : undefined,
  })
}

function transferIssues(
  draft: TransactionDraft,
  type: TransactionType | undefined,
): DraftIssue[] {
  if (type !== 'transfer') return []
  if (!draft.account) return [{ field: 'account', code: 'no-account' }]
  if (!draft.toAccount) return [{ field: 'toAccount', code: 'no-account' }]
  return draft.account === draft.toAccount
    ? [{ field: 'toAccount', code: 'same-account' }]
    : []
}

/** `#work, trip` as `['trip', 'work']`: each once, in one order. */
export function readTags(text: string): string[] {
  const words = text
    .split(/[\s,]+/u)
    .map(word => word.replace(/^#+/u, ''))
    .filter(word => word !== '')
  return [...new Set(words)].sort()
}
