import type { TFunction } from 'i18next'
import type { Rate } from '@ourmoney/shared/rate/rate.ts'
import { formatRate } from '@ourmoney/shared/rate/rate-text.ts'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import {
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'

/** `1 USD = 0.92 EUR`. */
export function rateWords(
  { base, quote, ratePpm }: Rate,
  t: TFunction,
  locale: string,
): string {
  const rate = formatRate(ratePpm, locale)
  return t('currencies.equation', { base, quote, rate })
}

/** What a total leaves out: a sentence, and where these transactions are listed. */
export function withoutWords(
  missing: readonly MissingRates[],
  filter: TransactionFilter,
  t: TFunction,
  locale: string,
): { readonly words: string; readonly to: string } | undefined {
  if (missing.length === 0) return undefined
  const currencies = missing.map(({ currency }) => currency)
  const search = filterToSearch({ ...filter, currencies, rate: 'missing' })
  return {
    words: t('currencies.without', {
      count: missing.reduce((sum, { count }) => sum + count, 0),
      currencies: new Intl.ListFormat(locale).format(currencies),
    }),
    to: `/transactions?${search}`,
  }
}
