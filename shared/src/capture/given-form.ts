import { formatMoney } from '../money/format-money.ts'
import type { DraftIssue } from '../transaction/parse-draft.ts'

export const givenFields = [
  'type',
  'amount',
  'description',
  'date',
  'category',
  'account',
  'toAccount',
  'toAmount',
  'member',
  'payee',
  'tags',
  'notes',
  'split',
] as const
export type GivenField = (typeof givenFields)[number]

export type GivenIssue = Pick<DraftIssue, 'code' | 'text'> & {
  readonly field: Exclude<GivenField, 'split'>
}

/** What a form begins with, as somebody would have typed it; nothing of it is saved yet. */
export type GivenForm = {
  readonly fields: Readonly<Partial<Record<GivenField, string>>>
  readonly issues: readonly GivenIssue[]
}

type Written = {
  readonly type?: string | undefined
  readonly minor?: number | undefined
  readonly currency?: string | undefined
  readonly description?: string | undefined
  readonly date?: string | undefined
  readonly category?: string | undefined
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly member?: string | undefined
  readonly payee?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly notes?: string | undefined
}

/** Parts of a line, of a template or of another transaction, as a form has them. */
export function givenOf(
  { minor, currency = '', tags = [], ...texts }: Written,
  locale: string,
): GivenForm {
  const all = {
    ...texts,
    amount:
      minor === undefined || minor === 0
        ? undefined
        : formatMoney(minor, currency, locale, { bare: true }),
    tags: tags.length > 0 ? tags.join(' ') : undefined,
  }
  return { fields: pickFields(all), issues: [] }
}

/** What a page was handed by another, if it is that; anything else is nothing. */
export function readGiven(state: unknown): GivenForm | undefined {
  const given = isObject(state) ? state['given'] : undefined
  if (!isObject(given) || !isObject(given['fields'])) return undefined
  const issues: readonly unknown[] = Array.isArray(given['issues'])
    ? given['issues']
    : []
  return {
    fields: pickFields(given['fields']),
    issues: issues.filter(isIssue),
  }
}

function pickFields(
  all: Readonly<Record<string, unknown>>,
): GivenForm['fields'] {
  return Object.fromEntries(
    givenFields.flatMap(field => {
      const value = all[field]
      return typeof value === 'string' ? [[field, value]] : []
    }),
  )
}

function isIssue(value: unknown): value is GivenIssue {
  return (
    isObject(value) &&
    givenFields.some(field => field === value['field']) &&
    typeof value['code'] === 'string'
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
