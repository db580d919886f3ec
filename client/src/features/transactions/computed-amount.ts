import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'

/** What a typed sum comes to, as it would be stored; nothing while it cannot be read. */
export function computedOf(
  text: string,
  currency: string,
  locale: string,
): string | undefined {
  const parsed = parseAmount(text, { currency, locale })
  return parsed.ok
    ? `= ${formatMoney(parsed.value, currency, locale)}`
    : undefined
}
