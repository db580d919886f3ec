import { currencyCodes } from '@ourmoney/shared/money/currencies.ts'

const known = new Map<
  string,
  readonly { readonly id: string; readonly name: string }[]
>()

/** Every currency with its name: `EUR · Euro`. */
export function currencyChoices(locale: string) {
  const choices =
    known.get(locale) ??
    currencyCodes.map(id => {
      const name = new Intl.DisplayNames(locale, { type: 'currency' }).of(id)
      return { id, name: `${id} · ${name ?? id}` }
    })
  known.set(locale, choices)
  return choices
}
