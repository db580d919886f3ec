import { useMemo } from 'react'
import { useView, useViewFailure } from '../../data/hooks.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { balanceAheadContent } from './balance-ahead-content.ts'
import { periodEndContent } from './period-end-content.ts'
import { ReportCard } from './report-card.tsx'
import { useReportWords } from './words-for.ts'

const months = 12

/** What is to come: spending until the period ends, or balances in a year. */
export default function ForecastReport({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const { filter, period, today, counting, look } = ask
  const query = {
    view: 'outlook' as const,
    filter,
    period,
    today,
    weekStart: counting.weekStart,
    months,
  }
  const answer = useView(query)
  const failure = useViewFailure(query)
  const content = useMemo(() => {
    if (answer === undefined) return undefined
    return look === 'balance'
      ? balanceAheadContent(answer, ask, words)
      : periodEndContent(answer, ask, words)
  }, [answer, ask, words, look])
  return (
    <ReportCard
      ask={ask}
      content={content}
      failure={failure}
      looks={[
        { id: 'end', name: t('reports.look_end') },
        { id: 'balance', name: t('reports.look_balance') },
      ]}
    />
  )
}
