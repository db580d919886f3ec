import type { TFunction } from 'i18next'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { Rate } from '@ourmoney/shared/rate/rate.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { docIdPattern, type Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { NamesById } from '../data/views/past.ts'
import { longDate, momentName } from '../ui/dates.ts'
import { rateWords } from './rate-words.ts'
import { rhythmWords } from './rhythm-words.ts'

/** Where fields have words of their own already. */
const names = {
  type: 'common.type',
  description: 'common.description',
  minor: 'common.amount',
  currency: 'settings.currency',
  date: 'common.date',
  account: 'common.account',
  toAccount: 'common.toAccount',
  toMinor: 'transfers.arrives',
  category: 'common.category',
  splits: 'splits.split',
  shares: 'splits.forWhom',
  payee: 'names.payee',
  member: 'common.member',
  tags: 'common.tags',
  notes: 'common.notes',
  source: 'transactions.source',
  name: 'names.name',
  colour: 'names.colour',
  icon: 'names.icon',
  parent: 'names.under',
  timeZone: 'settings.timeZone',
  firstDay: 'settings.firstDay',
  rate: 'records.rate',
  shareMode: 'records.shareMode',
  joined: 'records.joined',
  apart: 'records.apart',
  matched: 'records.matched',
  ticked: 'records.ticked',
  locked: 'records.locked',
  archived: 'records.archived',
  email: 'records.email',
  user: 'records.user',
  openingMinor: 'records.openingMinor',
  openingDate: 'records.openingDate',
  order: 'records.order',
  closed: 'records.closed',
  statementMinor: 'records.statementMinor',
  statementDate: 'records.statementDate',
  mergedInto: 'records.mergedInto',
  quantity: 'records.quantity',
  expectedMinor: 'records.expectedMinor',
  tickedAt: 'records.tickedAt',
  tickedBy: 'records.tickedBy',
  boughtIn: 'records.boughtIn',
  query: 'records.query',
  draft: 'records.draft',
  trashDays: 'records.trashDays',
  deleted: 'records.deleted',
  broughtIn: 'records.broughtIn',
  rrule: 'recurring.how',
  start: 'records.start',
  stopped: 'records.stopped',
  paused: 'records.paused',
  since: 'records.since',
  skipped: 'recurring.state_skipped',
  post: 'recurring.posting',
  declined: 'recurring.decline',
  recurring: 'recurring.isOne',
  unposted: 'records.unposted',
  period: 'records.period',
  rollover: 'records.rollover',
  from: 'records.from',
  until: 'records.until',
  categories: 'records.categories',
  targetMinor: 'records.targetMinor',
} as const

/** What a person calls a field; one that this version does not know by its own name. */
export function fieldName(field: string, t: TFunction): string {
  const known: Readonly<Record<string, (typeof names)[keyof typeof names]>> =
    names
  const key = known[field]
  return key === undefined ? field : t(key)
}

export type Valuing = {
  readonly kind: Kind
  /** Of the amounts. */
  readonly currency: string
  readonly names: NamesById
  readonly t: TFunction
  readonly locale: string
}

const dates: ReadonlySet<string> = new Set(
  'date openingDate statementDate start stopped paused since from until'.split(
    ' ',
  ),
)

/** A stored value in words: names instead of ids, amounts with their currency. */
export function valueWords(
  field: string,
  value: unknown,
  valuing: Valuing,
): string {
  const { kind, currency, t, locale } = valuing
  if (value === undefined || value === null || value === '') {
    return t('records.nothing')
  }
  if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no')
  if (typeof value === 'number') {
    if (/minor$/i.test(field)) return formatMoney(value, currency, locale)
    return field.endsWith('At')
      ? momentName(value, locale)
      : new Intl.NumberFormat(locale).format(value)
  }
  if (typeof value === 'string') {
    if (dates.has(field)) return longDate(value, locale)
    if (field === 'type') return typeWords(kind, value, t)
    if (field === 'shareMode') return modeWords(value, t)
    if (field === 'rrule') return rhythmWords(value, undefined, t, locale)
    if (value === 'on-the-day' || value === 'on-confirmation') {
      return t(`recurring.post_${value}`)
    }
    return named(value, valuing)
  }
  if (Array.isArray(value)) {
    const list = new Intl.ListFormat(locale, { type: 'unit' })
    return list.format(value.map(each => partWords(each, valuing)))
  }
  return objectWords(field, value, valuing)
}

/** What a person calls a record. */
export function recordName(doc: Doc, names: NamesById, t: TFunction): string {
  const { description, name, fileName, payee } = doc as {
    readonly description?: string
    readonly name?: string
    readonly fileName?: string
    readonly payee?: string
  }
  const known = description || name || fileName || names[payee ?? '']
  return known || t(`records.kind_${doc.kind}`)
}

/** The currency of a record's amounts, where they have one. */
export function currencyIn(fields: object): string | undefined {
  return 'currency' in fields && typeof fields.currency === 'string'
    ? fields.currency
    : undefined
}

function typeWords(kind: Kind, type: string, t: TFunction): string {
  if (kind === 'account') {
    switch (type) {
      case 'cash':
      case 'bank':
      case 'card':
      case 'savings':
      case 'loan':
      case 'other':
        return t(`accounts.type_${type}`)
    }
  }
  return type === 'expense' || type === 'income' || type === 'transfer'
    ? t(`common.${type}`)
    : type
}

function modeWords(mode: string, t: TFunction): string {
  return mode === 'equal' || mode === 'shares' || mode === 'exact'
    ? t(`splits.mode_${mode}`)
    : mode
}

function named(text: string, { names, t }: Valuing): string {
  return names[text] ?? (docIdPattern.test(text) ? t('common.unknown') : text)
}

/** Of a list: an id, a tag, a part of a transaction, somebody's share. */
function partWords(part: unknown, valuing: Valuing): string {
  if (typeof part === 'string') {
    return isLocalDate(part)
      ? longDate(part, valuing.locale)
      : named(part, valuing)
  }
  if (typeof part !== 'object' || part === null) return String(part)
  const { category, member, minor, weight } = part as {
    readonly category?: string
    readonly member?: string
    readonly minor?: number
    readonly weight?: number
  }
  const of = category ?? member
  const name =
    of === undefined ? valuing.t('common.noCategory') : named(of, valuing)
  const share = minor === undefined ? weight : money(minor, valuing)
  return share === undefined ? name : `${name} ${share}`
}

function money(minor: number, { currency, locale }: Valuing): string {
  return formatMoney(minor, currency, locale)
}

/** What is made again of a draft: called what, and of which amount. */
function draftWords(draft: object, valuing: Valuing): string {
  const { description, minor, currency } = draft as {
    readonly description?: string
    readonly minor?: number
    readonly currency?: string
  }
  const amount =
    minor === undefined
      ? undefined
      : formatMoney(minor, currency ?? valuing.currency, valuing.locale)
  return [description, amount].filter(Boolean).join(' ')
}

function objectWords(field: string, value: object, valuing: Valuing): string {
  const { t, locale } = valuing
  if (field === 'rate') return rateWords(value as Rate, t, locale)
  if ('format' in value) return String(value.format)
  if (field === 'draft') return draftWords(value, valuing)
  return JSON.stringify(value)
}
