import type { Repeatable } from '@ourmoney/shared/capture/repeatable.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import {
  isLastOfMonth,
  rhythmOf,
  rhythmRule,
  type UsualRhythm,
} from '@ourmoney/shared/recurring/usual-rhythms.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'

type Rule = DocOf<'recurring'>

/** What the form has in its fields. */
export type RuleDraft = {
  readonly name: string
  readonly type: TransactionType
  readonly amount: string
  readonly account: string | undefined
  readonly toAccount: string | undefined
  readonly category: string | undefined
  readonly payee: string | undefined
  readonly member: string | undefined
  /** `own`: a rule that the form does not offer, left as it is. */
  readonly rhythm: UsualRhythm | 'own'
  readonly first: string
  readonly isLast: boolean
  readonly post: Rule['post']
}

export type RuleIssue = {
  readonly field: 'name' | 'amount' | 'first' | 'toAccount'
  readonly code: 'no-name' | 'no-date' | 'no-accounts'
}

export type RuleFields = Pick<Rule, 'name' | 'rrule' | 'start' | 'post'> & {
  readonly draft: Repeatable
  readonly since?: string | undefined
}

export function emptyRule(today: string): RuleDraft {
  return {
    name: '',
    type: 'expense',
    amount: '',
    account: undefined,
    toAccount: undefined,
    category: undefined,
    payee: undefined,
    member: undefined,
    rhythm: 'month-1',
    first: today,
    isLast: false,
    post: 'on-confirmation',
  }
}

/** Of a transaction that comes again, from a day on. */
export function draftOfFields(
  fields: Repeatable,
  first: string,
  locale: string,
): RuleDraft {
  const { minor, currency = 'EUR' } = fields
  return {
    ...emptyRule(first),
    name: fields.description ?? '',
    type: fields.type ?? 'expense',
    amount:
      minor === undefined
        ? ''
        : formatMoney(minor, currency, locale, { bare: true }),
    account: fields.account,
    toAccount: fields.toAccount,
    category: fields.category,
    payee: fields.payee,
    member: fields.member,
  }
}

/** Of a rule that is there; `next` is the day that it is due next. */
export function draftOfRule(
  rule: Rule,
  fields: Repeatable,
  next: string,
  locale: string,
): RuleDraft {
  const known = rhythmOf(rule.rrule, rule.start)
  return {
    ...draftOfFields(fields, next, locale),
    name: rule.name,
    rhythm: known?.rhythm ?? 'own',
    isLast: known?.isLast ?? false,
    post: rule.post,
  }
}

type Before = { readonly rule: Rule; readonly next: string }

/** What the form's fields make of a rule; what it does not show stays as it was. */
export function readRule(
  draft: RuleDraft,
  {
    currency,
    locale,
    before,
    fields,
  }: {
    readonly currency: string
    readonly locale: string
    readonly before?: Before | undefined
    /** Of the rule, or of the transaction that it is made of. */
    readonly fields?: Repeatable | undefined
  },
):
  | { readonly ok: true; readonly fields: RuleFields }
  | { readonly ok: false; readonly issues: readonly RuleIssue[] } {
  const amount = parseAmount(draft.amount, { currency, locale })
  const isTransfer = draft.type === 'transfer'
  const isTwice =
    draft.account === undefined ||
    draft.toAccount === undefined ||
    draft.account === draft.toAccount
  const issues: RuleIssue[] = [
    ...(draft.name.trim() === ''
      ? [{ field: 'name', code: 'no-name' } as const]
      : []),
    ...(draft.first === ''
      ? [{ field: 'first', code: 'no-date' } as const]
      : []),
    ...(isTransfer && isTwice
      ? [{ field: 'toAccount', code: 'no-accounts' } as const]
      : []),
  ]
  if (issues.length > 0 || !amount.ok || amount.value === 0) {
    return { ok: false, issues }
  }
  return {
    ok: true,
    fields: {
      name: draft.name.trim().slice(0, 120),
      post: draft.post,
      ...planOf(draft, before),
      draft: fieldsOf(draft, amount.value, currency, fields),
    },
  }
}

/** Another rhythm or day counts from then on; else the rule keeps its own beginning. */
function planOf(
  draft: RuleDraft,
  before: Before | undefined,
): Pick<RuleFields, 'rrule' | 'start' | 'since'> {
  const { rhythm, first } = draft
  const isLast = draft.isLast && isLastOfMonth(first)
  if (before === undefined) {
    const usual = rhythm === 'own' ? 'month-1' : rhythm
    return { rrule: rhythmRule(usual, first, isLast), start: first }
  }
  const { rule, next } = before
  const known = rhythmOf(rule.rrule, rule.start)
  const isSame =
    first === next &&
    (rhythm === 'own' ||
      (known?.rhythm === rhythm && known.isLast === draft.isLast))
  if (isSame) return { rrule: rule.rrule, start: rule.start, since: rule.since }
  const rrule =
    rhythm === 'own' ? rule.rrule : rhythmRule(rhythm, first, isLast)
  return { rrule, start: first, since: first }
}

function fieldsOf(
  draft: RuleDraft,
  minor: number,
  currency: string,
  before: Repeatable = {},
): Repeatable {
  const { type, account, toAccount, category, payee, member } = draft
  const isSameAmount =
    before.minor === minor &&
    before.currency === currency &&
    before.type === type
  const { splits, shareMode, shares, toMinor, ...rest } = before
  const isTransfer = type === 'transfer'
  const kept = isSameAmount ? { splits, shareMode, shares, toMinor } : {}
  return withoutNothing({
    ...rest,
    ...kept,
    type,
    description: draft.name.trim().slice(0, 500),
    minor,
    currency,
    account,
    toAccount: isTransfer ? toAccount : undefined,
    category: isTransfer ? undefined : category,
    payee: isTransfer ? undefined : payee,
    member,
  })
}

function withoutNothing(fields: Repeatable): Repeatable {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  )
}
