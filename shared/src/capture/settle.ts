import { parseAmount } from '../money/parse-amount.ts'
import type { TransactionType } from '../transaction/transaction.ts'
import { guessCategory, soundsLikeIncome } from './guess-category.ts'
import type { Understood } from './understand.ts'
import type {
  LastUse,
  QuickAccount,
  QuickContext,
  QuickCorrections,
  QuickIssue,
  QuickPart,
  QuickParts,
  QuickReading,
  Span,
} from './reading.ts'
import type { Line } from './tokens.ts'

/** Puts together what was understood, put right by hand, remembered and assumed, in this order. */
export function settle(
  line: Line,
  found: Understood,
  context: QuickContext,
  corrections: QuickCorrections,
): QuickReading {
  const { places } = found.description
  const folded = places.map(at => line.word(at))
  const uses = context.lastUses(found.description.text)
  const type = corrections.type ?? typeOf(found, folded, uses, context)
  const isTransfer = type === 'transfer'
  const use = uses.find(each => each.type === type)

  const account = accountFor(found, use, isTransfer, context, corrections)
  const toAccount = isTransfer
    ? accountOf(corrections.toAccount ?? found.toAccount?._id, context)
    : undefined
  const currency =
    corrections.currency ??
    found.amount?.currency ??
    account?.currency ??
    context.currency
  const amount = minorOf(found, type, currency, context, corrections)
  const guess =
    isTransfer || found.category !== undefined
      ? undefined
      : rememberedCategory(found, use, type, context) === undefined
        ? guessCategory(folded, type, context)
        : undefined
  const category = isTransfer
    ? undefined
    : 'category' in corrections
      ? corrections.category
      : (found.category?._id ??
        rememberedCategory(found, use, type, context) ??
        guess?.category._id)
  const description =
    corrections.description ?? use?.description ?? describedAs(found)

  const parts: QuickParts = {
    type,
    minor: amount.minor,
    currency,
    description,
    date: corrections.date ?? found.date?.date ?? context.today,
    account: account?._id,
    toAccount: toAccount?._id,
    category,
    member:
      'member' in corrections
        ? corrections.member
        : (found.member ?? context.defaults.member),
    payee: 'payee' in corrections ? corrections.payee : found.payee?.payee._id,
    tags: corrections.tags ?? found.tags,
  }
  claimDescription(line, places)
  return {
    parts,
    spans: spansOf(line, found, guess),
    issues: [
      ...amount.issues,
      ...issuesOf(line, found, parts, context, corrections),
    ],
  }
}

function typeOf(
  found: Understood,
  folded: readonly string[],
  uses: readonly LastUse[],
  context: QuickContext,
): TransactionType {
  if (found.isTransfer) return 'transfer'
  const does = found.verb?.does
  if (does === 'income' || does === 'expense') return does
  if (found.category !== undefined) return found.category.type
  const isIncome = soundsLikeIncome(folded, context, does === 'refund')
  if (does === 'refund') return isIncome ? 'income' : 'expense'
  if (found.amount?.sign === '+') return 'income'
  if (found.amount?.sign === '-') return 'expense'
  const used = uses.find(each => each.type !== 'transfer')
  return used?.type ?? (isIncome ? 'income' : 'expense')
}

function accountFor(
  found: Understood,
  use: LastUse | undefined,
  isTransfer: boolean,
  context: QuickContext,
  corrections: QuickCorrections,
): QuickAccount | undefined {
  if (corrections.account !== undefined) {
    return accountOf(corrections.account, context)
  }
  if (found.account !== undefined) return found.account
  if (found.unknownAccount !== undefined) return undefined
  const { account } = context.defaults
  if (!isTransfer) return accountOf(use?.account ?? account, context)
  const isOther = account !== found.toAccount?._id
  return isOther ? accountOf(account, context) : undefined
}

function accountOf(
  id: string | undefined,
  context: QuickContext,
): QuickAccount | undefined {
  return context.accounts.find(each => each._id === id && each.closed !== true)
}

function minorOf(
  found: Understood,
  type: TransactionType,
  currency: string,
  context: QuickContext,
  corrections: QuickCorrections,
): { readonly minor?: number; readonly issues: readonly QuickIssue[] } {
  if (corrections.minor !== undefined) {
    return { minor: corrections.minor, issues: [] }
  }
  const { amount } = found
  if (amount === undefined) return { issues: [issue('no-amount', 'amount')] }
  const parsed = parseAmount(amount.expression, { ...context, currency })
  if (!parsed.ok) {
    const { code } = parsed.failure
    return {
      issues: [issue(code === 'empty' ? 'no-amount' : code, 'amount')],
    }
  }
  if (parsed.value === 0) return { issues: [issue('zero', 'amount')] }
  const isRefund = found.verb?.does === 'refund' && type === 'expense'
  const minor = isRefund ? -Math.abs(parsed.value) : parsed.value
  return { minor, issues: [] }
}

/** From the last time, or as the payee usually has it; only while such a category is there. */
function rememberedCategory(
  { payee }: Understood,
  use: LastUse | undefined,
  type: TransactionType,
  { categories }: QuickContext,
): string | undefined {
  return [use?.category, payee?.payee.category].find(id =>
    categories.some(
      each => each._id === id && each.type === type && each.archived !== true,
    ),
  )
}

/** Nothing but the payee is left: then it is called as the payee is. */
function describedAs({ description, payee }: Understood): string {
  const { text } = description
  if (payee === undefined || payee.isApart) return text
  const isAll = payee.span.to - payee.span.from === text.length
  return isAll ? payee.payee.name : text
}

function claimDescription(line: Line, places: readonly number[]): void {
  for (const at of places) line.claim(at, at + 1, 'description')
}

const shown: readonly QuickPart[] = [
  'type',
  'amount',
  'description',
  'date',
  'account',
  'toAccount',
  'category',
  'member',
  'tags',
]

function spansOf(
  line: Line,
  found: Understood,
  guess: { readonly from: number; readonly to: number } | undefined,
): QuickReading['spans'] {
  const spans: Partial<Record<QuickPart, readonly Span[]>> = {}
  for (const part of shown) {
    const of = line.spansOf(part)
    if (of.length > 0) spans[part] = of
  }
  const { places } = found.description
  if (guess !== undefined) {
    const from = places[guess.from] ?? 0
    spans.category = [line.spanOf(from, (places[guess.to - 1] ?? from) + 1)]
  }
  if (found.payee !== undefined) spans.payee = [found.payee.span]
  return spans
}

function issuesOf(
  line: Line,
  found: Understood,
  parts: QuickParts,
  context: QuickContext,
  corrections: QuickCorrections,
): readonly QuickIssue[] {
  const issues: QuickIssue[] = []
  const { date, unknownAccount, other } = found
  if (date !== undefined && date.date === undefined && !corrections.date) {
    issues.push(issue('not-a-date', 'date', line.spanOf(date.from, date.to)))
  }
  if (unknownAccount !== undefined && !corrections.account) {
    issues.push(issue('unknown-account', 'account', unknownAccount))
  }
  if (parts.type === 'transfer') issues.push(...transferIssues(parts, context))
  else if (parts.description === '') {
    issues.push(issue('no-description', 'description'))
  }
  if (parts.description.length > 500) {
    issues.push(issue('too-long', 'description'))
  }
  if (parts.tags.length > 50 || parts.tags.some(tag => tag.length > 60)) {
    issues.push(issue('too-long', 'tags'))
  }
  if (other !== undefined && corrections.minor === undefined) {
    const span = line.spanOf(other.from, other.to)
    issues.push(issue('several-amounts', 'amount', span))
  }
  return issues
}

function transferIssues(
  { account, toAccount }: QuickParts,
  context: QuickContext,
): readonly QuickIssue[] {
  if (account === undefined) return [issue('no-account', 'account')]
  if (toAccount === undefined) return [issue('no-account', 'toAccount')]
  if (account === toAccount) return [issue('same-account', 'toAccount')]
  const from = accountOf(account, context)?.currency
  const to = accountOf(toAccount, context)?.currency
  return from === to ? [] : [issue('two-currencies', 'toAccount')]
}

function issue(
  code: QuickIssue['code'],
  part: QuickPart,
  span?: Span,
): QuickIssue {
  return { code, part, ...(span !== undefined && { span }) }
}
