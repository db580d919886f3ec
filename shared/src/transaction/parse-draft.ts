import { isLocalDate } from '../calendar/local-date.ts'
import { parseAmount, type AmountIssue } from '../money/parse-amount.ts'
import { failure, success, type Result } from '../result.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { foldText } from './filter.ts'
import { readSplit, type SplitDraft, type SplitIssue } from './read-split.ts'
import { takeTags } from './take-tags.ts'
import { transactionTypes, type TransactionType } from './transaction.ts'

/** What was typed, field by field; nothing decided yet. */
export type TransactionDraft = SplitDraft & {
  readonly type: string
  readonly amount: string
  readonly description: string
  readonly date: string
  readonly category?: string | undefined
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  /** What arrives, where the accounts of a transfer have different currencies. */
  readonly toAmount?: string | undefined
  /** A form that has no such field leaves the payee as it is. */
  readonly payee?: string | undefined
  readonly member?: string | undefined
  readonly notes?: string | undefined
  /** Words with or without `#`, apart by blanks or commas. `#tag` in description and notes is one more. */
  readonly tags?: string | undefined
}

export type DraftContext = {
  /** Of the account, or the ledger's. */
  readonly currency: string
  /** Of the account that a transfer enters. */
  readonly toCurrency?: string | undefined
  readonly locale: string
  /** Tags of the ledger: typed in another case they are the same. */
  readonly tags?: readonly string[] | undefined
}

export type DraftIssue = Omit<SplitIssue, 'field' | 'code'> & {
  readonly field: keyof TransactionDraft
  readonly code:
    | AmountIssue['code']
    | SplitIssue['code']
    | 'zero'
    | 'negative'
    | 'unknown-type'
    | 'no-description'
    | 'too-long'
    | 'no-date'
    | 'not-a-date'
    | 'same-account'
    | 'no-account'
    | 'too-many'
    /** Of what a link gave: nothing is called that. */
    | 'unknown-name'
  /** What is called nothing. */
  readonly text?: string | undefined
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
  | 'splits'
  | 'shareMode'
  | 'shares'
  | 'account'
  | 'toAccount'
  | 'toMinor'
  | 'payee'
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

  const minor = readAmount('amount', draft.amount, type, context, issues)

  const described = takeTags(draft.description)
  const description = described.text
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

  const transfer = readTransfer(draft, type, context, issues)
  const split =
    type === 'transfer' || minor === undefined
      ? whole
      : readSplit(draft, { ...context, minor })
  issues.push(...split.issues)

  const noted = takeTags(draft.notes ?? '')
  const notes = noted.text
  if (notes.length > 4096) issues.push({ field: 'notes', code: 'too-long' })

  const tags = spelledAlike(
    [...readTags(draft.tags ?? ''), ...described.tags, ...noted.tags],
    context.tags,
  )
  if (tags.length > 50) issues.push({ field: 'tags', code: 'too-many' })
  if (tags.some(tag => tag.length > 60)) {
    issues.push({ field: 'tags', code: 'too-long' })
  }

  if (issues.length > 0 || type === undefined || minor === undefined) {
    return failure(issues)
  }
  const hasCategory = type !== 'transfer' && split.fields.splits === undefined
  return success({
    type,
    description,
    minor,
    currency: context.currency,
    date,
    category: hasCategory ? draft.category || undefined : undefined,
    ...split.fields,
    account: draft.account || undefined,
    ...transfer,
    ...(draft.payee !== undefined && { payee: draft.payee || undefined }),
    member: draft.member || undefined,
    notes: notes || undefined,
    tags: tags.length > 0 ? tags : undefined,
  })
}

/** Each once, as the ledger's own tags are written, in one order. */
function spelledAlike(
  tags: readonly string[],
  known: readonly string[] = [],
): string[] {
  const byFold = new Map(known.map(tag => [foldText(tag), tag]))
  const alike = tags.map(tag =>
    known.includes(tag) ? tag : (byFold.get(foldText(tag)) ?? tag),
  )
  return [...new Set(alike)].sort()
}

const whole = {
  fields: { splits: undefined, shareMode: undefined, shares: undefined },
  issues: [],
} as const

function readAmount(
  field: 'amount' | 'toAmount',
  text: string,
  type: TransactionType | undefined,
  context: { readonly currency: string; readonly locale: string },
  issues: DraftIssue[],
): number | undefined {
  const amount = parseAmount(text, context)
  if (!amount.ok) {
    issues.push({ field, ...amount.failure })
    return undefined
  }
  if (amount.value === 0) issues.push({ field, code: 'zero' })
  // The other direction is the other account first.
  if (amount.value < 0 && type === 'transfer') {
    issues.push({ field, code: 'negative' })
  }
  return amount.value
}

function readTransfer(
  { account, toAccount, toAmount = '' }: TransactionDraft,
  type: TransactionType | undefined,
  { currency, toCurrency = currency, locale }: DraftContext,
  issues: DraftIssue[],
): Pick<TransactionFields, 'toAccount' | 'toMinor'> {
  const none = { toAccount: undefined, toMinor: undefined }
  if (type !== 'transfer') return none
  if (!account) issues.push({ field: 'account', code: 'no-account' })
  else if (!toAccount) issues.push({ field: 'toAccount', code: 'no-account' })
  else if (account === toAccount) {
    issues.push({ field: 'toAccount', code: 'same-account' })
  } else {
    const arrives = { currency: toCurrency, locale }
    const toMinor =
      toCurrency === currency
        ? undefined
        : readAmount('toAmount', toAmount, type, arrives, issues)
    return { toAccount, toMinor }
  }
  return none
}

/** `#work, trip` as `['trip', 'work']`: each once, in one order. */
export function readTags(text: string): string[] {
  const words = text
    .split(/[\s,]+/u)
    .map(word => word.replace(/^#+/u, ''))
    .filter(word => word !== '')
  return [...new Set(words)].sort()
}
