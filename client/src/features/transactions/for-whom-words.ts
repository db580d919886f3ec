import type { TFunction } from 'i18next'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { Names } from './use-names.ts'

/** `Ana, Rui, equally`, `Ana 2, Rui 1`, `Ana €7.00, Rui €3.00`; nothing for everybody equally. */
export function forWhomWords(
  { shareMode, shares = [] }: Pick<TransactionDoc, 'shareMode' | 'shares'>,
  currency: string,
  names: Names,
  t: TFunction,
  locale: string,
): string | undefined {
  if (shareMode === undefined) return undefined
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  const named = shares.map(({ member, weight, minor }) => {
    const name = names.member(member) ?? t('common.unknown')
    const share =
      minor === undefined ? weight : formatMoney(minor, currency, locale)
    return share === undefined ? name : t('splits.share', { name, share })
  })
  const all = list.format(named)
  return shareMode === 'equal' && shares.length > 1
    ? t('splits.equally', { names: all })
    : all
}
