import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { useWords } from './words.ts'

/** What a typed amount comes to, above zero unless `isSigned`; else what is wrong with it. */
export function useTypedAmount(
  text: string,
  currency: string,
  { isSigned = false }: { readonly isSigned?: boolean } = {},
): { readonly minor: number | undefined; readonly issue: string | undefined } {
  const { t, locale } = useWords()
  const amount = parseAmount(text, { currency, locale })
  if (!amount.ok) {
    return {
      minor: undefined,
      issue: t(`problems.draft_${amount.failure.code}`),
    }
  }
  const { value: minor } = amount
  if (minor === 0) return { minor: undefined, issue: t('problems.draft_zero') }
  if (minor < 0 && !isSigned) {
    return { minor: undefined, issue: t('common.aboveZero') }
  }
  return { minor, issue: undefined }
}
