import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import type { Condition, Rule } from '@ourmoney/shared/rule/rule.ts'
import { failure, success, type Result } from '@ourmoney/shared/result.ts'
import { readTags } from '@ourmoney/shared/transaction/parse-draft.ts'
import type { RuleDraft } from './use-rule-acts.ts'

/** What is typed of a rule; empty is not asked and not set. */
export type RuleText = {
  readonly name: string
  readonly contains: string
  readonly pattern: string
  readonly from: string
  readonly to: string
  readonly flow: '' | 'in' | 'out'
  readonly account: string
  readonly payeeIs: string
  readonly category: string
  readonly payee: string
  readonly member: string
  readonly tags: string
  readonly notes: string
}

export type RuleIssue =
  'no-condition' | 'nothing-set' | 'not-an-amount' | 'not-a-pattern'

type Money = { readonly currency: string; readonly locale: string }

export function ruleText(rule: RuleDraft | undefined, money: Money): RuleText {
  const find = <Is extends Condition['is']>(is: Is) =>
    rule?.when.find(
      (each): each is Extract<Condition, { is: Is }> => each.is === is,
    )
  const amount = find('amount')
  const write = (minor: number | undefined) =>
    minor === undefined
      ? ''
      : formatMoney(minor, money.currency, money.locale, { bare: true })
  const set = rule?.set ?? {}
  return {
    name: rule?.name ?? '',
    contains: find('contains')?.text ?? '',
    pattern: find('matches')?.pattern ?? '',
    from: write(amount?.from),
    to: write(amount?.to),
    flow: amount?.flow ?? '',
    account: find('account')?.account ?? '',
    payeeIs: find('payee')?.payee ?? '',
    category: set.category ?? '',
    payee: set.payee ?? '',
    member: set.member ?? '',
    tags: set.tags?.join(' ') ?? '',
    notes: set.notes ?? '',
  }
}

/** The rule that the text says; conditions that the form has no field for stay as they were. */
export function readRuleText(
  text: RuleText,
  before: RuleDraft | undefined,
  money: Money,
): Result<RuleDraft, RuleIssue> {
  const from = boundOf(text.from, money)
  const to = boundOf(text.to, money)
  if (from === 'not-an-amount' || to === 'not-an-amount') {
    return failure('not-an-amount')
  }
  const pattern = text.pattern.trim()
  if (pattern !== '' && !isPattern(pattern)) return failure('not-a-pattern')
  const contains = text.contains.trim()
  const { flow } = text
  const hasAmount = flow !== '' || from !== undefined || to !== undefined
  const when: readonly Condition[] = [
    ...(contains === ''
      ? []
      : [{ is: 'contains', text: contains.slice(0, 200) } as const]),
    ...(pattern === ''
      ? []
      : [{ is: 'matches', pattern: pattern.slice(0, 500) } as const]),
    ...(hasAmount
      ? [
          {
            is: 'amount',
            from,
            to,
            ...(flow !== '' && { flow }),
          } as const,
        ]
      : []),
    ...(text.account === ''
      ? []
      : [{ is: 'account', account: text.account } as const]),
    ...(text.payeeIs === ''
      ? []
      : [{ is: 'payee', payee: text.payeeIs } as const]),
    ...others(before),
  ]
  if (when.length === 0) return failure('no-condition')
  const tags = readTags(text.tags)
  const set: Rule['set'] = {
    ...(text.category !== '' && { category: text.category }),
    ...(text.payee !== '' && { payee: text.payee }),
    ...(text.member !== '' && { member: text.member }),
    ...(tags.length > 0 && { tags }),
    ...(text.notes.trim() !== '' && { notes: text.notes.slice(0, 4096) }),
  }
  if (Object.keys(set).length === 0) return failure('nothing-set')
  return success({
    name: text.name.trim().slice(0, 120),
    when,
    set,
    isOff: before?.isOff ?? false,
  })
}

/** More than one of a kind: the form shows the first. */
function others(before: RuleDraft | undefined): readonly Condition[] {
  const seen = new Set<Condition['is']>()
  return (before?.when ?? []).filter(({ is }) => {
    const isMore = seen.has(is)
    seen.add(is)
    return isMore
  })
}

function boundOf(
  text: string,
  money: Money,
): number | undefined | 'not-an-amount' {
  if (text.trim() === '') return undefined
  const read = parseAmount(text, money)
  return read.ok ? Math.abs(read.value) : 'not-an-amount'
}

/** What this browser cannot read as a pattern, the matcher cannot either; the matcher says the rest. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
