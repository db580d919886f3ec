import type { TFunction } from 'i18next'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { formatPercent } from '@ourmoney/shared/money/percent.ts'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'

/** What is read beside the field of an issue. */
export function issueWords(
  { code, minor, basisPoints, text = '' }: DraftIssue,
  currency: string,
  t: TFunction,
  locale: string,
): string {
  const amount =
    basisPoints === undefined
      ? formatMoney(minor ?? 0, currency, locale)
      : formatPercent(basisPoints, locale)
  return t(`problems.draft_${code}`, { amount, text })
}
