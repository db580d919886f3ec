import { changeOf } from '@ourmoney/shared/report/compare.ts'
import type { Before } from '@ourmoney/shared/report/compared.ts'
import { inBefore } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** `That is €80 (6 %) less than in October 2026.` */
export function changeWords(
  minor: number,
  beforeMinor: number,
  currency: string,
  before: Before,
  words: ReportWords,
): string {
  const { t, money, percent } = words
  const { changeMinor, changeBasisPoints } = changeOf(minor, beforeMinor)
  const than = inBefore(before, words)
  if (changeMinor === 0) return t('reports.asMuch', { than })
  const size = money(Math.abs(changeMinor), currency)
  const amount =
    changeBasisPoints === undefined
      ? size
      : `${size} (${percent(Math.abs(changeBasisPoints))})`
  return t(changeMinor > 0 ? 'reports.more' : 'reports.less', { amount, than })
}
