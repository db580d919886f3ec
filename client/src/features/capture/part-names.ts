import type { TFunction } from 'i18next'
import type { QuickPart, QuickParts } from '@ourmoney/shared/capture/reading.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { dayName } from '../../ui/dates.ts'

/** A part of a line that can be put right. */
export type ShownPart = Exclude<QuickPart, 'payee'>

type Reader = {
  readonly lookups: LookupsAnswer
  readonly t: TFunction
  readonly locale: string
}

/** The parts in the order in which a form has them; what a household of one never needs stays away. */
export function shownParts(
  { type, member, tags }: QuickParts,
  { members, me }: LookupsAnswer,
): readonly ShownPart[] {
  const isTransfer = type === 'transfer'
  const isShared = members.filter(each => each.archived !== true).length > 1
  return [
    'type',
    'amount',
    'description',
    ...(isTransfer ? [] : ['category' as const]),
    'account',
    ...(isTransfer ? ['toAccount' as const] : []),
    'date',
    ...(isShared || member !== me ? ['member' as const] : []),
    ...(tags.length > 0 ? ['tags' as const] : []),
  ]
}

/** What stands below the name of a line. */
export function summaryParts({ type }: QuickParts): readonly ShownPart[] {
  return type === 'transfer'
    ? ['account', 'toAccount', 'date']
    : ['category', 'account', 'date']
}

/** Nothing where it was neither said nor assumed. */
export function valueOf(
  part: ShownPart,
  parts: QuickParts,
  { lookups, t, locale }: Reader,
): string | undefined {
  switch (part) {
    case 'type':
      return t(`common.${parts.type}`)
    case 'amount':
      return parts.minor === undefined
        ? undefined
        : formatMoney(parts.minor, parts.currency, locale)
    case 'description':
      return parts.description || undefined
    case 'date':
      return dayName(parts.date, locale, {
        today: t('common.today'),
        yesterday: t('common.yesterday'),
      })
    case 'category':
      return nameIn(lookups.categories, parts.category)
    case 'account':
      return nameIn(lookups.accounts, parts.account)
    case 'toAccount':
      return nameIn(lookups.accounts, parts.toAccount)
    case 'member':
      return nameIn(lookups.members, parts.member)
    case 'tags':
      return parts.tags.map(tag => `#${tag}`).join(' ')
  }
}

function nameIn(
  all: readonly { readonly _id: string; readonly name: string }[],
  id: string | undefined,
): string | undefined {
  return all.find(({ _id }) => _id === id)?.name
}
