import { useMemo } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { PeriodWords } from '../../words/period-words.ts'
import { useWords } from '../../words/words.ts'
import type { ReportAsk } from './ask.ts'

/** What sentences of a report are made with. */
export type ReportWords = PeriodWords & {
  readonly money: (minor: number, currency: string) => string
  /** Of basis points: `43 %`. */
  readonly percent: (basisPoints: number) => string
}

export function useReportWords({
  today,
  counting,
}: Pick<ReportAsk, 'today' | 'counting'>): ReportWords {
  const { t, locale } = useWords()
  return useMemo(
    () => reportWords({ t, locale, today, counting }),
    [t, locale, today, counting],
  )
}

export function reportWords(words: PeriodWords): ReportWords {
  const { locale } = words
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  })
  return {
    ...words,
    money: (minor, currency) =>
      formatMoney(minor, currency, locale).replace('-', '−'),
    percent: basisPoints =>
      percent.format(basisPoints / 10_000).replace('-', '−'),
  }
}
