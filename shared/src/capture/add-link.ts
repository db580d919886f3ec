import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { formatMoney } from '../money/format-money.ts'
import { parseAmount } from '../money/parse-amount.ts'
import { foldText } from '../transaction/filter.ts'
import { parseDraft } from '../transaction/parse-draft.ts'
import { transactionTypes } from '../transaction/transaction.ts'
import type { GivenField, GivenForm, GivenIssue } from './given-form.ts'

/** The names that a link may speak of. */
export type LinkNames = {
  readonly currency: string
  readonly accounts: readonly (Named & { readonly currency: string })[]
  readonly categories: readonly (Named & { readonly type: string })[]
  readonly members: readonly Named[]
}
type Named = { readonly _id: string; readonly name: string }

export type AddLink = {
  /** Words to be read as a line of quick add. */
  readonly line: string | undefined
  readonly given: GivenForm
}

/** Scheme of links that other programs open the app with. */
export const linkScheme = 'web+ourmoney:'
/** Longer than anything a person writes; what comes from outside is cut there. */
const longest = 5_000

const named = ['category', 'account', 'toAccount', 'member'] as const
const plain = ['description', 'date', 'tags', 'notes'] as const

/**
 * What `/add?…` asks for: a form that is filled in, never a saved record.
 * What makes no sense is said beside its field; unknown parameters count for
 * nothing.
 */
export function readAddLink(
  parameter: (name: string) => string | undefined,
  names: LinkNames,
  locale: string,
): AddLink {
  const value = (name: string) => {
    const text = parameter(name)?.slice(0, longest).trim()
    return text === '' ? undefined : text
  }
  const fields: Partial<Record<GivenField, string>> = {}
  const issues: GivenIssue[] = []

  const wanted = value('type')
  const type = transactionTypes.find(each => each === wanted) ?? 'expense'
  fields.type = type
  if (wanted !== undefined && wanted !== type) {
    issues.push({ field: 'type', code: 'unknown-type' })
  }
  for (const field of named) {
    const text = value(field)
    if (text === undefined) continue
    const found = find(text, choicesFor(field, type, names))
    if (found !== undefined) fields[field] = found._id
    else issues.push({ field, code: 'unknown-name', text: shortened(text) })
  }
  for (const field of plain) {
    const text = value(field)
    if (text !== undefined) fields[field] = text
  }
  const amount = value('amount')
  if (amount !== undefined) {
    fields.amount = amountText(amount, currencyOf(fields, names), locale)
  }
  issues.push(...draftIssues(fields, names, locale))
  // A field that shows dates cannot show what is none.
  if (!isLocalDate(fields.date ?? '')) delete fields.date
  return { line: value('text'), given: { fields, issues } }
}

/** What follows the `?` of a link such as `web+ourmoney:add?amount=3`; nothing for another one. */
export function searchOfLink(link: string): string {
  if (link.slice(0, linkScheme.length).toLowerCase() !== linkScheme) return ''
  const start = link.indexOf('?')
  return start === -1 ? '' : link.slice(start + 1)
}

function choicesFor(
  field: (typeof named)[number],
  type: string,
  { accounts, categories, members }: LinkNames,
): readonly Named[] {
  if (field === 'member') return members
  if (field !== 'category') return accounts
  return categories.filter(each => each.type === type)
}

/** By its id, or by its name, case and accents aside. */
function find(text: string, choices: readonly Named[]): Named | undefined {
  const wanted = foldText(text)
  return (
    choices.find(({ _id }) => _id === text) ??
    choices.find(({ name }) => foldText(name.trim()) === wanted)
  )
}

function currencyOf(
  { account }: GivenForm['fields'],
  { accounts, currency }: LinkNames,
): string {
  return accounts.find(({ _id }) => _id === account)?.currency ?? currency
}

/** Programs write `12.50` everywhere; people see it as they write it. */
function amountText(text: string, currency: string, locale: string): string {
  const byProgram = /^[+-]?\d+(\.\d+)?$/.test(text)
  if (!byProgram) return text
  const read = parseAmount(text.replace(/^\+/, ''), { currency, locale: 'en' })
  return read.ok
    ? formatMoney(read.value, currency, locale, { bare: true })
    : text
}

/** What the form would say of the fields that were given; the others are still to be filled in. */
function draftIssues(
  fields: GivenForm['fields'],
  names: LinkNames,
  locale: string,
): readonly GivenIssue[] {
  const anyDay: LocalDate = '2000-01-01'
  const draft = {
    ...fields,
    type: fields.type ?? '',
    amount: fields.amount ?? '1',
    description: fields.description ?? '-',
    date: fields.date ?? anyDay,
  }
  const parsed = parseDraft(draft, {
    currency: currencyOf(fields, names),
    locale,
  })
  if (parsed.ok) return []
  return parsed.failure.flatMap(({ field, code }) =>
    field in fields && code !== 'no-account'
      ? [{ field: field as GivenIssue['field'], code }]
      : [],
  )
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
