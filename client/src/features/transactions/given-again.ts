import { givenOf, type GivenForm } from '@ourmoney/shared/capture/given-form.ts'
import type { Repeatable } from '@ourmoney/shared/capture/repeatable.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { splitTextOf, writeSplitText } from './split-draft.ts'

/** A form for the same again, its parts and shares included. */
export function givenAgain(
  fields: Repeatable,
  currencyOf: (account: string | undefined) => string,
  locale: string,
): GivenForm {
  const { toAccount, toMinor, currency } = fields
  const toAmount =
    toMinor === undefined
      ? undefined
      : formatMoney(toMinor, currencyOf(toAccount), locale, { bare: true })
  const given = givenOf(fields, locale)
  return {
    ...given,
    fields: {
      ...given.fields,
      ...(toAmount !== undefined && { toAmount }),
      ...(currency !== undefined && {
        split: writeSplitText(splitTextOf({ ...fields, currency }, locale)),
      }),
    },
  }
}
