import { currencyPattern } from '@ourmoney/shared/money/currencies.ts'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { encodings } from './text-of.ts'

/** What others chose may come from any version and any hand: what cannot be used is found out anew. */
export function usableChoices(choices: ReadChoices): ReadChoices {
  const { encoding, delimiter, currency } = choices
  return {
    ...choices,
    encoding: encodings.find(each => each === encoding),
    delimiter:
      delimiter !== undefined && /^[^\r\n"\ufeff]$/.test(delimiter)
        ? delimiter
        : undefined,
    currency:
      currency !== undefined && currencyPattern.test(currency)
        ? currency
        : undefined,
  }
}
