import { currencyCodes } from '@ourmoney/shared/money/currencies.ts'
import { formatParts } from '@ourmoney/shared/money/format-money.ts'

export type CurrencyChoice = { readonly id: string; readonly name: string }

const known = new Map<string, readonly CurrencyChoice[]>()

/**
 * Every currency with its name and sign, `USD · US Dollar · $`: found by typing
 * any of them. Those in use come first, former ones among them.
 */
export function currencyChoices(
  locale: string,
  inUse: readonly string[] = [],
): readonly CurrencyChoice[] {
  const all =
    known.get(locale) ?? currencyCodes.map(code => choiceOf(code, locale))
  known.set(locale, all)
  if (inUse.length === 0) return all
  const used = new Set(inUse)
  return [
    ...Array.from(used, code => choiceOf(code, locale)),
    ...all.filter(({ id }) => !used.has(id)),
  ]
}

/** `US Dollar`; the code where the browser has no name for it. */
export function currencyName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code
  } catch {
    // Three letters from a file need not be a code.
    return code
  }
}

function choiceOf(code: string, locale: string): CurrencyChoice {
  const name = currencyName(code, locale)
  const sign = formatParts(0, code, locale)
    .filter(({ part }) => part === 'currency')
    .map(({ text }) => text)
    .join('')
  const parts = [code, name, sign]
  return { id: code, name: [...new Set(parts)].join(' · ') }
}
