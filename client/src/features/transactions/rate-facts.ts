import type { TFunction } from 'i18next'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { baseMinorOf, needsRate } from '@ourmoney/shared/rate/kept-rate.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { longDate } from '../../ui/dates.ts'
import { rateWords } from '../../words/rate-words.ts'

/** What is told of an amount in another currency: what it is in the ledger's, and by which rate. */
export function rateFacts(
  doc: TransactionDoc,
  currency: string,
  t: TFunction,
  locale: string,
): readonly (readonly [string, string | undefined])[] {
  if (!needsRate(doc, currency)) return []
  const minor = baseMinorOf(doc, currency)
  if (minor === undefined || doc.rate === undefined) {
    return [[t('currencies.inBase', { currency }), t('currencies.lacksRate')]]
  }
  const { date, own } = doc.rate
  const words = [
    rateWords(doc.rate, t, locale),
    date === doc.date ? '' : longDate(date, locale),
    own === true ? t('currencies.ownRate') : '',
  ]
  return [
    [
      t('currencies.inBase', { currency }),
      formatMoney(minor, currency, locale),
    ],
    [t('currencies.rate'), words.filter(Boolean).join(' · ')],
  ]
}
